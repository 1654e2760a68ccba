import type { Bilingual } from '../../../kernel/text.ts'
import type { Finding } from '../../result.ts'
import { CLASSES, classOf, type FindingClass } from './classes.ts'
import { type SectionName, sectionOf } from './sections.ts'

/** What several norms say in the same words of the same subject. */
export interface Entry {
  /** The sentence they share. */
  message: Bilingual
  /** The first of the findings; the others differ by their norm, and by what they add. */
  finding: Finding
  findings: Finding[]
}

/** All that one rule says with one gravity: one card. */
export interface Group {
  rule: string
  kind: FindingClass
  /** What other texts say otherwise: it concerns the rule as a whole, so only its gravest card says it. */
  conflict: Bilingual | undefined
  entries: Entry[]
}

/** Gathers findings into cards, from the worst, in the order in which they come. */
export function groupFindings(findings: Finding[]): Group[] {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const kind = classOf(finding)
    const key = `${kind} ${finding.rule}`
    const group = groups.get(key) ?? { rule: finding.rule, kind, conflict: undefined, entries: [] }
    groups.set(key, group)
    enter(group.entries, finding)
  }
  const ordered = [...groups.values()].sort((one, other) => CLASSES.indexOf(one.kind) - CLASSES.indexOf(other.kind))
  return ordered.map((group) => {
    const gravest = ordered.find(({ rule }) => rule === group.rule) === group
    return gravest ? { ...group, conflict: group.entries[0]?.finding.trace.conflict } : group
  })
}

/** Puts a finding with those that say the same; one that says the same and more shares their sentence. */
function enter(entries: Entry[], finding: Finding): void {
  const message = ownWords(finding)
  const entry = entries.find(
    (one) => one.finding.subject === finding.subject && (goesOn(message, one.message) || goesOn(one.message, message)),
  )
  if (entry === undefined) {
    entries.push({ message, finding, findings: [finding] })
    return
  }
  if (goesOn(entry.message, message)) entry.message = message
  entry.findings.push(finding)
}

/** What a finding adds to the sentence of its entry, such as that a value was chosen; empty when nothing. */
export function addedBy(finding: Finding, { message }: Entry): Bilingual {
  const own = ownWords(finding)
  return { vi: own.vi.slice(message.vi.length).trim(), en: own.en.slice(message.en.length).trim() }
}

/** The message without the note on other texts that ends it: that is told once for the rule. */
function ownWords({ message, trace: { conflict } }: Finding): Bilingual {
  if (conflict === undefined) return message
  return { vi: withoutEnd(message.vi, conflict.vi), en: withoutEnd(message.en, conflict.en) }
}

function withoutEnd(text: string, end: string): string {
  return text.endsWith(end) ? text.slice(0, -end.length).trim() : text
}

/** Whether one message is the other, or the other and further sentences. */
function goesOn(longer: Bilingual, shorter: Bilingual): boolean {
  return longer.vi === shorter.vi || longer.vi.startsWith(`${shorter.vi} `)
}

/** How many cards there are of each gravity, from the worst; passes are counted norm by norm. */
export function countClasses(groups: Group[]): [FindingClass, number][] {
  return CLASSES.flatMap((kind): [FindingClass, number][] => {
    const those = groups.filter((group) => group.kind === kind)
    const count =
      kind === 'pass'
        ? those.flatMap(({ entries }) => entries).flatMap(({ findings }) => findings).length
        : those.length
    return count === 0 ? [] : [[kind, count]]
  })
}

/** Where somebody would go to mend it: the fact that is asked for, else the value that breaks the rule. */
export function fieldToMend(finding: Finding): string | undefined {
  const { read } = finding.trace
  const absent = read.findLast(({ value }) => value === undefined)
  const stated = read.findLast(({ value }) => value !== undefined)
  const asked = finding.severity === 'missing' ? (absent ?? stated) : (stated ?? absent)
  return finding.needs?.[0] ?? asked?.path
}

/** The cards of each section of the form that are no passes: how many, and the worst. */
export function countSections(groups: Group[]): Map<SectionName, { count: number; worst: FindingClass }> {
  const sections = new Map<SectionName, { count: number; worst: FindingClass }>()
  for (const { kind, entries } of groups) {
    if (kind === 'pass' || kind === 'waived' || kind === 'explained') continue
    const names = new Set(entries.map(({ finding }) => sectionOf(fieldToMend(finding) ?? '')))
    for (const name of names) {
      const known = sections.get(name)
      sections.set(name, { count: (known?.count ?? 0) + 1, worst: known?.worst ?? kind })
    }
  }
  return sections
}
