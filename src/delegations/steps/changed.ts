import type { Bilingual } from '../../kernel/text.ts'
import type { Finding } from '../../law/result.ts'
import type { Content } from '../content/content.ts'
import { isObject, type Json, sameJson } from '../content/json.ts'
import { itemsAt } from '../edit/projection.ts'
import type { DelegationRow } from '../store.ts'

/** The contents of a decision that a change may touch (08/2025/TT-BNG counts changed contents: one is endorsed, two or more are decided anew). */
export const CONTENTS = ['members', 'days', 'countries', 'purpose', 'hosts', 'programme', 'money'] as const
export type ChangedContent = (typeof CONTENTS)[number]

/** How they are called. */
export const CONTENT_NAMES: Record<ChangedContent, Bilingual> = {
  members: { vi: 'thành phần đoàn', en: 'members' },
  days: { vi: 'thời gian', en: 'days' },
  countries: { vi: 'nước đến', en: 'countries' },
  purpose: { vi: 'mục đích', en: 'purpose' },
  hosts: { vi: 'đối tác', en: 'hosts' },
  programme: { vi: 'chương trình', en: 'programme' },
  money: { vi: 'kinh phí', en: 'money' },
}

/** Whether a decision stands and is being changed. Pure. */
export function isBeingChanged({ state, document }: Pick<DelegationRow, 'state' | 'document'>): boolean {
  return state === 'amending' || state === 'amended' || (state === 'passed-up' && document !== null)
}

/** Which contents differ between the dossier as decided and as it is now. Pure. */
export function changedContents(decided: Content, now: Content): ChangedContent[] {
  return CONTENTS.filter((one) => !sameJson(PARTS[one](decided), PARTS[one](now)))
}

const PARTS: Record<ChangedContent, (content: Content) => Json> = {
  members: (content) =>
    list(
      content,
      'members',
      ({ name = null, role = null, personId = null, unit = null, position = null, task = null }) => [
        name,
        role,
        personId,
        unit,
        position,
        task,
      ],
    ),
  days: (content) => [
    fields(content.trip, 'departure', 'return'),
    list(content, 'trip/stays', ({ arrive = null, leave = null }) => [arrive, leave]),
  ],
  countries: (content) => list(content, 'trip/stays', ({ country = null }) => country),
  purpose: (content) =>
    fields(content.purpose, 'kind', 'summary', 'requirements', 'content', 'underAgreement', 'importantEvent'),
  hosts: (content) => [
    list(content, 'hosts', ({ name = null, country = null, kind = null }) => [name, country, kind]),
    list(content, 'invitations', ({ key: _, ...invitation }) => invitation),
  ],
  programme: (content) => list(content, 'programme', ({ key: _, ...entry }) => entry),
  money: (content) => [
    list(content, 'funding', ({ key: _, ...entry }) => entry),
    content.estimate ?? null,
    content.organiser ?? null,
    list(content, 'flights', ({ key: _, ...flight }) => flight),
    list(content, 'gifts', ({ key: _, ...gift }) => gift),
    // The money that a decision commits follows from what is typed of the estimate; the key of a norm says which.
    list(content, 'costs/norms', (said) => said).filter((said) => isObject(said) && Object.keys(said).length > 1),
    list(content, 'costs/lines', ({ key: _, ...line }) => line),
  ],
}

/** The top-level fields of the dossier of the contract that each content lives in. */
const FIELDS: Record<ChangedContent, readonly string[]> = {
  members: ['members', 'leadership'],
  days: ['trip'],
  countries: ['trip'],
  purpose: ['purpose'],
  hosts: ['hosts', 'invitations'],
  programme: ['programme'],
  money: ['funding', 'estimate', 'organiser', 'flights', 'gifts'],
}

/** The findings that have read what was changed: only these the change can have turned. Pure. */
export function touchedFindings(findings: readonly Finding[], changed: readonly ChangedContent[]): Finding[] {
  const touched = new Set(changed.flatMap((one) => FIELDS[one]))
  return findings.filter(({ trace }) => trace.read.some(({ path }) => touched.has(path.split(/[.[]/)[0] ?? '')))
}

function list(content: Content, at: string, part: (item: Record<string, Json>) => Json): Json[] {
  return itemsAt(content, at).map(part)
}

function fields(value: Json | undefined, ...names: string[]): Json {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null
  return names.map((name) => value[name] ?? null)
}
