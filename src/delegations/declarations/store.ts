import { type Selectable, sql } from 'kysely'
import type { MemberDeclaration } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import type { Declared } from './standing.ts'
import type { DeclarationKind } from './texts.ts'

/** What is kept with a signature besides what it says. */
export type NewDeclared = Omit<Declared, 'at'> & { textHash: string; accountId: string }

/** Keeps what was signed, or a paper that was entered. */
export async function insertDeclared(
  transaction: Transaction,
  { id, rootId, bodyId }: { id: string; rootId: string; bodyId: string },
  declared: readonly NewDeclared[],
): Promise<void> {
  if (declared.length === 0) return
  await transaction
    .insertInto('member_declaration')
    .values(
      declared.map((one) => ({
        id: newId(),
        delegation_id: id,
        root_id: rootId,
        body_id: bodyId,
        member_key: one.memberKey,
        person_id: one.personId,
        member_name: one.memberName,
        kind: one.kind,
        text_version: one.textVersion,
        text_hash: one.textHash,
        document_number: one.document?.number ?? null,
        document_on: one.document?.on ?? null,
        scan_id: one.scanId,
        account_id: one.accountId,
        by_name: one.by,
      })),
    )
    .execute()
}

/** The row as it came from a statement of its own, or as JSON within one. */
export function declaredOf(row: Selectable<MemberDeclaration>): Declared {
  return {
    memberKey: row.member_key,
    personId: row.person_id,
    memberName: row.member_name,
    kind: row.kind as DeclarationKind,
    textVersion: row.text_version,
    document:
      row.document_number === null || row.document_on === null
        ? null
        : { number: row.document_number, on: row.document_on },
    scanId: row.scan_id,
    by: row.by_name,
    at: new Date(row.at).toISOString(),
  }
}

/** A trip in which the holder of the account travels and is asked to sign. */
export interface TripToDeclare {
  id: string
  rootId: string
  bodyId: string
  year: number
  number: number
  title: string
  state: string
  countries: string[]
  departsOn: Day | null
  returnsOn: Day | null
  documentOn: Day | null
  memberKey: string
  memberName: string
  personId: string
  signed: Declared[]
}

/** The trips of the holder of the account, with what was signed for each place. */
export async function tripsToDeclare(transaction: Transaction): Promise<TripToDeclare[]> {
  const { rows } = await sql<Omit<TripToDeclare, 'signed'> & { signed: Selectable<MemberDeclaration>[] }>`
    select trip.id, root_id as "rootId", body_id as "bodyId", year, number, title, state, countries,
      departs_on as "departsOn", returns_on as "returnsOn", document_on as "documentOn", member_key as "memberKey",
      member_name as "memberName", person_id as "personId",
      (select coalesce(json_agg(one order by at, one.id), '[]') from member_declaration one
        where one.delegation_id = trip.id and one.member_key = trip.member_key) as signed
    from app.trips_to_declare() trip order by departs_on desc nulls first, trip.id`.execute(transaction)
  return rows.map((row) => ({ ...row, signed: row.signed.map(declaredOf) }))
}

/** The accounts in use of these people of the register. */
export async function accountsOfPeople(
  transaction: Transaction,
  personIds: readonly string[],
): Promise<{ id: string; personId: string }[]> {
  if (personIds.length === 0) return []
  const rows = await transaction
    .selectFrom('account')
    .select(['id', 'person_id'])
    .where('person_id', '=', sql<string>`any (${sql.val([...personIds])}::uuid[])`)
    .where('disabled_at', 'is', null)
    .execute()
  return rows.flatMap(({ id, person_id: personId }) => (personId === null ? [] : [{ id, personId }]))
}

/** From now on the members see the trip among those before which they sign. */
export async function noteAsked(transaction: Transaction, id: string): Promise<void> {
  await transaction
    .updateTable('delegation')
    .set({ declarations_asked_at: sql<string>`coalesce(declarations_asked_at, now())` })
    .where('id', '=', id)
    .execute()
}
