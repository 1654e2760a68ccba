import { type BodyReach, reachesFrom } from '../../bodies/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { HeldRole, Holding } from './store.ts'
import type { Ground } from './visitor.ts'

/** What has been read of the register of bodies: how far some of them reach on a day, as long as its stamp is the same. */
export interface KnownBodies {
  readonly day: Day
  readonly stamp: string
  readonly reaches: Map<string, BodyReach>
  /** Every root there is; `undefined` while nobody has asked who needs them. */
  allRoots: readonly string[] | undefined
}

/** Whether it is known how far all bodies reach in which these roles are held. */
export function reachIsKnown({ reaches, allRoots }: KnownBodies, roles: readonly HeldRole[]): boolean {
  return roles.every(({ bodyId }) => (bodyId === null ? allRoots !== undefined : reaches.has(bodyId)))
}

/** What is known after this was read: added to what was known of the same register on the same day, or in its place. */
export function learn(former: KnownBodies | undefined, { session, stamp, told }: Holding, day: Day): KnownBodies {
  const known: KnownBodies =
    former?.day === day && former.stamp === stamp ? former : { day, stamp, reaches: new Map(), allRoots: undefined }
  if (told === null) return known
  for (const [body, reach] of reachesFrom(told.reaches)) known.reaches.set(body, reach)
  if (session.roles.some(({ bodyId }) => bodyId === null)) known.allRoots = told.roots
  return known
}

/** What of it decides how far somebody reaches. */
export function groundFrom({ reaches, allRoots = [] }: KnownBodies): Ground {
  return { reaches, allRoots }
}
