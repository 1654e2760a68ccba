import { basisAgain, basisFor } from '../../cost-norms/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import { moneyOfLine } from '../../plans/index.ts'
import { withFacts } from '../content/facts.ts'
import { dayAt } from '../edit/projection.ts'
import { factsFor } from '../facts/facts-for.ts'
import { noDelegation } from '../refusals.ts'
import { findStep } from '../steps/store.ts'
import { findDelegation } from '../store.ts'
import { estimate } from './estimate.ts'
import { isSameEstimate } from './same-estimate.ts'
import { type FrozenEstimate, latestEstimate } from './store.ts'

/** The estimate of a dossier as it stands, the plan's line beside it, and the estimate of the latest decision. */
export async function getEstimate(
  transaction: Transaction,
  law: Law,
  { id, departure }: { id: string; departure?: Day | undefined },
  today: Day,
) {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const content = withFacts(delegation.content, await factsFor(transaction, law, delegation, today))
  const normsOn = departure ?? dayAt(content, 'trip/departure') ?? today
  const basis = await basisFor(transaction, delegation.bodyId, { normsOn, ratesOn: today })
  const frozen = await latestEstimate(transaction, id)
  const plan = delegation.planLine === null ? undefined : await moneyOfLine(transaction, delegation.planLine, id)
  return {
    basis,
    estimate: estimate(basis, content),
    plan: plan ?? null,
    frozen: frozen === undefined ? null : { ...frozen, same: await isSameAgain(transaction, frozen) },
  }
}

/** Whether what was frozen comes out the same when it is reckoned again. */
async function isSameAgain(transaction: Transaction, frozen: FrozenEstimate): Promise<boolean> {
  const step = await findStep(transaction, frozen.stepId)
  if (step === undefined) return false
  const basis = await basisAgain(transaction, frozen.tableIds, frozen.rateIds)
  return isSameEstimate(estimate(basis, withFacts(step.content, step.facts)), frozen.estimate)
}
