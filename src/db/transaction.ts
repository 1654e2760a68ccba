import { CompiledQuery, type DatabaseConnection, Kysely, PostgresDialect, PostgresDriver } from 'kysely'
import type { Pool } from 'pg'
import { plannedOnce } from './planned-once.ts'
import type { Rows } from './rows.ts'

/** An open transaction: what every function of a `store.ts` takes first. */
export type Transaction = import('kysely').Transaction<Rows>

/** What one statement can be sent to: an open transaction, or a database of which it asks that statement alone. */
export type Connected = Kysely<Rows>

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws (the error goes on).
 * Everything inside goes through the transaction that is passed on: the embedded engine has ONE connection, so asking
 * the pool for another one in there would wait for itself for ever. `opening` is SQL that is sent along with the beginning.
 */
export function inTransaction<Result>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<Result>,
  opening = '',
): Promise<Result> {
  return new Kysely<Rows>({ dialect: new OpeningDialect(pool, opening) }).transaction().execute(work)
}

/** The database, to be asked one statement, which is a transaction of its own. */
export function atOnce(pool: Pool): Connected {
  return new Kysely<Rows>({ dialect: new PostgresDialect({ pool: plannedOnce(pool) }) })
}

/** Each trip to the server costs more than what a short statement does there: the first statement goes with `begin`. */
class OpeningDialect extends PostgresDialect {
  readonly #pool: Pool
  readonly #opening: string

  constructor(pool: Pool, opening: string) {
    super({ pool: plannedOnce(pool) })
    this.#pool = pool
    this.#opening = opening
  }

  override createDriver(): PostgresDriver {
    return new OpeningDriver(this.#pool, this.#opening)
  }
}

class OpeningDriver extends PostgresDriver {
  readonly #opening: string

  constructor(pool: Pool, opening: string) {
    super({ pool: plannedOnce(pool) })
    this.#opening = opening
  }

  override async beginTransaction(connection: DatabaseConnection): Promise<void> {
    try {
      await connection.executeQuery(CompiledQuery.raw(`begin; ${this.#opening}`))
    } catch (error) {
      // It may have begun before the rest of it failed.
      await this.rollbackTransaction(connection)
      throw error
    }
  }
}
