import type { BodyFields } from '../../contract.ts'
import type { BodyMessages } from '../../messages.vi.ts'

/** What of a body can be told apart in a sentence; the body above by its name. */
export type Told = Omit<BodyFields, 'parentId'> & { parentName: string | null }

const QUIET = ['shortName', 'bloc', 'locality', 'jurisdiction', 'isMission'] as const

/** What a version says otherwise than the one before it, as sentences; none when it says the same. */
export function differences(
  m: BodyMessages['body']['changes'],
  levelName: (level: BodyFields['level']) => string,
  before: Told,
  after: Told,
): string[] {
  const told: string[] = []
  if (before.name !== after.name) told.push(m.name(before.name))
  if (before.parentName !== after.parentName) told.push(m.parent(before.parentName ?? '—', after.parentName ?? '—'))
  if (before.level !== after.level) told.push(m.level(levelName(before.level), levelName(after.level)))
  if (before.officialOrder !== after.officialOrder) told.push(m.order(before.officialOrder, after.officialOrder))
  if (QUIET.some((field) => before[field] !== after[field])) told.push(m.other)
  return told
}
