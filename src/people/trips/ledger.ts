import type { Transaction } from '../../db/transaction.ts'
import { TRIP_STATES, type Trip, type TripState, type Trips } from './contract.ts'
import { cancelTripsOf, deleteTripsOf, findTrips, insertTrips } from './store.ts'

/** From where trips are entered: an item of a plan, a dossier. */
export interface TripSource {
  kind: 'plan' | 'dossier'
  id: string
}

/** A trip as its source enters it; a plan does not say as what somebody travels. */
export type TripEntry = Omit<Trip, 'id' | 'source' | 'role'> & Partial<Pick<Trip, 'role'>>

/**
 * Enters the trips of one source into the ledgers of its people, in place of what the source said before; none takes
 * them away. People out of the caller's reach are left out.
 */
export async function enterTrips(
  transaction: Transaction,
  source: TripSource,
  entries: readonly TripEntry[],
): Promise<void> {
  await deleteTripsOf(transaction, source)
  await insertTrips(
    transaction,
    entries.map((entry) => ({ role: null, ...entry, source })),
  )
}

/** The trips that a source has entered are called off, or put off: nobody travels by them. */
export function callOffTrips(transaction: Transaction, source: TripSource): Promise<void> {
  return cancelTripsOf(transaction, source)
}

/** One person's ledger, year by year, the latest first. */
export async function ledgerOf(transaction: Transaction, personId: string): Promise<Trips[]> {
  const trips = await findTrips(transaction, [personId])
  const years = [...new Set(trips.map((trip) => trip.year))]
  return years.map((year) =>
    countTrips(
      year,
      trips.filter((trip) => trip.year === year),
    ),
  )
}

/** The trips of one person in a year, with how many there are in each state. Pure. */
export function countTrips(year: number, trips: Trip[]): Trips {
  const count = (state: TripState) => trips.filter((trip) => trip.state === state).length
  const [planned = 0, approved = 0, done = 0, cancelled = 0] = TRIP_STATES.map(count)
  return { year, planned, approved, done, cancelled, trips }
}
