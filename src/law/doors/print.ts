import { formatDay } from '../../kernel/day.ts'
import type { Language } from '../../kernel/text.ts'
import type { BareFinding } from '../check.ts'
import { citeNorm } from '../citation.ts'
import type { Dossier } from '../dossier.ts'
import type { Law } from '../law.ts'
import { OBLIGATION_STATE_NAMES, OUTCOME_NAMES, SEVERITY_NAMES, VERDICT_NAMES } from '../names.ts'
import type { CheckResult, Finding, Obligation, Verdict } from '../result.ts'
import { ruleTitle } from '../rules/index.ts'

const MARKS: Record<string, string> = {
  prohibited: '✕',
  'needs-exception': '!',
  missing: '○',
  explain: '?',
  advice: '·',
  unknown: '…',
  waived: '✓',
}

const WORDS = {
  vi: {
    lawOf: 'Theo văn bản có hiệu lực ngày',
    none: 'Không có văn bản nào trong hệ thống có hiệu lực ngày này.',
    passes: 'quy định đạt',
    remedy: 'Sửa',
    needs: 'Cần nêu',
    obligations: 'Việc phải làm sau chuyến đi',
  },
  en: {
    lawOf: 'By the law in force on',
    none: 'No text of the system is in force on this day.',
    passes: 'norms pass',
    remedy: 'Remedy',
    needs: 'To be stated',
    obligations: 'What follows from the trip',
  },
}

/** The result for a person at a terminal: the verdict, each finding that is no pass with its place, the duties. */
export function printResult(result: CheckResult, dossier: Dossier, law: Law, language: Language): string {
  const words = WORDS[language]
  const open = result.findings.filter(({ outcome }) => outcome !== 'pass')
  const passes = result.findings.length - open.length
  return [
    dossier.title,
    `${VERDICT_NAMES[result.verdict][language].toUpperCase()}. ${words.lawOf} ${formatDay(result.asOf)}.`,
    ...(result.instruments.length === 0 ? [words.none] : []),
    '',
    ...open.flatMap((finding) => [...findingLines(finding, law, language), '']),
    `✓ ${passes} ${words.passes}`,
    ...(result.obligations.length > 0 ? ['', `${words.obligations}:`] : []),
    ...result.obligations.map((obligation) => obligationLine(obligation, law, language)),
    '',
  ].join('\n')
}

/** One line for one dossier of a batch. */
export function printLine(
  line: number,
  title: string,
  verdict: Verdict,
  findings: BareFinding[],
  language: Language,
): string {
  const open = findings.filter(({ outcome }) => outcome === 'violated' || outcome === 'unknown')
  const rules = [...new Set(open.map(({ rule }) => ruleTitle(rule)[language]))].join('; ')
  return `${line}\t${VERDICT_NAMES[verdict][language]}\t${title}${rules === '' ? '' : `\t${rules}`}`
}

function findingLines(finding: Finding, law: Law, language: Language): string[] {
  const words = WORDS[language]
  const violated = finding.outcome === 'violated'
  const mark = MARKS[violated ? finding.severity : finding.outcome] ?? ' '
  const label = violated ? SEVERITY_NAMES[finding.severity] : OUTCOME_NAMES[finding.outcome]
  return [
    `${mark} ${label[language]} – ${ruleTitle(finding.rule)[language]} [${citeNorm(finding.norm, law.data.instruments, language)}]`,
    `  ${finding.message[language]}`,
    ...(finding.remedy ? [`  ${words.remedy}: ${finding.remedy[language]}`] : []),
    ...(finding.needs ? [`  ${words.needs}: ${finding.needs.join(', ')}`] : []),
  ]
}

function obligationLine(obligation: Obligation, law: Law, language: Language): string {
  const { norm, due, what, recipients, state } = obligation
  const to = recipients.length > 0 ? ` → ${recipients.join(', ')}` : ''
  const stateName = OBLIGATION_STATE_NAMES[state][language]
  return `- ${formatDay(due)} (${stateName}) ${what[language]}${to} [${citeNorm(norm, law.data.instruments, language)}]`
}
