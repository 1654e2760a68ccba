import { ask, type Question } from '../db/question.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { Body, BodyFilter } from './contract.ts'
import { findBodies, findBody, findUnder, versionOnDay } from './store.ts'

/** The body as it was on a day; `undefined` when it did not exist then. */
export async function bodyOn(transaction: Transaction, bodyId: string, day: Day): Promise<Body | undefined> {
  return (await ask(transaction, { body: bodyOnDay(bodyId, day) })).body
}

/** The same, to be asked together with more. */
export function bodyOnDay(bodyId: string, day: Day): Question<Body | undefined> {
  return versionOnDay(bodyId, day)
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
