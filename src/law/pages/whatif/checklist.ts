import type { Bilingual } from '../../../kernel/text.ts'
import type { Law, LawNorm } from '../../law.ts'
import type { Finding } from '../../result.ts'
import { RULES } from '../../rules/index.ts'
import { CLASSES, classOf, type FindingClass } from './classes.ts'

/** One thing that the law wants to be in a dossier. */
export interface ChecklistLine {
  rule: string
  /** How it stands: the worst that is found of it; a pass is there. */
  state: FindingClass
  /** Every norm that wants it, in the order of the findings. */
  norms: string[]
  /** What is found in that state, each sentence once. */
  said: { message: Bilingual; finding: Finding }[]
}

/**
 * The checklist of a dossier: what the texts that bind it want to be in it. It is read out of the findings, so that nothing
 * stands in it that no norm asks of this dossier, and a new text brings its own lines. In the order of the rules. Pure.
 */
export function checklistOf({ norms }: Pick<Law, 'norms'>, findings: readonly Finding[]): ChecklistLine[] {
  const wanted = new Set(norms.filter(wantsEvidence).map(({ rule, id }) => `${rule.id} ${id}`))
  const asked = findings.filter(({ rule, norm }) => wanted.has(`${rule} ${norm}`))
  return RULES.flatMap(({ id }) => {
    const own = asked.filter(({ rule }) => rule === id)
    const state = CLASSES.find((one) => own.some((finding) => classOf(finding) === one))
    return state === undefined ? [] : [lineOf(id, state, own)]
  })
}

/** Whether a breach of the norm, or a lesser breach of it, is that something is missing. */
function wantsEvidence({ severity, grades }: LawNorm): boolean {
  return severity === 'missing' || Object.values(grades).includes('missing')
}

function lineOf(rule: string, state: FindingClass, findings: readonly Finding[]): ChecklistLine {
  const telling = findings.filter((finding) => classOf(finding) === state)
  const said = new Map(telling.map((finding) => [finding.message.vi, { message: finding.message, finding }]))
  return { rule, state, norms: [...new Set(findings.map(({ norm }) => norm))], said: [...said.values()] }
}
