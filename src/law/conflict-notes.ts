import { formatDay } from '../kernel/day.ts'
import type { Bilingual } from '../kernel/text.ts'
import type { LawNorm } from './law.ts'
import { SEVERITY_NAMES } from './names.ts'

interface Applied {
  norm: LawNorm
  parameters: Record<string, unknown>
}

/**
 * What to say of norms of one rule that stand in different texts, bind on the same day and disagree in their limit, in
 * whom they bind or in what a breach means: which texts, which is the later, who issued them. Nothing is resolved.
 */
export function conflictNotes(applied: Applied[]): Map<LawNorm, Bilingual> {
  const notes = new Map<LawNorm, Bilingual>()
  for (const group of byRule(applied)) {
    if (!disagree(group)) continue
    const note = { vi: sentence(group, 'vi'), en: sentence(group, 'en') }
    for (const { norm } of group) notes.set(norm, note)
  }
  return notes
}

/** Whether norms of one rule, in two texts or more, demand different things. Norms of one text are its own alternatives. */
export function disagree(group: Applied[]): boolean {
  if (new Set(group.map(({ norm }) => norm.instrument.id)).size < 2) return false
  return (
    new Set(group.map(({ norm, parameters }) => JSON.stringify([parameters, norm.severity, norm.grades, norm.who])))
      .size > 1
  )
}

function byRule(applied: Applied[]): Applied[][] {
  const groups = new Map<string, Applied[]>()
  for (const one of applied) groups.set(one.norm.rule.id, [...(groups.get(one.norm.rule.id) ?? []), one])
  return [...groups.values()]
}

function sentence(group: Applied[], language: keyof Bilingual): string {
  const latestFirst = [...group].sort((one, other) =>
    one.norm.instrument.issued < other.norm.instrument.issued ? 1 : -1,
  )
  const list = latestFirst.map((one) => describe(one, language)).join('; ')
  const latest = latestFirst[0]?.norm.instrument.number
  return language === 'vi'
    ? `Nhiều văn bản cùng hiệu lực về nội dung này: ${list}. Ban hành sau cùng là ${latest}; mức chặt nhất quyết định kết luận.`
    : `Several texts in force speak of this: ${list}. The latest is ${latest}; the strictest decides the verdict.`
}

function describe({ norm, parameters }: Applied, language: keyof Bilingual): string {
  const { number, issued, issuer } = norm.instrument
  const demand = norm.rule.demand(parameters)[language]
  const severity = SEVERITY_NAMES[norm.severity][language].toLowerCase()
  return `${number} (${issuer[language]}, ${formatDay(issued)}): ${demand} – ${severity}`
}
