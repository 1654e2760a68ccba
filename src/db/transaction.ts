import { Kysely, PostgresDialect } from 'kysely'
import type { Pool } from 'pg'
import { plannedOnce } from './planned-once.ts'
import type { Rows } from './rows.ts'

/** An open transaction: what every function of a `store.ts` takes first. */
export type Transaction = import('kysely').Transaction<Rows>

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws (the error goes on).
 * Everything inside goes through the transaction that is passed on: the embedded engine has ONE connection, so asking
 * the pool for another one in there would wait for itself for ever.
 */
export function inTransaction<Result>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return new Kysely<Rows>({ dialect: new PostgresDialect({ pool: plannedOnce(pool) }) }).transaction().execute(work)
}
