import { type SelectQueryBuilder, sql } from 'kysely'
import type { Rows } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import { addMonths, type Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { searchWords } from '../../kernel/vietnamese.ts'
import type { Passport, Visa } from '../contract.ts'
import type { PASSPORT_VIEWS, PassportLine } from './contract.ts'
import { isUsable, WARNED_MONTHS, warningOf } from './workflow.ts'

export interface PassportFilter {
  view: (typeof PASSPORT_VIEWS)[number]
  q?: string | undefined
  bodies?: readonly string[] | undefined
}

/** A passport with its number in full: for the use case, never for an answer. */
export type FullPassport = PassportLine & { rootId: string; bodyId: string }

/** A page of passports, those that end first at the top, and how many there are (up to 10,001). */
export async function findPassports(
  transaction: Transaction,
  filter: PassportFilter,
  today: Day,
  page: { limit: number; offset: number },
): Promise<{ rows: FullPassport[]; total: number }> {
  const counted = filtered(joined(transaction), filter, today).select(sql`1`.as('one')).limit(10_001)
  const total = await transaction
    .selectFrom(counted.as('counted'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  const rows = await selected(filtered(joined(transaction), filter, today), today)
    .orderBy('passport.expires_on')
    .orderBy('passport.id')
    .limit(page.limit)
    .offset(page.offset)
    .execute()
  return { rows: rows.map((row) => passportOf(row, today)), total: total.count }
}

/** One passport; `undefined` when it is not within reach. */
export async function findPassport(
  transaction: Transaction,
  id: string,
  today: Day,
): Promise<FullPassport | undefined> {
  const row = await selected(joined(transaction).where('passport.id', '=', id), today).executeTakeFirst()
  return row && passportOf(row, today)
}

/** The passports of these people. */
export async function findPassportsOf(
  transaction: Transaction,
  personIds: readonly string[],
  today: Day,
): Promise<FullPassport[]> {
  if (personIds.length === 0) return []
  const rows = await selected(joined(transaction).where('passport.person_id', 'in', [...personIds]), today)
    .orderBy('passport.expires_on', 'desc')
    .execute()
  return rows.map((row) => passportOf(row, today))
}

export async function findMovements(transaction: Transaction, passportId: string) {
  return transaction
    .selectFrom('passport_movement')
    .select(['id', 'kind', 'on_day as on', 'due_back as dueBack', 'received_by as receivedBy', 'document', 'note'])
    .where('passport_id', '=', passportId)
    .orderBy('recorded_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** Adds a passport; `false` when one of this kind and number is in the register already. */
export async function insertPassport(
  transaction: Transaction,
  passport: Pick<Passport, 'id' | 'personId' | 'kind' | 'number' | 'issuedOn' | 'expiresOn' | 'custodianId'> & {
    root_id: string
    body_id: string
  },
): Promise<boolean> {
  const { id, personId, kind, number, issuedOn, expiresOn, custodianId, root_id, body_id } = passport
  const added = await transaction
    .insertInto('passport')
    .values({
      id,
      person_id: personId,
      root_id,
      body_id,
      kind,
      number,
      issued_on: issuedOn,
      expires_on: expiresOn,
      custodian_id: custodianId,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (added.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Sets what a passport now is. */
export async function updatePassport(
  transaction: Transaction,
  id: string,
  now: { state: string; due_back: Day | null; custodian_id?: string },
): Promise<void> {
  await transaction.updateTable('passport').set(now).where('id', '=', id).execute()
}

export interface NewMovement {
  kind: string
  on: Day
  dueBack?: Day | undefined
  receivedBy?: string | undefined
  document?: string | null | undefined
  note?: string | null | undefined
}

/** Adds an entry to the hand-over register. */
export async function insertMovement(
  transaction: Transaction,
  passport: { id: string; rootId: string; bodyId: string },
  movement: NewMovement,
): Promise<void> {
  await transaction
    .insertInto('passport_movement')
    .values({
      id: newId(),
      passport_id: passport.id,
      root_id: passport.rootId,
      body_id: passport.bodyId,
      kind: movement.kind,
      on_day: movement.on,
      due_back: movement.dueBack ?? null,
      received_by: movement.receivedBy ?? null,
      document: movement.document ?? null,
      note: movement.note ?? null,
    })
    .execute()
}

function joined(transaction: Transaction) {
  return transaction.selectFrom('passport').innerJoin('person', 'person.id', 'passport.person_id')
}

type Joined<Selected> = SelectQueryBuilder<Rows, 'passport' | 'person', Selected>

function selected(query: Joined<object>, today: Day) {
  const nameOf = (column: string) =>
    sql<string | null>`(select name from body_version where body_version.body_id = ${sql.ref(column)}
      and body_version.valid_from <= ${today} order by body_version.valid_from desc limit 1)`
  return query
    .selectAll('passport')
    .select([
      'person.name as person_name',
      nameOf('passport.body_id').as('body_name'),
      nameOf('passport.custodian_id').as('custodian_name'),
      VISAS.as('visas'),
    ])
}

const VISAS = sql<Visa[]>`(
  select coalesce(json_agg(held order by held."validFrom", held.id), '[]') from (
    select id, country, valid_from as "validFrom", valid_until as "validUntil", entries
    from visa where visa.passport_id = passport.id
  ) held)`

function filtered(query: Joined<object>, { view, q, bodies }: PassportFilter, today: Day): Joined<object> {
  let wanted = query
  if (bodies) wanted = wanted.where('passport.body_id', 'in', [...bodies])
  if (view === 'expiring') {
    wanted = wanted
      .where('passport.state', 'in', ['kept', 'handed-over'])
      .where('passport.expires_on', '<', addMonths(today, WARNED_MONTHS))
  }
  if (view === 'handed-over' || view === 'overdue') wanted = wanted.where('passport.state', '=', 'handed-over')
  if (view === 'overdue') wanted = wanted.where('passport.due_back', '<', today)
  if (view === 'lost') wanted = wanted.where('passport.state', '=', 'lost')
  for (const word of searchWords(q ?? '')) wanted = wanted.where('person.search_key', 'like', `% ${word}%`)
  return wanted
}

type Row = Awaited<ReturnType<ReturnType<typeof selected>['executeTakeFirstOrThrow']>>

function passportOf(row: Row, today: Day): FullPassport {
  const state = row.state as Passport['state']
  return {
    id: row.id,
    personId: row.person_id,
    personName: row.person_name,
    rootId: row.root_id,
    bodyId: row.body_id,
    bodyName: row.body_name ?? '?',
    kind: row.kind as Passport['kind'],
    number: row.number ?? '',
    issuedOn: row.issued_on,
    expiresOn: row.expires_on,
    custodianId: row.custodian_id,
    custodianName: row.custodian_name,
    state,
    warning: isUsable(state) ? warningOf(row.expires_on, today) : null,
    dueBack: row.due_back,
    overdue: state === 'handed-over' && row.due_back !== null && row.due_back < today,
    visas: row.visas,
  }
}
