import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { searchWords } from '../../kernel/vietnamese.ts'

/** A role of an account that is in force on a day or later. */
export interface OwnHolding {
  id: string
  role: string
  bodyId: string | null
  rootId: string | null
  validFrom: Day
  validTo: Day | null
}

/** The roles of an account that are held on the day or later. */
export async function holdingsFrom(transaction: Transaction, accountId: string, day: Day): Promise<OwnHolding[]> {
  const { rows } = await sql<OwnHolding>`
    select id, role, body_id as "bodyId", root_id as "rootId", valid_from as "validFrom", valid_to as "validTo"
    from role_holding where account_id = ${accountId} and (valid_to is null or valid_to >= ${day})
    order by valid_from, id
  `.execute(transaction)
  return rows
}

/** A substitution with the names of both. */
export interface SubstitutionRow {
  id: string
  holdingId: string
  role: string
  bodyId: string | null
  rootId: string | null
  holderId: string
  holderName: string
  substituteId: string
  substituteName: string
  document: string
  validFrom: Day
  validTo: Day
  ended: boolean
}

/** Substitutions in which the account is the holder or the substitute, the latest first. */
export async function substitutionsOf(transaction: Transaction, accountId: string): Promise<SubstitutionRow[]> {
  const { rows } = await sql<SubstitutionRow>`
    ${SELECT} where holder.id = ${accountId} or substitute.id = ${accountId}
    order by substitution.valid_from desc, substitution.id limit 200
  `.execute(transaction)
  return rows
}

/** The substitution of this id. */
export async function findSubstitution(transaction: Transaction, id: string): Promise<SubstitutionRow | undefined> {
  const { rows } = await sql<SubstitutionRow>`${SELECT} where substitution.id = ${id}`.execute(transaction)
  return rows[0]
}

const SELECT = sql`
  select substitution.id, holding.id as "holdingId", holding.role, holding.body_id as "bodyId",
    holding.root_id as "rootId", holder.id as "holderId", holder.name as "holderName",
    substitute.id as "substituteId", substitute.name as "substituteName", substitution.document,
    substitution.valid_from as "validFrom", substitution.valid_to as "validTo",
    substitution.ended_at is not null as ended
  from substitution
    join role_holding holding on holding.id = substitution.holding_id
    join account holder on holder.id = holding.account_id
    join account substitute on substitute.id = substitution.account_id
`

/** A substitution to make. */
export interface NewSubstitution {
  id: string
  holdingId: string
  accountId: string
  rootId: string | null
  document: string
  validFrom: Day
  validTo: Day
}

/** Makes a substitution. */
export async function insertSubstitution(transaction: Transaction, substitution: NewSubstitution): Promise<void> {
  await transaction
    .insertInto('substitution')
    .values({
      id: substitution.id,
      holding_id: substitution.holdingId,
      account_id: substitution.accountId,
      root_id: substitution.rootId,
      document: substitution.document,
      valid_from: substitution.validFrom,
      valid_to: substitution.validTo,
    })
    .execute()
}

/** Ends a substitution at once. */
export async function markEnded(transaction: Transaction, id: string): Promise<void> {
  await sql`update substitution set ended_at = now() where id = ${id} and ended_at is null`.execute(transaction)
}

/** Whether the account represents the holder of this role already on any of these days. */
export async function isSubstituted(transaction: Transaction, one: NewSubstitution): Promise<boolean> {
  const { rows } = await sql`
    select from substitution where holding_id = ${one.holdingId} and account_id = ${one.accountId} and ended_at is null
      and daterange(valid_from, valid_to, '[]') && daterange(${one.validFrom}::date, ${one.validTo}::date, '[]')
  `.execute(transaction)
  return rows.length > 0
}

/** Somebody who may be appointed. */
export interface Candidate {
  id: string
  name: string
  login: string
}

/** Accounts of the root, not disabled, whose name or login holds these words; at most twenty. */
export async function candidates(
  transaction: Transaction,
  { rootId, except, q }: { rootId: string | null; except: string; q: string },
): Promise<Candidate[]> {
  const words = searchWords(q)
  const found =
    words.length === 0
      ? sql`true`
      : sql`to_tsvector('simple', search_key) @@ to_tsquery('simple', ${words.map((word) => `${word}:*`).join(' & ')})`
  const { rows } = await sql<Candidate>`
    select id, name, login from account
    where root_id is not distinct from ${rootId}::uuid and disabled_at is null and id <> ${except} and ${found}
    order by name, id limit 20
  `.execute(transaction)
  return rows
}

/** The account of this id, if it may be appointed in the root. */
export async function findCandidate(
  transaction: Transaction,
  { id, rootId }: { id: string; rootId: string | null },
): Promise<Candidate | undefined> {
  const { rows } = await sql<Candidate>`
    select id, name, login from account
    where id = ${id} and root_id is not distinct from ${rootId}::uuid and disabled_at is null
  `.execute(transaction)
  return rows[0]
}
