import type { z } from 'zod'
import { descendants } from '../bodies/index.ts'
import type { Scope } from '../db/scope.ts'
import type { Transaction } from '../db/transaction.ts'
import { addMonths, type Day, yearOf } from '../kernel/day.ts'
import type { pickPeople } from './contract.ts'
import { bestOf, overdueSince } from './passports/best.ts'
import { findPassportsOf } from './passports/store.ts'
import { warningOf } from './passports/workflow.ts'
import { findPeople } from './store.ts'
import type { Trip } from './trips/contract.ts'
import { countTrips } from './trips/ledger.ts'
import { findTrips } from './trips/store.ts'

const MOST_OFFERED = 20
const RETIRES_WITHIN_MONTHS = 12

/** People to choose from, each with what whoever chooses has to know: trips of this year and the last, passport, retirement. */
export async function pick(
  transaction: Transaction,
  { q, body, year, returns }: z.output<typeof pickPeople.input>,
  scope: Scope,
  today: Day,
): Promise<z.input<typeof pickPeople.output>> {
  const bodies = body === undefined ? undefined : await descendants(transaction, body, today)
  const page = { limit: MOST_OFFERED, offset: 0 }
  const { rows } = await findPeople(transaction, { q, bodies, left: 'no' }, scope, today, page)
  const ids = rows.map((person) => person.id)
  const wanted = year ?? yearOf(today)
  const ledger = await findTrips(transaction, ids, [wanted, wanted - 1])
  const passports = await findPassportsOf(transaction, ids, today)
  return rows.map((person) => {
    const own = ledger.filter(({ personId }) => personId === person.id)
    const { planned, approved, done, cancelled } = countTrips(
      wanted,
      own.filter((trip) => trip.year === wanted),
    )
    const held = passports.filter((one) => one.personId === person.id)
    const passport = bestOf(held)
    return {
      ...person,
      trips: { planned, approved, done, cancelled },
      passport: passport ? warningOf(passport.expiresOn, returns ?? today) : 'none',
      passportExpiresOn: passport?.expiresOn ?? null,
      passportOverdue: overdueSince(held),
      history: historyOf(own),
      retiresSoon: person.retiresOn !== null && person.retiresOn < addMonths(today, RETIRES_WITHIN_MONTHS),
    }
  })
}

const WENT: ReadonlySet<Trip['state']> = new Set(['approved', 'done'])

/** Where somebody went, or is to go by a decision, in a year and the one before it; the latest first. */
function historyOf(trips: readonly Trip[]) {
  return trips
    .filter(({ state }) => WENT.has(state))
    .sort((one, other) => ((one.departsOn ?? '') < (other.departsOn ?? '') ? 1 : -1))
    .map(({ id, state, title, countries, role, departsOn }) => ({ id, state, title, countries, role, departsOn }))
}
