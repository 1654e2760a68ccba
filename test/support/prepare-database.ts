import { execFile } from 'node:child_process'
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { PGlite } from '@electric-sql/pglite'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { connect, databaseOf } from '../../src/db/connect.ts'
import { collectMigrations, migrate } from '../../src/db/migrate.ts'
import { migrationSources } from '../../src/slices.ts'

declare module 'vitest' {
  interface ProvidedContext {
    /** Embedded engine: the file with the dump of a migrated database. PostgreSQL: the name of the migrated template. */
    migrated: string
    /** The same for a database without a table. */
    empty: string
  }
}

/** Migrates once for the whole part; each test file then starts from a copy. */
export default async function prepare(project: TestProject): Promise<() => Promise<void>> {
  return project.config.env.TEST_ENGINE === 'postgres' ? prepareTemplate(project) : prepareDump(project)
}

async function prepareDump(project: TestProject) {
  const folder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-dump-'))
  const engine = await PGlite.create()
  project.provide('empty', await dump(engine, path.join(folder, 'empty.tar')))
  const database = databaseOf(engine)
  await migrate(database.pool, await collectMigrations(migrationSources))
  project.provide('migrated', await dump(engine, path.join(folder, 'migrated.tar')))
  await database.close()
  return () => rm(folder, { recursive: true, force: true })
}

async function dump(engine: PGlite, file: string): Promise<string> {
  const content = await engine.dumpDataDir('none')
  await writeFile(file, Buffer.from(await content.arrayBuffer()))
  return file
}

async function prepareTemplate(project: TestProject) {
  const server = process.env.TEST_DATABASE_URL
  if (!server) throw new Error('TEST_DATABASE_URL is not set; run the tests by npm test, which starts a PostgreSQL')
  const name = `doan_ra_template_${process.pid}`
  const administrator = new pg.Pool({ connectionString: server, max: 1 })
  await administrator.query(`create database ${name}`)
  const url = new URL(server)
  url.pathname = `/${name}`
  const database = await connect({ databaseUrl: url.href, dataDir: '' })
  await migrate(database.pool, await collectMigrations(migrationSources))
  await database.close()
  project.provide('migrated', name)
  project.provide('empty', 'template1')
  return async () => {
    await administrator.query(`drop database if exists ${name} with (force)`)
    await administrator.end()
  }
}

/** Puts a dumped database into a data folder, as an earlier run of the embedded engine would have left it. */
export async function unpack(dump: string, dataDir: string): Promise<void> {
  const folder = path.join(dataDir, 'pglite')
  await mkdir(folder, { recursive: true })
  await promisify(execFile)('tar', ['-xf', dump, '-C', folder])
}
