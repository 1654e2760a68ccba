import { basisFor } from '../../cost-norms/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { compareDecimals, type Decimal, productOf, sumOf } from '../../kernel/decimal.ts'
import { type Basis, factorOf } from '../../law/costs/basis.ts'
import { bookForDossier } from '../../plans/index.ts'
import type { Content } from '../content/content.ts'
import { type Fact, withFacts } from '../content/facts.ts'
import { dayAt, itemsAt } from '../edit/projection.ts'
import type { DelegationRow } from '../store.ts'
import { type Estimate, estimate } from './estimate.ts'
import { itemsLeftOut } from './left-out.ts'
import { moneyOf } from './read-costs.ts'
import { type FrozenEstimate, insertEstimate } from './store.ts'

/**
 * Freezes the estimate with the step that decides on it: norms of the day of departure, rates of the day of the decision.
 * `content` is the dossier as decided. Returns what was frozen, with what the state budget pays.
 */
export async function freezeEstimate(
  transaction: Transaction,
  delegation: Pick<DelegationRow, 'id' | 'rootId' | 'bodyId'>,
  { stepId, content, facts, on }: { stepId: string; content: Content; facts: readonly Fact[]; on: Day },
): Promise<Omit<FrozenEstimate, 'at'>> {
  const shown = withFacts(content, facts)
  const normsOn = dayAt(shown, 'trip/departure') ?? on
  const basis = await basisFor(transaction, delegation.bodyId, { normsOn, ratesOn: on })
  const reckoned = estimate(basis, shown)
  const frozen = {
    stepId,
    normsOn,
    ratesOn: on,
    tableIds: reckoned.tables.map(({ id }) => id),
    rateIds: reckoned.rates.map(({ id }) => id),
    estimate: reckoned,
    stateVnd: stateMoney(basis, shown, reckoned),
  }
  await insertEstimate(transaction, delegation, frozen)
  return frozen
}

/**
 * Books what the decision does to the money of the dossier's line: `vnd` of the state budget stands for it from now on, and
 * 0 gives all of it back (a trip cancelled or postponed). Nothing is booked where the dossier rests on no line in force.
 * Throws `Refused` where more than planned would be committed and no reason is stated.
 */
export async function moneyOfDecision(
  transaction: Transaction,
  actor: Actor,
  { id, planLine, content }: Pick<DelegationRow, 'id' | 'planLine' | 'content'>,
  vnd: Decimal,
  said: { document: string; on: Day; reason: string },
): Promise<{ kind: 'committed' | 'released'; vnd: number } | undefined> {
  if (planLine === null) return undefined
  const month = Number((dayAt(content, 'trip/departure') ?? said.on).slice(5, 7))
  return bookForDossier(transaction, actor, {
    dossierId: id,
    planLine,
    vnd: Number(vnd),
    half: month <= 6 ? 1 : 2,
    ...said,
  })
}

/**
 * What the state budget pays: by the lines of the estimate or, where they leave something out, by what the dossier states as its
 * funding if that is more. Pure.
 */
export function stateMoney(basis: Basis, content: Content, reckoned: Estimate): Decimal {
  return followsStated(basis, content, reckoned) ? statedMoney(basis, content) : byLines(reckoned)
}

/** Whether what the state budget pays is what the dossier states, not what its lines come to. Pure. */
export function followsStated(basis: Basis, content: Content, reckoned: Estimate): boolean {
  const whole = reckoned.lines.length > 0 && itemsLeftOut(content, reckoned).length === 0
  return !whole && compareDecimals(statedMoney(basis, content), byLines(reckoned)) > 0
}

function byLines({ totals }: Estimate): Decimal {
  return sumOf(totals.filter(({ source }) => source === 'state-budget').map(({ vnd }) => vnd))
}

function statedMoney(basis: Basis, content: Content): Decimal {
  return sumOf(
    itemsAt(content, 'funding').flatMap(({ source, amount }) => {
      const money = source === 'state-budget' ? moneyOf(amount) : undefined
      const factor = money && factorOf(basis, money.currency)
      return money === undefined || factor === undefined ? [] : [productOf([money.amount, factor], 0)]
    }),
  )
}
