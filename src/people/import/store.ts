import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import { newId } from '../../kernel/ids.ts'
import type { Passport } from '../contract.ts'
import type { Counts, ImportRow, Mapping } from './contract.ts'

/** The people whom rows may mean: by code, or by name (as it is sorted). */
export function findCandidates(transaction: Transaction, codes: readonly string[], sortKeys: readonly string[]) {
  return transaction
    .selectFrom('person')
    .selectAll()
    .where((column) =>
      column.or([
        column('code', '=', sql<string>`any (${sql.val([...codes])}::text[])`),
        column('sort_key', '=', sql<string>`any (${sql.val([...sortKeys])}::text[])`),
      ]),
    )
    .where('left_on', 'is', null)
    .execute()
}
export type Candidate = Awaited<ReturnType<typeof findCandidates>>[number]

/** A passport of the register, as far as rows are compared with it. */
export type KnownPassport = Pick<Passport, 'personId' | 'number' | 'kind' | 'issuedOn' | 'expiresOn'> & {
  personName: string
}

/** The passports of these numbers, within reach. */
export async function findPassportsByNumber(
  transaction: Transaction,
  numbers: readonly string[],
): Promise<KnownPassport[]> {
  if (numbers.length === 0) return []
  const { rows } = await sql<KnownPassport>`
    select person_id as "personId", person.name as "personName", number, kind, issued_on as "issuedOn",
      expires_on as "expiresOn"
    from passport join person on person.id = passport.person_id
    where kind in ('diplomatic', 'official', 'ordinary') and number = any (${sql.val([...numbers])}::text[])
  `.execute(transaction)
  return rows
}

/** Whether anything was done with a passport since it was entered: each step stands in its hand-over register, or it has a visa. */
export async function isMoved(transaction: Transaction, passportId: string): Promise<boolean> {
  const { rows } = await sql`
    select from passport_movement where passport_id = ${passportId}
    union all select from visa where passport_id = ${passportId} limit 1`.execute(transaction)
  return rows.length > 0
}

export async function removePassport(transaction: Transaction, id: string): Promise<void> {
  await transaction.deleteFrom('passport').where('id', '=', id).execute()
}

/** Rows of posts whole, to be put back as they were. */
export function findPostRows(transaction: Transaction, personId: string) {
  return transaction.selectFrom('post').selectAll().where('person_id', '=', personId).orderBy('id').execute()
}
export type PostRow = Awaited<ReturnType<typeof findPostRows>>[number]

/** What a person was before a row changed it, or is after; enough to put it back. */
export interface Snapshot {
  person: Candidate
  posts: PostRow[]
  /** The passport that the row brought. */
  passportId?: string
}

export async function takeSnapshot(transaction: Transaction, personId: string): Promise<Snapshot> {
  const person = await transaction.selectFrom('person').selectAll().where('id', '=', personId).executeTakeFirstOrThrow()
  return { person, posts: await findPostRows(transaction, personId) }
}

/** Corrects the title and place of a post that began on the very day. */
export async function rewritePost(
  transaction: Transaction,
  id: string,
  post: { title: string; body_id: string; root_id: string; managed_by: string | null },
): Promise<void> {
  await transaction.updateTable('post').set(post).where('id', '=', id).execute()
}

export interface Batch {
  id: string
  root_id: string
  body_id: string
  fileName: string
  hash: string
  mapping: Mapping
  accountId: string
}

export async function insertBatch(transaction: Transaction, batch: Batch): Promise<void> {
  await transaction
    .insertInto('import_batch')
    .values({
      id: batch.id,
      root_id: batch.root_id,
      body_id: batch.body_id,
      kind: 'people',
      file_name: batch.fileName,
      file_hash: batch.hash,
      mapping: JSON.stringify(batch.mapping),
      account_id: batch.accountId,
    })
    .execute()
}

export async function insertRow(
  transaction: Transaction,
  batch: Batch,
  row: Pick<ImportRow, 'line' | 'outcome' | 'reasons'> & {
    personId?: string
    before?: Snapshot | undefined
    after?: Snapshot | undefined
  },
): Promise<void> {
  await transaction
    .insertInto('import_row')
    .values({
      id: newId(),
      batch_id: batch.id,
      root_id: batch.root_id,
      body_id: batch.body_id,
      line: row.line,
      outcome: row.outcome,
      reasons: JSON.stringify(row.reasons),
      person_id: row.personId ?? null,
      before: row.before ? JSON.stringify(row.before) : null,
      after: row.after ? JSON.stringify(row.after) : null,
    })
    .execute()
}

interface BatchLine {
  id: string
  fileName: string
  doneAt: string
  undoneAt: string | null
  /** What undoing needs was deleted past its retention. */
  emptied: boolean
}

/** The imports within reach, the latest first. */
export async function findBatches(transaction: Transaction) {
  const { rows } = await sql<BatchLine & Counts>`
    select batch.id, file_name as "fileName", done_at as "doneAt", undone_at as "undoneAt",
      count(*) filter (where outcome in ('added', 'changed') and after is null) > 0 as emptied,
      (count(*) filter (where outcome = 'added'))::int as added, (count(*) filter (where outcome = 'changed'))::int as changed,
      (count(*) filter (where outcome = 'unchanged'))::int as unchanged,
      (count(*) filter (where outcome = 'rejected'))::int as rejected
    from import_batch batch left join import_row row on row.batch_id = batch.id
    where batch.kind = 'people' group by batch.id order by done_at desc limit 100`.execute(transaction)
  return rows
}

export function findBatch(transaction: Transaction, id: string) {
  return transaction.selectFrom('import_batch').selectAll().where('id', '=', id).forUpdate().executeTakeFirst()
}

/** What an import wrote, the last first. */
export function findWritten(transaction: Transaction, batchId: string) {
  return transaction
    .selectFrom('import_row')
    .selectAll()
    .where('batch_id', '=', batchId)
    .where('outcome', 'in', ['added', 'changed'])
    .orderBy('line', 'desc')
    .execute()
}

export async function markUndone(transaction: Transaction, id: string): Promise<void> {
  await transaction.updateTable('import_batch').set({ undone_at: sql`now()` }).where('id', '=', id).execute()
}

/** Whether anything was hung on a person who was added: a passport other than the row's own, a trip, kinship. */
export async function isUsed(
  transaction: Transaction,
  { person: { id: personId }, passportId }: Snapshot,
): Promise<boolean> {
  const { rows } = await sql<{ used: boolean }>`select
    exists (select from passport where person_id = ${personId} and id is distinct from ${passportId ?? null}::uuid)
    or exists (select from trip_entry where person_id = ${personId})
    or exists (select from kinship where person_id = ${personId} or relative_id = ${personId}) as used`.execute(
    transaction,
  )
  return rows[0]?.used === true
}

export async function removePerson(transaction: Transaction, personId: string): Promise<void> {
  await transaction.deleteFrom('post').where('person_id', '=', personId).execute()
  await transaction.deleteFrom('person').where('id', '=', personId).execute()
}

/** Puts a person and the posts back as they were; the version goes on counting. */
export async function putBack(transaction: Transaction, { person, posts }: Snapshot): Promise<void> {
  const { id, version: _, changed_at: __, ...columns } = person
  await transaction.deleteFrom('post').where('person_id', '=', id).execute()
  if (posts.length > 0) await transaction.insertInto('post').values(posts).execute()
  await transaction
    .updateTable('person')
    .set({ ...columns, version: sql`version + 1`, changed_at: sql`now()` })
    .where('id', '=', id)
    .execute()
}
