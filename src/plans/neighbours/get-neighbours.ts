import type { Transaction } from '../../db/transaction.ts'
import type { Neighbour } from '../answers.ts'
import { itemsOfPlans } from '../items/store.ts'
import { noPlan } from '../refusals.ts'
import { findPlan } from '../store.ts'
import { neighboursOf } from './store.ts'

/** Other bodies' delegations to the countries of a plan in its year: country, months, number of people, no more. */
export async function getNeighbours(transaction: Transaction, id: string): Promise<Neighbour[]> {
  const plan = await findPlan(transaction, id)
  if (plan === undefined) throw noPlan()
  const items = await itemsOfPlans(transaction, [id])
  const countries = [
    ...new Set(items.flatMap(({ fields }) => (fields.direction === 'outgoing' ? fields.countries : []))),
  ]
  return countries.length === 0 ? [] : neighboursOf(transaction, { ...plan, countries })
}
