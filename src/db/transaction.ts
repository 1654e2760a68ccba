import type { Writable } from 'node:stream'
import {
  type CompiledQuery,
  type ConnectionProvider,
  type DatabaseConnection,
  DefaultQueryExecutor,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresDialect,
  PostgresQueryCompiler,
} from 'kysely'
import type { Pool, PoolClient, QueryResult } from 'pg'
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
  const ask = asking(pool, client)
  const connection = connectionOf(async (statement) => {
    if (ended) throw new Error('the transaction has ended: what it is asked now would be done outside of it')
    return ask(statement)
  })
  return {
    transaction: statementsOver((use) => use(connection)) as Transaction,
    end: () => {
      ended = true
    },
  }
}

/** The database, to be asked one statement, which is a transaction of its own. */
export function atOnce(pool: Pool): Connected {
  return statementsOver(async (use) => {
    const client = await pool.connect()
    try {
      return await use(connectionOf(asking(pool, client)))
    } finally {
      client.release()
    }
  })
}

type Ask = (statement: CompiledQuery) => Promise<QueryResult>

/** How a connection is asked, which keeps statements planned; the embedded engine has one connection as long as it runs. */
function asking(pool: Pool, client: PoolClient): Ask {
  const server = isServer(pool)
  return ({ sql: text, parameters }) => {
    if (server) sendTogether(client)
    const name = nameOf(text, parameters)
    return client.query({ text, values: [...parameters], ...(name === undefined ? {} : { name }) })
  }
}

const DIALECT = new PostgresDialect({ pool: () => Promise.reject(new Error('connections come from the pool')) })
const PROPS = { config: { dialect: DIALECT }, dialect: DIALECT, driver: new DummyDriver() }
const COMPILER = new PostgresQueryCompiler()
const ADAPTER = new PostgresAdapter()

/** Statements over connections of ours. The builder's own driver asks for a connection anew, and gives it back, with each. */
function statementsOver(provideConnection: ConnectionProvider['provideConnection']): Kysely<Rows> {
  return new Kysely<Rows>({ ...PROPS, executor: new DefaultQueryExecutor(COMPILER, ADAPTER, { provideConnection }) })
}

function connectionOf(ask: Ask): DatabaseConnection {
  return {
    async executeQuery<Row>(statement: CompiledQuery) {
      try {
        const { command, rowCount, rows } = await ask(statement)
        const changed = CHANGING.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}
        return { rows: rows as Row[], ...changed }
      } catch (error) {
        // The driver's own trace ends at the connection: this says who asked.
        if (error instanceof Error) error.stack = `${error.stack}\n${new Error('asked').stack}`
        throw error
      }
    },
    streamQuery() {
      throw new Error('nothing here reads by cursors')
    },
  }
}

const CHANGING: ReadonlySet<string> = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE'])

function isServer({ options }: Pool): boolean {
  return options.connectionString !== undefined
}

/** Holds back what is written to the server until nothing more is asked in this turn, so that it goes out as one. */
function sendTogether(client: PoolClient): void {
  const { stream } = (client as unknown as { connection: { stream: Writable } }).connection
  stream.cork()
  process.nextTick(() => stream.uncork())
}
