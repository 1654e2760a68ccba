import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import { changedMeanwhile, hasLeft, noSuchPerson } from './refusals.ts'
import { findPerson } from './store.ts'

/**
 * Opens a person for a change. Throws `NotFound`, `Refused` when the person has left, `Conflict` when somebody else
 * changed the record since `version` was read.
 */
export async function openPerson(transaction: Transaction, id: string, today: Day, version?: number) {
  const person = await findPerson(transaction, id, today, true)
  if (!person) throw noSuchPerson()
  if (person.left_on !== null) throw hasLeft(person.name, person.left_on)
  if (version !== undefined && version !== person.version) {
    throw changedMeanwhile(person.name, person.changed_by, person.changed_at)
  }
  return person
}
