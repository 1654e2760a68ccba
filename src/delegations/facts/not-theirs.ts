import { type Day, formatDay } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { readAtKeys } from '../content/changes.ts'
import type { Content } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import type { Json } from '../content/json.ts'
import { itemsAt } from '../edit/projection.ts'
import type { Recommendation } from '../workflow.ts'

/**
 * Words that are not the unit's to say: what examiners judge, what parties answer, what those approve who manage a cadre. The
 * contract lets a dossier state them, and before it is signed they show as the unit states them. Once it has left the unit
 * they count from those only whose words they are: here each is taken for not said, and what they say is laid over it. Pure.
 */
export function notTheUnits(content: Content): Fact[] {
  return [
    ...unsaid('purpose/practicality/appraisal', content, null, BY_EXAMINERS),
    ...itemsAt(content, 'explanations').flatMap(({ key }) =>
      unsaid(`explanations/${String(key)}/accepted`, content, null, BY_EXAMINERS),
    ),
    ...itemsAt(content, 'overlaps').flatMap(({ key }) =>
      unsaid(`overlaps/${String(key)}/resolution`, content, null, BY_EXAMINERS),
    ),
    ...itemsAt(content, 'consultations').flatMap(consulted),
    ...itemsAt(content, 'members').flatMap(({ key, managedBy }) =>
      managedBy === 'unit' ? [] : unsaid(`members/${String(key)}/personnelApproval`, content, null, BY_MANAGERS),
    ),
  ]
}

/** Parties whose answers are taken in the system; a consultation of others is a paper that the unit has. */
const ANSWERS_HERE: ReadonlySet<Json | undefined> = new Set([
  'mission',
  'public-security',
  'department-of-foreign-affairs',
])

function consulted({ key, with: party, answer }: Record<string, Json>): Fact[] {
  if (!ANSWERS_HERE.has(party) || answer === 'pending') return []
  return [{ at: `consultations/${String(key)}/answer`, value: 'pending', source: BY_PARTIES, heard: true }]
}

function unsaid(at: string, content: Content, value: null, source: Bilingual): Fact[] {
  return (readAtKeys(content, at) ?? null) === null ? [] : [{ at, value, source, heard: true }]
}

const BY_EXAMINERS: Bilingual = {
  vi: 'Đơn vị đã nêu; chỉ ý kiến thẩm định mới được tính',
  en: 'Stated by the unit; only the examination counts',
}
const BY_PARTIES: Bilingual = {
  vi: 'Đơn vị đã nêu; chỉ trả lời của nơi được hỏi mới được tính',
  en: 'Stated by the unit; only the answer of the party counts',
}
const BY_MANAGERS: Bilingual = {
  vi: 'Đơn vị đã nêu; chỉ văn bản của cơ quan quản lý cán bộ, ghi ở phần Lấy ý kiến, mới được tính',
  en: 'Stated by the unit; only the paper of whoever manages the cadre, entered among the opinions, counts',
}

/** The department of foreign affairs is heard by its own recommendation. Pure. */
export function recommendationFacts(
  content: Content,
  step: { id: string; recommendation: Recommendation; on: Day } | undefined,
): Fact[] {
  if (step === undefined) return []
  const { id, recommendation, on } = step
  const answer = recommendation === 'refuse' || recommendation === 'postpone' ? 'objects' : 'agrees'
  const value = { key: id, with: 'department-of-foreign-affairs', on, answer }
  const source = { vi: `Báo cáo thẩm định ngày ${formatDay(on)}`, en: `Recommendation of ${on}` }
  const begun = readAtKeys(content, 'consultations')
  return Array.isArray(begun)
    ? [{ at: `consultations/${id}`, value, source, heard: true }]
    : [{ at: 'consultations', value: [value], source, heard: true }]
}
