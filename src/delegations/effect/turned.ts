import type { Day } from '../../kernel/day.ts'
import type { Finding } from '../../law/index.ts'
import type { Verdict } from '../../law/result.ts'

/** How a finding ends: one that is violated under both laws may still weigh more under one of them. */
export type Ending = Pick<Finding, 'outcome' | 'severity'>

/** A norm that comes to something else under the candidate; null where it is not asked for under one of the two. */
export interface TurnedNorm {
  rule: string
  norm: string
  before: Ending | null
  after: Ending | null
}

/** A dossier on which two laws do not agree; null where it cannot be judged. */
export interface TurnedDossier<Norm extends TurnedNorm = TurnedNorm> {
  id: string
  code: string
  body: string
  /** The day whose law was read: of its decision, or when the candidate first tells on it. */
  asOf: Day
  before: Verdict | null
  after: Verdict | null
  norms: Norm[]
}

/** How many findings of a norm are violated under one law only, or weigh otherwise under the other. */
export interface NormCount {
  rule: string
  norm: string
  newly: number
  noMore: number
  weighed: number
}

/** What turned, counted by norm; the most turned first. Pure, also in the browser. */
export function normsOf(turned: readonly TurnedDossier[]): NormCount[] {
  const norms = new Map<string, NormCount>()
  for (const { rule, norm, before, after } of turned.flatMap((one) => one.norms)) {
    const key = `${rule} ${norm}`
    const count = norms.get(key) ?? { rule, norm, newly: 0, noMore: 0, weighed: 0 }
    const [was, is] = [before?.outcome === 'violated', after?.outcome === 'violated']
    if (was && is) count.weighed += 1
    else if (is) count.newly += 1
    else if (was) count.noMore += 1
    norms.set(key, count)
  }
  const weight = ({ newly, noMore, weighed }: NormCount) => newly + noMore + weighed
  return [...norms.values()].sort((one, other) => weight(other) - weight(one) || (one.norm < other.norm ? -1 : 1))
}
