import type { z } from 'zod'
import { descendants } from '../bodies/index.ts'
import type { Scope } from '../db/scope.ts'
import type { Transaction } from '../db/transaction.ts'
import { addMonths, type Day, yearOf } from '../kernel/day.ts'
import type { pickPeople } from './contract.ts'
import { type FullPassport, findPassportsOf } from './passports/store.ts'
import { warningOf } from './passports/workflow.ts'
import { findPeople } from './store.ts'
import { tripsOf } from './trips/ledger.ts'

const MOST_OFFERED = 20
const RETIRES_WITHIN_MONTHS = 12

/** People to choose from, each with what whoever chooses has to know: trips of the year, passport, retirement. */
export async function pick(
  transaction: Transaction,
  { q, body, year }: z.output<typeof pickPeople.input>,
  scope: Scope,
  today: Day,
): Promise<z.input<typeof pickPeople.output>> {
  const bodies = body === undefined ? undefined : await descendants(transaction, body, today)
  const page = { limit: MOST_OFFERED, offset: 0 }
  const { rows } = await findPeople(transaction, { q, bodies, left: 'no' }, scope, today, page)
  const ids = rows.map((person) => person.id)
  const trips = await tripsOf(transaction, ids, year ?? yearOf(today))
  const passports = await findPassportsOf(transaction, ids, today)
  return rows.map((person) => {
    const { planned = 0, approved = 0, done = 0, cancelled = 0 } = trips.get(person.id) ?? {}
    const passport = best(passports.filter((one) => one.personId === person.id))
    return {
      ...person,
      trips: { planned, approved, done, cancelled },
      passport: passport ? warningOf(passport.expiresOn, today) : 'none',
      passportExpiresOn: passport?.expiresOn ?? null,
      retiresSoon: person.retiresOn !== null && person.retiresOn < addMonths(today, RETIRES_WITHIN_MONTHS),
    }
  })
}

/** The usable passport that lasts longest, of those for official travel. */
function best(passports: readonly FullPassport[]): FullPassport | undefined {
  return passports
    .filter((one) => one.kind !== 'ordinary' && (one.state === 'kept' || one.state === 'handed-over'))
    .sort((one, other) => (one.expiresOn < other.expiresOn ? 1 : -1))[0]
}
