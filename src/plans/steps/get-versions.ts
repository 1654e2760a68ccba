import type { Transaction } from '../../db/transaction.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { PlanVersion, PlanVersionHead } from '../answers.ts'
import { noPlan } from '../refusals.ts'
import { findEditions, findPlan } from '../store.ts'
import { findVersion, findVersions } from './store.ts'

/** The steps of every edition of a plan, first to last. */
export async function listVersions(transaction: Transaction, planId: string): Promise<PlanVersionHead[]> {
  const plan = await findPlan(transaction, planId)
  if (plan === undefined) throw noPlan()
  const editions = await findEditions(transaction, plan.bodyId, plan.year)
  return findVersions(
    transaction,
    editions.map(({ id }) => id),
  )
}

/** The plan as a step froze it. */
export async function getVersion(transaction: Transaction, id: string): Promise<PlanVersion> {
  const version = await findVersion(transaction, id)
  if (version) return version
  throw new NotFound({
    vi: 'Không có phiên bản này, hoặc phiên bản nằm ngoài phạm vi của bạn.',
    en: 'There is no such version, or it is outside your scope.',
  })
}
