import { mkdir } from 'node:fs/promises'
import path from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import pg from 'pg'
import { Refused } from '../kernel/errors.ts'
import { acquireLock } from './lock.ts'
import { parsers } from './parsers.ts'

/** An open database. The pool is the same kind of thing on both engines. */
export interface Database {
  pool: pg.Pool
  /** Closes every connection and, for the embedded engine, releases its folder. */
  close(): Promise<void>
}

const OLDEST_SERVER = 150_000

/**
 * Opens the database: the PostgreSQL server at `databaseUrl`, or else the embedded engine in `dataDir/pglite`, which
 * this process then holds alone. Throws `Refused` when the folder is held by another process, or when the server is
 * older than PostgreSQL 15 or does not answer.
 */
export async function connect(config: { databaseUrl?: string | undefined; dataDir: string }): Promise<Database> {
  return config.databaseUrl === undefined ? openEmbedded(config.dataDir) : openServer(config.databaseUrl)
}

/**
 * The database of an embedded engine that runs already; closing it closes the engine. Its one connection is never given up for
 * being idle: the next would begin on the same engine while this one still ends.
 */
export function databaseOf(engine: PGlite): Database {
  const pool = new pg.Pool({
    ...createPgConfig(engine),
    max: 1,
    idleTimeoutMillis: 0,
    pipeline: true,
    types: parsers,
    onConnect: settle,
  })
  return {
    pool,
    async close() {
      await pool.end()
      await engine.close()
    },
  }
}

async function openEmbedded(dataDir: string): Promise<Database> {
  const folder = path.resolve(dataDir, 'pglite')
  await mkdir(folder, { recursive: true })
  const lock = await acquireLock(folder)
  try {
    const database = databaseOf(await PGlite.create(folder))
    return {
      pool: database.pool,
      async close() {
        await database.close()
        await lock.release()
      },
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function openServer(databaseUrl: string): Promise<Database> {
  const pool = new pg.Pool({
    connectionString: databaseUrl,
    types: parsers,
    connectionTimeoutMillis: 10_000,
    pipeline: true,
    onConnect: settle,
  })
  // A connection that breaks while idle is replaced by the next query; without a listener it would end the process.
  pool.on('error', () => undefined)
  try {
    await refuseOldServer(pool)
  } catch (error) {
    await pool.end()
    throw error instanceof Refused ? error : unreachable(error)
  }
  return { pool, close: () => pool.end() }
}

/**
 * Whatever the server's own settings are, values are read and written alike. Registers lie in memory or on flash, where a
 * page out of order costs hardly more than the next one; the server's default takes it for a turning disk.
 */
async function settle(client: pg.ClientBase): Promise<void> {
  await client.query(
    "set datestyle = 'ISO'; set intervalstyle = 'postgres'; set timezone = 'UTC'; set random_page_cost = 1.1",
  )
}

async function refuseOldServer(pool: pg.Pool): Promise<void> {
  const { rows } = await pool.query<{ number: number; name: string }>(
    "select current_setting('server_version_num')::int as number, current_setting('server_version') as name",
  )
  const server = rows[0]
  if (server && server.number >= OLDEST_SERVER) return
  throw new Refused({
    vi: `Máy chủ PostgreSQL là bản ${server?.name}; cần bản 15 trở lên. Hãy nâng cấp, hoặc bỏ DATABASE_URL để dùng cơ sở dữ liệu nhúng.`,
    en: `The PostgreSQL server is version ${server?.name}; 15 or later is needed. Upgrade it, or unset DATABASE_URL to use the embedded database.`,
  })
}

function unreachable(error: unknown): Refused {
  const reason = error instanceof Error ? error.message || String(Reflect.get(error, 'code')) : String(error)
  return new Refused({
    vi: `Không kết nối được PostgreSQL theo DATABASE_URL (${reason}). Hãy kiểm tra địa chỉ, mật khẩu và máy chủ.`,
    en: `PostgreSQL at DATABASE_URL does not answer (${reason}). Check the address, the password and the server.`,
  })
}
