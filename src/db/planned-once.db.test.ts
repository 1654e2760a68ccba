import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { inTransaction, type Transaction } from './transaction.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const ask = <Result>(work: (transaction: Transaction) => Promise<Result>) => inTransaction(database.pool, work)

/** What this connection keeps planned, by the text of the statement. */
async function kept(transaction: Transaction): Promise<string[]> {
  const { rows } = await sql<{
    statement: string
  }>`select statement from pg_prepared_statements where name like 'kept%'`.execute(transaction)
  return rows.map(({ statement }) => statement)
}

it('answers a statement that is asked again with other values by those values', async () => {
  const answers = await ask(async (transaction) => {
    const found: number[] = []
    for (const value of [1, 2, 3, 4, 5, 6, 7]) {
      const { rows } = await sql<{ double: number }>`select ${value}::integer * 2 as double`.execute(transaction)
      found.push(rows[0]?.double ?? 0)
    }
    return found
  })
  expect(answers).toEqual([2, 4, 6, 8, 10, 12, 14])
})

it('keeps the plan of a statement with values, not of one whose page is asked for by its limit', async () => {
  const statements = await ask(async (transaction) => {
    await sql`select ${'planned once'}::text`.execute(transaction)
    await sql`select ${'planned each time'}::text limit ${1}`.execute(transaction)
    await sql`select 'without values'`.execute(transaction)
    return kept(transaction)
  })
  expect(statements).toContain('select $1::text')
  expect(statements.filter((text) => text.includes('limit $') || text.includes('without values'))).toEqual([])
})

it('refuses a statement that cannot be planned each time, and goes on', async () => {
  const wrong = () => ask(async (transaction) => sql`select ${1}::integer from nowhere`.execute(transaction))
  const right = () => ask(async (transaction) => sql`select ${1}::integer as one`.execute(transaction))
  for (let times = 0; times < 2; times += 1) {
    await expect(wrong()).rejects.toThrow('nowhere')
    expect((await right()).rows).toEqual([{ one: 1 }])
  }
})

it('keeps nothing of a transaction whose opening statement fails, and the connection stays usable', async () => {
  await expect(inTransaction(database.pool, async () => 'never', 'select 1 / 0')).rejects.toThrow('division by zero')
  expect(
    await ask(async (transaction) => (await sql<{ one: number }>`select 1 as one`.execute(transaction)).rows),
  ).toEqual([{ one: 1 }])
})
