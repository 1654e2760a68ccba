import type { Visitor } from '../../http/who.ts'
import type { HeldRole } from '../../identity/index.ts'
import { SPEAKERS } from './speakers.ts'
import type { Opinion } from './store.ts'

/**
 * Whether somebody speaks for the party that is asked: they hold its role, and it reaches the very country, body or root that
 * the question goes to. A party that has no role here, or a body that was not found by its name, answers by letter. Pure.
 */
export function speaksFor(
  who: Visitor,
  roles: readonly HeldRole[],
  { party, country, askedBodyId }: Pick<Opinion, 'party' | 'country' | 'askedBodyId'>,
  rootId: string,
): boolean {
  const speaker = SPEAKERS[party]
  if (speaker === undefined || !who.permissions.has('dossiers.advise')) return false
  if (!roles.some(({ role }) => role === speaker)) return false
  const { bodies = [], countries = [], roots = [] } = who.reach('dossiers.advise')
  if (party === 'mission') return country !== null && countries.includes(country)
  if (party === 'home-body') return askedBodyId !== null && bodies.includes(askedBodyId)
  return roots.includes(rootId)
}
