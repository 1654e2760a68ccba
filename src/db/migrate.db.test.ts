import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { onPostgres, openEmptyDatabase, type TestDatabase } from '../../test/support/database.ts'
import { migrationSources } from '../slices.ts'
import { connect } from './connect.ts'
import { collectMigrations, isMigrated, type MigrationSource, migrate } from './migrate.ts'

let database: TestDatabase
let folder: string
beforeEach(async () => {
  database = await openEmptyDatabase()
  folder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-migrations-'))
})
afterEach(async () => {
  await database.close()
  await rm(folder, { recursive: true })
})

/** A slice of which these are the migration files. */
async function sourceOf(name: string, files: Record<string, string>): Promise<MigrationSource> {
  const own = await mkdtemp(path.join(folder, `${name}-`))
  for (const [file, sql] of Object.entries(files)) await writeFile(path.join(own, file), sql)
  return { name, migrations: pathToFileURL(`${own}/`) }
}

async function run(...sources: MigrationSource[]): Promise<string[]> {
  return migrate(database.pool, await collectMigrations(sources))
}

it('brings an empty database to the schema of the project, once', async () => {
  const migrations = await collectMigrations(migrationSources)
  expect(await migrate(database.pool, migrations)).toEqual(migrations.map((migration) => migration.name))
  expect(await migrate(database.pool, migrations)).toEqual([])
  expect(await isMigrated(database.pool, migrations)).toBe(true)
})

it('runs by slice first, by number then', async () => {
  const first = await sourceOf('zebra', {
    '0002-b.sql': 'create table b (a int references a)',
    '0001-a.sql': 'create table a (id int primary key)',
  })
  const second = await sourceOf('ant', { '0001-c.sql': 'create table c (a int references a)' })
  expect(await run(first, second)).toEqual(['zebra/0001-a', 'zebra/0002-b', 'ant/0001-c'])
})

it('runs only what is new', async () => {
  await run(await sourceOf('one', { '0001-a.sql': 'create table a (id int)' }))
  const grown = await sourceOf('one', {
    '0001-a.sql': 'create table a (id int)',
    '0002-b.sql': 'create table b (id int)',
  })
  expect(await isMigrated(database.pool, await collectMigrations([grown]))).toBe(false)
  expect(await run(grown)).toEqual(['one/0002-b'])
})

describe('refuses the start, and says what to do,', () => {
  it('when the file of an applied migration has changed', async () => {
    await run(await sourceOf('one', { '0001-a.sql': 'create table a (id int)' }))
    const changed = await sourceOf('one', { '0001-a.sql': 'create table a (id bigint)' })
    await expect(run(changed)).rejects.toMatchObject({ text: { en: expect.stringContaining('one/0001-a is applied') } })
  })

  it('when the database holds a migration that is not known', async () => {
    await run(
      await sourceOf('one', { '0001-a.sql': 'create table a (id int)', '0002-b.sql': 'create table b (id int)' }),
    )
    const older = await sourceOf('one', { '0001-a.sql': 'create table a (id int)' })
    await expect(run(older)).rejects.toMatchObject({ text: { en: expect.stringContaining('one/0002-b') } })
  })

  it('when a new migration comes before an applied one of its slice', async () => {
    await run(await sourceOf('one', { '0002-b.sql': 'create table b (id int)' }))
    const late = await sourceOf('one', {
      '0001-a.sql': 'create table a (id int)',
      '0002-b.sql': 'create table b (id int)',
    })
    await expect(run(late)).rejects.toMatchObject({ text: { en: expect.stringContaining('Give it a higher number') } })
  })

  it('when a file is not named as one, or a number is used twice', async () => {
    for (const files of [{ '1-a.sql': '' }, { '0001-a.sql': '', '0001-b.sql': '' }]) {
      await expect(run(await sourceOf('one', files))).rejects.toMatchObject({
        text: { en: expect.stringContaining('must be named') },
      })
    }
  })
})

it('takes the line ends of another checkout for the same file', async () => {
  await run(await sourceOf('one', { '0001-a.sql': 'create table a (\n  id int\n)' }))
  expect(await run(await sourceOf('one', { '0001-a.sql': 'create table a (\r\n  id int\r\n)' }))).toEqual([])
})

it('rolls a failing migration back as a whole, and keeps those before it', async () => {
  const broken = {
    '0001-a.sql': 'create table a (id int)',
    '0002-b.sql': 'create table b (id int); insert into nowhere values (1);',
  }
  await expect(run(await sourceOf('one', broken))).rejects.toThrow(
    'The migration one/0002-b failed and was rolled back',
  )
  const mended = { ...broken, '0002-b.sql': 'create table b (id int);' }
  expect(await run(await sourceOf('one', mended))).toEqual(['one/0002-b'])
})

if (onPostgres) {
  it('lets two processes start at once: one migrates, the other finds it done', async () => {
    const source = await sourceOf('one', {
      '0001-a.sql': 'select pg_sleep(0.3); create table a (id int)',
      '0002-b.sql': 'create table b (id int)',
    })
    const migrations = await collectMigrations([source])
    const other = await connect({ databaseUrl: database.url, dataDir: '' })
    const done = await Promise.all([migrate(database.pool, migrations), migrate(other.pool, migrations)])
    await other.close()
    expect(done.flat().sort()).toEqual(['one/0001-a', 'one/0002-b'])
  })
}
