import { addDays, formatDay } from '../kernel/day.ts'
import type { Language } from '../kernel/text.ts'
import type { Case } from './cases.ts'
import { citation, placeWords } from './citation.ts'
import { jurisdictionName } from './codes/jurisdictions.ts'
import { whoWords } from './condition-words.ts'
import { BEYOND_A_FILE, uncovered } from './coverage.ts'
import { instrumentDays } from './in-force.ts'
import type { Law, NormOnDay } from './law.ts'
import { SEVERITY_NAMES } from './names.ts'
import { ruleTitle } from './rules/index.ts'
import { type Period, type Remark, timelineOf } from './timeline.ts'

const WORDS = {
  vi: {
    counts: (law: Law, cases: number) =>
      `${law.data.instruments.length} văn bản · ${law.norms.length} quy định · ${law.obligations.length} nghĩa vụ sau chuyến đi · ${law.data.administered.length} giá trị ấn định · ${cases} ca kiểm thử`,
    edition: 'Mã băm của bộ văn bản',
    conflict: 'Mâu thuẫn: nhiều văn bản cùng hiệu lực, nói khác nhau',
    gap: 'Khoảng trống: quy định đã có rồi không còn',
    overlap: 'Trùng: nhiều văn bản cùng hiệu lực, nói như nhau',
    without: 'Điểm chưa gắn quy định hay nghĩa vụ nào',
    cases: 'Quy định còn thiếu ca kiểm thử',
    violated: 'chưa có ca vi phạm',
    passing: 'chưa có ca đạt',
    registry: 'cần sổ đăng ký đoàn, không thử được bằng hồ sơ trong tệp',
    none: 'không có',
    ended: (number: string) => `${number} hết hiệu lực`,
    days: (from: string, to?: string) => (to === undefined ? `từ ${from}` : `từ ${from} đến ${to}`),
  },
  en: {
    counts: (law: Law, cases: number) =>
      `${law.data.instruments.length} instruments · ${law.norms.length} norms · ${law.obligations.length} duties after the trip · ${law.data.administered.length} administered values · ${cases} cases`,
    edition: 'Content hash of this edition',
    conflict: 'Conflicts: several texts in force, saying different things',
    gap: 'Gaps: a rule that had a norm has none',
    overlap: 'Overlaps: several texts in force, saying the same',
    without: 'Places without a norm or a duty',
    cases: 'Norms that lack a case',
    violated: 'no case breaks it',
    passing: 'no case passes it',
    registry: 'asks the registry of delegations, which a dossier in a file does not have',
    none: 'none',
    ended: (number: string) => `${number} has ended`,
    days: (from: string, to?: string) => (to === undefined ? `from ${from}` : `from ${from} to ${to}`),
  },
}

/** What somebody who keeps the law should look at, as lines for a terminal: counts, what disagrees, what is lacking. */
export function lawReport(law: Law, cases: readonly Case[], language: Language): string[] {
  const words = WORDS[language]
  const periods = timelineOf(law)
  const remarked = (remark: Remark) =>
    periods.filter((period) => period.remark === remark).flatMap((period) => periodLines(law, period, language))
  return [
    words.counts(law, cases.length),
    `${words.edition}: ${law.hash}`,
    ...section(words.conflict, remarked('conflict'), language),
    ...section(words.gap, remarked('gap'), language),
    ...section(words.overlap, remarked('overlap'), language),
    ...section(words.without, bareProvisions(law, language), language),
    ...section(words.cases, uncoveredLines(law, cases, language), language),
  ]
}

function section(title: string, lines: string[], language: Language): string[] {
  return ['', title, ...(lines.length > 0 ? lines.map((line) => `  ${line}`) : [`  ${WORDS[language].none}`])]
}

function periodLines(law: Law, period: Period, language: Language): string[] {
  const { rule, jurisdiction, norms, remark } = period
  const days = daysOf(period, language)
  const head = `• ${ruleTitle(rule)[language]} · ${jurisdictionName(jurisdiction)} · ${days}`
  if (remark === 'conflict') return [head, ...norms.map((one) => `    ${normLine(one, language)}`)]
  if (remark === 'overlap') return [`${head}: ${norms.map(({ norm }) => placeOf(norm, language)).join('; ')}`]
  return [`${head} – ${reasonOfEnd(law, period, language)}`]
}

function daysOf({ from, to }: Period, language: Language): string {
  return WORDS[language].days(formatDay(from), to === undefined ? undefined : formatDay(to))
}

/** Why the last norms of a rule ended on the day before a gap: what the norm says of its end, or that its text ended. */
function reasonOfEnd(law: Law, { rule, from }: Period, language: Language): string {
  const ended = law.norms.filter((norm) => norm.rule.id === rule && norm.to === addDays(from, -1))
  const reasons = ended.map((norm) => {
    const textEnded = instrumentDays(norm.instrument, law.data.instruments).to === norm.to
    return (textEnded ? undefined : norm.note?.[language]) ?? WORDS[language].ended(norm.instrument.number)
  })
  return [...new Set(reasons)].join('; ')
}

function normLine({ norm, parameters }: NormOnDay, language: Language): string {
  const demand = norm.rule.demand(parameters)[language]
  const severity = SEVERITY_NAMES[norm.severity][language].toLowerCase()
  return `${placeOf(norm, language)}: ${demand} – ${whoWords(norm, language)} – ${severity}`
}

function placeOf({ instrument, provision }: NormOnDay['norm'], language: Language): string {
  return citation(instrument.number, provision.place, language)
}

function bareProvisions(law: Law, language: Language): string[] {
  return law.data.instruments.flatMap(({ number, provisions }) =>
    provisions
      .filter(({ norms = [], obligations = [] }) => norms.length + obligations.length === 0)
      .map(({ place, summary }) => `• ${number}, ${placeWords(place ?? '?', language)}: ${summary[language]}`),
  )
}

function uncoveredLines(law: Law, cases: readonly Case[], language: Language): string[] {
  const words = WORDS[language]
  return uncovered(law.norms, cases).map(({ rule, norm, violated, passing }) => {
    const lacks = BEYOND_A_FILE.includes(rule)
      ? [words.registry]
      : [...(violated ? [words.violated] : []), ...(passing ? [words.passing] : [])]
    return `• ${ruleTitle(rule)[language]} (${rule} ${norm}): ${lacks.join(', ')}`
  })
}
