import type { Writable } from 'node:stream'
import { Kysely, PostgresDialect, type PostgresPool, type PostgresPoolClient } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import { nameOf } from './planned-once.ts'
import type { Rows } from './rows.ts'

/** An open transaction: what every function of a `store.ts` takes first. */
export type Transaction = import('kysely').Transaction<Rows>

/** What one statement can be sent to: an open transaction, or a database of which it asks that statement alone. */
export type Connected = Kysely<Rows>

/**
 * Runs `work` in one transaction: committed when it returns, rolled back when it throws (the error goes on).
 * Everything inside goes through the transaction that is passed on: the embedded engine has ONE connection, so asking
 * the pool for another one in there would wait for itself for ever. `opening` is SQL that is sent along with the beginning.
 * What is asked at the same time, by `Promise.all`, goes to a server in one go: each trip costs more than a short statement.
 */
export async function inTransaction<Result>(
  pool: Pool,
  work: (transaction: Transaction) => Promise<Result>,
  opening = '',
): Promise<Result> {
  const client = await pool.connect()
  const { transaction, end } = transactionOn(pool, client)
  // Not waited for: were it refused, all that follows in the transaction would be as well.
  if (isServer(pool)) sendTogether(client)
  const opened = client.query(`begin; ${opening}`)
  opened.catch(() => undefined)
  try {
    const result = await work(transaction)
    await opened
    end()
    await client.query('commit')
    client.release()
    return result
  } catch (error) {
    end()
    await client.query('rollback').then(
      () => client.release(),
      (broken) => client.release(broken),
    )
    await opened
    throw error
  }
}

/** The transaction on a connection; after its end it takes nothing any more, for the connection is then another's. */
function transactionOn(pool: Pool, client: PoolClient): { transaction: Transaction; end: () => void } {
  let ended = false
  const connection = asking(pool, client, () => {
    if (ended) throw new Error('the transaction has ended: what it is asked now would be done outside of it')
  })
  const dialect = new PostgresDialect({ pool: { connect: async () => connection, end: async () => undefined } })
  return {
    transaction: new Kysely<Rows>({ dialect }) as Transaction,
    end: () => {
      ended = true
    },
  }
}

/** The database, to be asked one statement, which is a transaction of its own. */
export function atOnce(pool: Pool): Connected {
  const connections: PostgresPool = {
    connect: async () => {
      const client = await pool.connect()
      return { ...asking(pool, client), release: () => client.release() }
    },
    end: () => pool.end(),
  }
  return new Kysely<Rows>({ dialect: new PostgresDialect({ pool: connections }) })
}

/**
 * A connection that keeps statements planned. The embedded engine keeps its statements over its connections, whose names
 * would then meet, so it plans each time.
 */
function asking(pool: Pool, client: PoolClient, guard: () => void = () => undefined): PostgresPoolClient {
  const server = isServer(pool)
  const query = async (text: string, values: readonly unknown[]) => {
    guard()
    if (server) sendTogether(client)
    const name = server ? nameOf(text, values) : undefined
    return client.query({ text, values: [...values], ...(name === undefined ? {} : { name }) })
  }
  // Nothing here reads by cursors, which the type asks for as well.
  return { query, release: () => undefined } as unknown as PostgresPoolClient
}

function isServer({ options }: Pool): boolean {
  return options.connectionString !== undefined
}

/** Holds back what is written to the server until nothing more is asked in this turn, so that it goes out as one. */
function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}
