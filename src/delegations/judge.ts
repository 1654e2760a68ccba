import type { Day } from '../kernel/day.ts'
import type { Fault } from '../kernel/errors.ts'
import { type CheckResult, check, type Dossier, type Finding, type Law, readRequest } from '../law/index.ts'
import { type Content, contractOf } from './content/content.ts'
import { type Fact, registryOf, withFacts } from './content/facts.ts'

/** How the law of a day sees a dossier: judged, or why it cannot be judged yet. */
export type Judged =
  | { dossier: Dossier; result: CheckResult; faults?: undefined }
  | { dossier?: undefined; result?: undefined; faults: Fault[] }

/** Judges a content with the facts of the registers laid over it, by the law of a day. Pure. */
export function judge(law: Law, content: Content, facts: readonly Fact[], asOf: Day): Judged {
  const { request, faults } = readRequest({ asOf, dossier: contractOf(withFacts(content, facts)) })
  if (request === undefined) return { faults }
  return { dossier: request.dossier, result: check(law, request, asOf, registryOf(facts)) }
}

/** What makes two findings of one dossier the same, whatever they say: the norm that is asked, and of whom or what. */
export function findingKey({ rule, norm, subject }: Pick<Finding, 'rule' | 'norm' | 'subject'>): string {
  return `${rule} ${norm} ${subject ?? ''}`
}
