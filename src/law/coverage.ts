import type { Case } from './cases.ts'
import type { LawNorm } from './law.ts'

/** Rules that ask the registry of all delegations: a dossier in a file answers nothing, so no case can exercise them. */
export const BEYOND_A_FILE: readonly string[] = ['density']

/** A norm for which cases are lacking. */
export interface Uncovered {
  rule: string
  norm: string
  /** No case expects a breach of it. */
  violated: boolean
  /** No case names it among those that must pass. */
  passing: boolean
}

/** How cases name a norm or a duty: its rule and its place, `delegation-size 4060-CV-BTCTU-2019#1`. */
export function nameOf({ rule, norm }: { rule: string; norm: string }): string {
  return `${rule} ${norm}`
}

/** Whether a case says something of a norm: expects a finding of it that is no pass, or names it among the passing. */
export function exercises({ expect }: Case, norm: { rule: string; norm: string }): boolean {
  const name = nameOf(norm)
  return expect.findings.some((finding) => nameOf(finding) === name) || (expect.passing ?? []).includes(name)
}

/** The norms that no case sees violated, or none sees passing; several norms of one rule and place count as one. */
export function uncovered(norms: readonly LawNorm[], cases: readonly Case[]): Uncovered[] {
  const violated = new Set(
    cases.flatMap(({ expect }) => expect.findings.filter(({ outcome }) => outcome === 'violated').map(nameOf)),
  )
  const passing = new Set(cases.flatMap(({ expect }) => expect.passing ?? []))
  const named = new Map(norms.map(({ rule, id }) => [nameOf({ rule: rule.id, norm: id }), { rule: rule.id, norm: id }]))
  return [...named]
    .map(([name, norm]) => ({ ...norm, violated: !violated.has(name), passing: !passing.has(name) }))
    .filter((one) => one.violated || one.passing)
}
