import { basisFor } from '../../cost-norms/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { type Day, daysFromTo } from '../../kernel/day.ts'
import { type Fault, fault, Invalid } from '../../kernel/errors.ts'
import { formatMoney } from '../../kernel/money.ts'
import type { Basis } from '../../law/costs/basis.ts'
import type { Content } from '../content/content.ts'
import { type Fact, withFacts } from '../content/facts.ts'
import { isObject, sameJson } from '../content/json.ts'
import { countriesOf, dayAt, itemsAt } from '../edit/projection.ts'
import type { DelegationRow } from '../store.ts'
import { followsStated } from './decided.ts'
import { estimate } from './estimate.ts'

/** What the dossier states that the state budget pays, in one of its entries. */
export interface Fund {
  key: string
  payer: string
  amount: number
  currency: string
}

/** What is left of an entry after a cut, as whoever decides states it. */
export interface FundLeft {
  key: string
  amount: number
}

/**
 * The money that whoever decides states anew, since it cannot follow a cut by reckoning: the delegation goes with fewer people,
 * days or countries than one of `befores`, the estimate leaves something out, and so the stated sum is what would be committed –
 * unless the unit has stated it anew already. `after` as it is decided, without the facts of the registers.
 */
export async function fundsToState(
  transaction: Transaction,
  { bodyId }: Pick<DelegationRow, 'bodyId'>,
  { befores, after, facts, on }: { befores: readonly Content[]; after: Content; facts: readonly Fact[]; on: Day },
): Promise<Fund[]> {
  const cut = befores.filter(
    (before) => isSmaller(before, after) && sameJson(json(fundsOf(before)), json(fundsOf(after))),
  )
  if (cut.length === 0) return []
  const shown = withFacts(after, facts)
  const basis = await basisFor(transaction, bodyId, { normsOn: dayAt(shown, 'trip/departure') ?? on, ratesOn: on })
  return toStateAnew(basis, shown)
}

/** The stated money of the state budget, where it is what a decision commits. Pure. */
export function toStateAnew(basis: Basis, shown: Content): Fund[] {
  return followsStated(basis, shown, estimate(basis, shown)) ? fundsOf(shown) : []
}

/** Whether fewer travel, for fewer days, or to fewer countries. Pure. */
export function isSmaller(before: Content, after: Content): boolean {
  const [was, is] = [sizeOf(before), sizeOf(after)]
  return was.some((size, at) => (is[at] ?? 0) < size)
}

function sizeOf(content: Content): number[] {
  const [departure, back] = [dayAt(content, 'trip/departure'), dayAt(content, 'trip/return')]
  return [
    itemsAt(content, 'members').filter(({ role }) => role !== 'enterprise-companion').length,
    departure === null || back === null || back < departure ? 0 : daysFromTo(departure, back).length,
    countriesOf(content).length,
  ]
}

function fundsOf(content: Content): Fund[] {
  return itemsAt(content, 'funding').flatMap(({ key, source, payer, amount }): Fund[] => {
    if (source !== 'state-budget' || !isObject(amount) || typeof amount.amount !== 'number') return []
    return [
      {
        key: String(key),
        payer: typeof payer === 'string' ? payer : '',
        amount: amount.amount,
        currency: String(amount.currency ?? ''),
      },
    ]
  })
}

function json(funds: Fund[]) {
  return funds.map((fund) => ({ ...fund }))
}

/**
 * The dossier with what is left of its money. Throws `Invalid` where an entry that has to be stated anew is not – the old sum is
 * confirmed by stating it –, where more is stated than before, and where nothing has to be stated. Pure.
 */
export function withFundsLeft(content: Content, asked: readonly Fund[], left: readonly FundLeft[]): Content {
  const faults = [...asked.flatMap((fund, at) => faultsOf(fund, at, left)), ...needless(asked, left)]
  if (faults.length > 0) throw new Invalid(faults)
  const amounts = new Map(left.map(({ key, amount }) => [key, amount]))
  if (amounts.size === 0) return content
  const funding = itemsAt(content, 'funding').map((entry) => {
    const amount = amounts.get(String(entry.key))
    return amount === undefined || !isObject(entry.amount) ? entry : { ...entry, amount: { ...entry.amount, amount } }
  })
  return { ...content, funding, ...estimateLess(content, asked, amounts) }
}

/** The stated total of the estimate, less what is saved in its currency. */
function estimateLess(
  { estimate: stated }: Content,
  asked: readonly Fund[],
  left: ReadonlyMap<string, number>,
): Content {
  const total = isObject(stated) ? stated.total : undefined
  if (!isObject(stated) || !isObject(total) || typeof total.amount !== 'number') return {}
  const saved = asked
    .filter(({ currency }) => currency === total.currency)
    .reduce((sum, { key, amount }) => sum + amount - (left.get(key) ?? amount), 0)
  return { estimate: { ...stated, total: { ...total, amount: Math.max(0, total.amount - saved) } } }
}

function faultsOf({ key, amount, currency }: Fund, at: number, left: readonly FundLeft[]): Fault[] {
  const said = left.find((one) => one.key === key)
  const stated = formatMoney({ amount, currency })
  if (said === undefined) {
    return [
      fault(
        `funds[${at}].amount`,
        `đoàn đã giảm người, ngày hoặc nước, mà dự toán chưa đủ để tính lại ${stated} ngân sách nhà nước đã nêu: hãy ghi số tiền còn cần, hoặc ghi lại số cũ để xác nhận giữ nguyên`,
        `the delegation has become smaller, and the estimate is not whole enough to reckon anew the ${stated} of the state budget that is stated: state what is still needed, or state the old sum to confirm it`,
      ),
    ]
  }
  if (said.amount <= amount) return []
  return [
    fault(
      `funds[${at}].amount`,
      `không lớn hơn số đã nêu, ${stated}; cần thêm tiền thì trả hồ sơ để đơn vị lập lại`,
      `is no more than what was stated, ${stated}; where more is needed, hand the dossier back`,
    ),
  ]
}

function needless(asked: readonly Fund[], left: readonly FundLeft[]): Fault[] {
  return left.some(({ key }) => !asked.some((one) => one.key === key))
    ? [
        fault(
          'funds',
          'khoản này không phải ghi lại: số tiền theo dự toán, hoặc đoàn không giảm; hãy bỏ trống',
          'this need not be stated anew: the money follows from the estimate, or nothing was cut; leave it out',
        ),
      ]
    : []
}
