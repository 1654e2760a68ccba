import type { BodyReach } from '../../bodies/index.ts'
import type { Scope } from '../../db/scope.ts'
import { ANYBODY, type Principal, type Visitor } from '../../http/who.ts'
import { OPEN_TO_ALL, type Permission } from '../../kernel/permissions.ts'
import { isRole, type Reach, ROLES, ROLES_WITH_FACTOR, type Role } from '../roles.ts'
import type { HeldRole, OpenSession } from './store.ts'

/** What everybody who is signed in may, whatever the role. */
const OWN: readonly Permission[] = ['own.read', 'own.write']

/** What nobody gets by representing another: to appoint a substitute is for the holder. */
const NOT_PASSED_ON: ReadonlySet<Permission> = new Set<Permission>(['substitutes.write'])

/** What is known of the bodies when it is decided how far somebody reaches. */
export interface Ground {
  reaches: ReadonlyMap<string, BodyReach>
  /** Every root there is; needed only for a role over the whole installation. */
  allRoots: readonly string[]
}

/** What of a session decides who its holder is. */
export type Recognised = Pick<
  OpenSession,
  'id' | 'accountId' | 'name' | 'personId' | 'pendingFactor' | 'hasFactor' | 'sample' | 'roles'
>

/**
 * Who the holder of an open session is: the permissions of the roles held today, each as far as the roles that give it
 * reach. While a second factor is still to be given, nobody; while one is still to be added, only what that needs.
 */
export function visitorOf(session: Recognised, ground: Ground): Visitor {
  if (session.pendingFactor) return ANYBODY
  const grants = factorDue(session) ? [] : session.roles.flatMap((held) => grantsOf(held, ground))
  const giving = (permission: Permission) => grants.filter((grant) => grant.permissions.has(permission))
  return {
    account: {
      id: session.accountId,
      name: session.name,
      personId: session.personId ?? undefined,
      sessionId: session.id,
    },
    permissions: new Set([...OPEN_TO_ALL, ...OWN, ...grants.flatMap((grant) => [...grant.permissions])]),
    standsIn: grants.some(({ principal }) => principal !== undefined),
    reach: (permission) => union(giving(permission).map((grant) => grant.scope)),
    onBehalfOf(permission) {
      const given = giving(permission)
      return given.some((grant) => grant.principal === undefined) ? undefined : given[0]?.principal
    },
  }
}

/** Whether a role asks for a second factor that the account does not have. Sample data protects nothing. */
export function factorDue(session: Pick<OpenSession, 'roles' | 'hasFactor' | 'sample'>): boolean {
  if (session.hasFactor || session.sample) return false
  return session.roles.some(({ role }) => isRole(role) && ROLES_WITH_FACTOR.has(role))
}

interface Grant {
  permissions: ReadonlySet<Permission>
  scope: Scope
  principal: Principal | undefined
}

function grantsOf(held: HeldRole, ground: Ground): Grant[] {
  if (!isRole(held.role)) return []
  const { permissions, reach } = ROLES[held.role]
  const passed = held.principal === null ? permissions : permissions.filter((one) => !NOT_PASSED_ON.has(one))
  const principal = held.principal ? { ...held.principal, document: held.document ?? '' } : undefined
  return [{ permissions: new Set<Permission>(passed), scope: scopeOf(held, held.role, reach, ground), principal }]
}

function scopeOf({ bodyId }: HeldRole, role: Role, reach: Reach, { reaches, allRoots }: Ground): Scope {
  if (bodyId === null) return role === 'administrator' ? { installation: true, roots: allRoots } : {}
  const body = reaches.get(bodyId)
  if (body === undefined) return {}
  if (reach === 'countries') return { countries: body.countries, bodies: [bodyId] }
  const whole = { roots: body.roots, bodies: [bodyId, ...body.absorbed] }
  if (reach === 'root') return { ...whole, reportingRoots: body.reportingRoots }
  // Of a body at the top everything is under it: said in one word instead of thousands.
  return body.isRoot ? whole : { bodies: body.bodies }
}

function union(scopes: readonly Scope[]): Scope {
  const all = (field: 'bodies' | 'roots' | 'reportingRoots' | 'countries') => {
    const values = new Set(scopes.flatMap((scope) => scope[field] ?? []))
    return values.size > 0 ? { [field]: [...values] } : {}
  }
  const installation = scopes.some((scope) => scope.installation) ? { installation: true } : {}
  return { ...installation, ...all('bodies'), ...all('roots'), ...all('reportingRoots'), ...all('countries') }
}
