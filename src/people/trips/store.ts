import type { Selectable } from 'kysely'
import type { TripEntry as Row } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import { newId } from '../../kernel/ids.ts'
import type { Trip } from './contract.ts'

/** Trips of these people, in one year, in some or in all, the latest year first. */
export async function findTrips(
  transaction: Transaction,
  personIds: readonly string[],
  year?: number | readonly number[],
): Promise<Trip[]> {
  if (personIds.length === 0) return []
  const wanted = transaction
    .selectFrom('trip_entry')
    .selectAll()
    .where('person_id', 'in', [...personIds])
    .orderBy('year', 'desc')
    .orderBy('departs_on')
    .orderBy('id')
  const rows = await (year === undefined ? wanted : wanted.where('year', 'in', [year].flat())).execute()
  return rows.map(tripOf)
}

export async function deleteTripsOf(transaction: Transaction, source: Trip['source']): Promise<void> {
  await transaction
    .deleteFrom('trip_entry')
    .where('source_kind', '=', source.kind)
    .where('source_id', '=', source.id)
    .execute()
}

/** The trips of a source do not take place: they stand in the ledgers as called off, of people out of the caller's reach too. */
export async function cancelTripsOf(transaction: Transaction, source: Trip['source']): Promise<void> {
  await transaction
    .updateTable('trip_entry')
    .set({ state: 'cancelled' })
    .where('source_kind', '=', source.kind)
    .where('source_id', '=', source.id)
    .execute()
}

/** Adds trips; each belongs to the body where the person now is. People out of reach are left out. */
export async function insertTrips(transaction: Transaction, trips: readonly Omit<Trip, 'id'>[]): Promise<void> {
  if (trips.length === 0) return
  const people = await transaction
    .selectFrom('person')
    .select(['id', 'root_id', 'body_id'])
    .where('id', 'in', [...new Set(trips.map((trip) => trip.personId))])
    .execute()
  const rows = trips.flatMap((trip) => {
    const person = people.find((one) => one.id === trip.personId)
    return person ? [rowOf(trip, person)] : []
  })
  if (rows.length > 0) await transaction.insertInto('trip_entry').values(rows).execute()
}

function rowOf(trip: Omit<Trip, 'id'>, person: { root_id: string; body_id: string }) {
  return {
    id: newId(),
    person_id: trip.personId,
    root_id: person.root_id,
    body_id: person.body_id,
    year: trip.year,
    state: trip.state,
    source_kind: trip.source.kind,
    source_id: trip.source.id,
    title: trip.title,
    countries: trip.countries,
    role: trip.role,
    departs_on: trip.departsOn,
    returns_on: trip.returnsOn,
  }
}

function tripOf(row: Selectable<Row>): Trip {
  return {
    id: row.id,
    personId: row.person_id,
    year: row.year,
    state: row.state as Trip['state'],
    source: { kind: row.source_kind as Trip['source']['kind'], id: row.source_id },
    title: row.title,
    countries: row.countries,
    role: row.role,
    departsOn: row.departs_on,
    returnsOn: row.returns_on,
  }
}
