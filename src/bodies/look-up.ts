import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { Body, BodyFilter } from './contract.ts'
import { findBodies, findBody, findOnDay, findUnder } from './store.ts'

/** The body as it was on a day; `undefined` when it did not exist then. */
export function bodyOn(transaction: Transaction, bodyId: string, day: Day): Promise<Body | undefined> {
  return findOnDay(transaction, bodyId, day)
}

/** The bodies of a day that the filter lets through, in official order. */
export function bodiesOn(transaction: Transaction, day: Day, filter: Omit<BodyFilter, 'day'> = {}): Promise<Body[]> {
  return findBodies(transaction, { ...filter, day })
}

/** The id of the province, ministry or central body under which the body stands; `undefined` when there is no such body. */
export async function rootOf(transaction: Transaction, bodyId: string): Promise<string | undefined> {
  return (await findBody(transaction, bodyId))?.root_id
}

/** Ids of the body and of everything under it on a day. */
export function descendants(transaction: Transaction, bodyId: string, day: Day): Promise<string[]> {
  return findUnder(transaction, bodyId, day)
}
