import type { Day } from '../../kernel/day.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { isRole, ROLES } from '../roles.ts'

/** Pairs of permissions that one person never has at once in one root: who gathers the plans does not approve them. */
const KEPT_APART: readonly (readonly [Permission, Permission])[] = [['plans.consolidate', 'plans.approve']]

/** Whether somebody can be appointed for a role: those that sign, consolidate or approve. */
export function canBeSubstituted(role: string): boolean {
  return isRole(role) && permissionsOf(role).has('substitutes.write')
}

/** Whether somebody who holds `own` would by also holding `further` be on both sides of a decision. */
export function wouldMix(own: readonly string[], further: string): boolean {
  const has = (roles: readonly string[], permission: Permission) =>
    roles.some((role) => isRole(role) && permissionsOf(role).has(permission))
  return KEPT_APART.some(
    ([one, other]) =>
      (has(own, one) && has([further], other) && !has([further], one)) ||
      (has(own, other) && has([further], one) && !has([further], other)),
  )
}

/** Where a substitution stands on a day. */
export function stateOf(
  { validFrom, validTo, ended }: { validFrom: Day; validTo: Day; ended: boolean },
  today: Day,
): 'coming' | 'in-force' | 'over' | 'ended' {
  if (ended) return 'ended'
  if (validTo < today) return 'over'
  return validFrom > today ? 'coming' : 'in-force'
}

function permissionsOf(role: keyof typeof ROLES): ReadonlySet<Permission> {
  return new Set<Permission>(ROLES[role].permissions)
}
