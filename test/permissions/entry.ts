import type { Day } from '../../src/kernel/day.ts'
import type { Holder } from './holder.ts'
import type { Caller } from './visitors.ts'
import type { Place } from './world.ts'

/** What a request is about: a unit with its things, and an account: the caller’s own, or another’s. */
export interface Target extends Place {
  holder: Holder
  today: Day
  caller: Caller
}

/** How a request to an endpoint is made, for something within and something outside the caller’s scope. */
export interface Entry {
  /** Body or query, with the fields that stand in the path. */
  input?(target: Target): object
  /** What stands in the answer if the thing can be seen: a list is answered to everybody. */
  shows?(target: Target): string
  /** The request is about nothing in particular, or only about the caller: it is sent once. */
  once?: true
}

/** By endpoint, `GET /api/people`; a second case of the same endpoint says after a dash what it is about. */
export type Entries = Record<string, Entry>
