import { randomUUID } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import { inject } from 'vitest'
import { connect, type Database, databaseOf } from '../../src/db/connect.ts'
import { unpack } from './prepare-database.ts'

/** Whether this run is the one on PostgreSQL. */
export const onPostgres = process.env.TEST_ENGINE === 'postgres'

/** A database for one test file, with the address by which another connection reaches it (PostgreSQL only). */
export interface TestDatabase extends Database {
  url: string | undefined
}

/** A migrated database of the caller's own, on the engine of this run. Closing it removes it. */
export function openTestDatabase(): Promise<TestDatabase> {
  return copyOf(inject('migrated'))
}

/** A database without a single table, on the engine of this run. Closing it removes it. */
export function openEmptyDatabase(): Promise<TestDatabase> {
  return copyOf(inject('empty'))
}

/** Puts a migrated database into a data folder, as an earlier run of the embedded engine would have left it. */
export function fillDataDir(dataDir: string): Promise<void> {
  return unpack(inject('migrated'), dataDir)
}

async function copyOf(source: string): Promise<TestDatabase> {
  if (onPostgres) return createDatabase(source)
  const dump = new Blob([await readFile(source)])
  return { ...databaseOf(await PGlite.create({ loadDataDir: dump })), url: undefined }
}

async function createDatabase(template: string): Promise<TestDatabase> {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL is not set')
  const name = `doan_ra_${randomUUID().replaceAll('-', '')}`
  await administer(server, `create database ${name} template ${template}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = await connect({ databaseUrl: url.href, dataDir: '' })
  return {
    pool: database.pool,
    url: url.href,
    async close() {
      await database.close()
      await administer(server, `drop database ${name} with (force)`)
    },
  }
}

async function administer(server: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: server })
  await client.connect()
  await client.query(statement)
  await client.end()
}
