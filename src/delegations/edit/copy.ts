import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { formatDay } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Law } from '../../law/index.ts'
import type { Content } from '../content/content.ts'
import { isObject } from '../content/json.ts'
import { noDelegation } from '../refusals.ts'
import { codeOf, type DelegationRow, findDelegation } from '../store.ts'
import { beginDelegation } from './begin.ts'
import { dayAt, itemsAt } from './projection.ts'

/** What is said anew for each trip: who goes and when, papers, declarations, opinions, exceptions, what came after. */
const DROPPED: ReadonlySet<string> = new Set([
  'id',
  'members',
  'leadership',
  'plan',
  'documents',
  'invitations',
  'consultations',
  'overlaps',
  'exceptions',
  'explanations',
  'programme',
  'after',
  'contests',
  'costs',
  'weighed',
  'outline',
])

/** Begins a dossier from a former one, without people, dates and declarations; says what it would repeat. */
export async function copyDelegation(
  transaction: Transaction,
  law: Law,
  actor: Actor,
  id: string,
  today: Day,
): Promise<{ id: string; repeats: Bilingual[] }> {
  const former = await findDelegation(transaction, id)
  if (former === undefined) throw noDelegation()
  const content = withoutPeopleAndDates(former.content)
  const copy = { bodyId: former.bodyId, content, copiedFrom: id, from: 'copy' } as const
  return { id: await beginDelegation(transaction, law, actor, copy, today), repeats: repeatsOf(former) }
}

/** A former content as the beginning of a new one. Pure. */
export function withoutPeopleAndDates(content: Content): Content {
  const kept = Object.fromEntries(Object.entries(content).filter(([name]) => !DROPPED.has(name)))
  const stays = itemsAt(content, 'trip/stays').map(({ arrive: _, leave: __, ...stay }) => stay)
  return { ...kept, trip: { stays }, members: [] }
}

/** In words, what a copy repeats: the directive wants no repetition (38-CT/TW, point 4). */
function repeatsOf(former: DelegationRow): Bilingual[] {
  const { content } = former
  const departure = dayAt(content, 'trip/departure')
  const hosts = itemsAt(content, 'hosts').map(({ name }) => String(name ?? ''))
  const purpose = isObject(content.purpose) ? content.purpose.summary : undefined
  const code = codeOf(former)
  const day = departure === null ? undefined : formatDay(departure)
  return [
    {
      vi: `Hồ sơ cũ ${code}${day === undefined ? '' : `, đi ngày ${day}`}`,
      en: `Former dossier ${code}${day === undefined ? '' : `, departing on ${day}`}`,
    },
    ...(typeof purpose === 'string' ? [{ vi: `Mục đích: ${purpose}`, en: `Purpose: ${purpose}` }] : []),
    ...(hosts.length > 0 ? [{ vi: `Đối tác: ${hosts.join(', ')}`, en: `Hosts: ${hosts.join(', ')}` }] : []),
  ]
}
