import type { Finding } from '../../result.ts'
import { CLASSES, classOf, type FindingClass } from './classes.ts'
import { type SectionName, sectionOf } from './sections.ts'

/** What several norms say in the same words of the same subject. */
export interface Entry {
  /** The first of the findings; the others differ by their norm only. */
  finding: Finding
  findings: Finding[]
}

/** All that one rule says with one gravity: one card. */
export interface Group {
  rule: string
  kind: FindingClass
  /** Whether it is the gravest card of its rule: what concerns the rule as a whole is said there only. */
  first: boolean
  entries: Entry[]
}

/** Gathers findings into cards, from the worst, in the order in which they come. */
export function groupFindings(findings: Finding[]): Group[] {
  const groups = new Map<string, Group>()
  for (const finding of findings) {
    const kind = classOf(finding)
    const key = `${kind} ${finding.rule}`
    const group = groups.get(key) ?? { rule: finding.rule, kind, first: false, entries: [] }
    groups.set(key, group)
    const entry = group.entries.find((one) => one.finding.message.vi === finding.message.vi)
    if (entry) entry.findings.push(finding)
    else group.entries.push({ finding, findings: [finding] })
  }
  const ordered = [...groups.values()].sort((one, other) => CLASSES.indexOf(one.kind) - CLASSES.indexOf(other.kind))
  return ordered.map((group) => ({ ...group, first: ordered.find(({ rule }) => rule === group.rule) === group }))
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
