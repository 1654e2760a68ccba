import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { drawRowTypes } from './row-types.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

it('rows.ts is what the migrations make; if not, run npm run db:types', async () => {
  expect(await readFile(new URL('./rows.ts', import.meta.url), 'utf8')).toBe(await drawRowTypes(database.pool))
})

it('draws each type of column as it is read and written', async () => {
  await database.pool.query(
    'create table a_new_thing (id int8 generated always as identity, day date not null, codes text[], facts jsonb not null, paid numeric default 0)',
  )
  const text = await drawRowTypes(database.pool)
  await database.pool.query('drop table a_new_thing')
  expect(text).toContain(`export interface ANewThing {
  id: Generated<number>
  day: string
  codes: string[] | null
  facts: ColumnType<unknown, string, string>
  paid: Generated<string | null>
}`)
  expect(text).toContain('  a_new_thing: ANewThing')
})

it('refuses a type that it does not know', async () => {
  await database.pool.query('create table odd (place point)')
  await expect(drawRowTypes(database.pool)).rejects.toThrow('odd.place is of type point')
  await database.pool.query('drop table odd')
})
