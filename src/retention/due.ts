import type { RetentionClass } from '../audit/index.ts'
import type { Transaction } from '../db/transaction.ts'
import { addMonths, type Day } from '../kernel/day.ts'
import { administeredOn, type Law } from '../law/index.ts'
import type { DueClass } from './contract.ts'

/** What is past its time on that day, by class: the dry run. */
export async function due(
  transaction: Transaction,
  classes: readonly RetentionClass[],
  law: Law,
  today: Day,
): Promise<DueClass[]> {
  const found: DueClass[] = []
  for (const one of classes) {
    const { id, name, what } = one
    const term = termOf(law, id, today)
    if (term === undefined) found.push({ id, name, what, due: 0 })
    else found.push({ id, name, what, ...term, due: await one.count(transaction, term.before) })
  }
  return found
}

/** How long a class is kept by the administered value of that day; `undefined` where nobody has set it. */
export function termOf(law: Law, id: string, today: Day) {
  const use = administeredOn(law.data.administered, 'retention-months', today, 'VN')
  const months = (use?.value as Record<string, number> | undefined)?.[id]
  if (use === undefined || months === undefined) return undefined
  // The beginning of the calendar day in Việt Nam.
  const before = new Date(`${addMonths(today, -months)}T00:00:00+07:00`).toISOString()
  return { months, setBy: use.setBy, before }
}
