import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { countriesOf, dayAt, itemsAt } from '../edit/projection.ts'
import { listedByIds } from '../lists/store.ts'
import { noDelegation } from '../refusals.ts'
import { codeOf, findDelegation } from '../store.ts'
import type { EarlierDelegation } from './contract.ts'
import { earlierRows } from './store.ts'

/** More are no help to whoever reads their reports. */
const MOST = 20

/**
 * The delegations whose reports an outline answers: sent by the same root to some of the same countries before this one leaves
 * – before today, while its departure is open –, the latest first, as far as the reader sees them.
 */
export async function listEarlier(
  transaction: Transaction,
  id: string,
  today: Day,
): Promise<{ items: EarlierDelegation[] }> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const { content, rootId } = delegation
  const countries = countriesOf(content)
  const before = dayAt(content, 'trip/departure') ?? today
  const rows = countries.length === 0 ? [] : await earlierRows(transaction, { id, rootId, countries, before }, MOST)
  const heads = new Map(
    (
      await listedByIds(
        transaction,
        rows.map((row) => row.id),
      )
    ).map((head) => [head.id, head]),
  )
  return {
    items: rows.flatMap(({ id, trip, after }) => {
      const head = heads.get(id)
      // Where the other only changed planes, it has nothing to report of.
      const shared = countriesOf({ trip: trip ?? {} }).filter((one) => countries.includes(one))
      if (head === undefined || shared.length === 0) return []
      return {
        id,
        code: codeOf(head),
        title: head.title,
        body: { id: head.body_id, name: head.body_name ?? '' },
        countries: shared,
        departsOn: head.departs_on,
        returnsOn: head.returns_on,
        reportedOn: reportedOn({ after: after ?? {} }),
      }
    }),
  }
}

/** The day of the latest report that a content holds. */
function reportedOn(content: Parameters<typeof itemsAt>[0]): Day | null {
  const days = itemsAt(content, 'after/reports').flatMap(({ on }) => (typeof on === 'string' ? [on] : []))
  return days.sort().at(-1) ?? null
}
