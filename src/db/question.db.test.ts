import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { ask, question, thenMade } from './question.ts'
import { HOUSEKEEPING, inScope } from './scope.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const numbers = (upTo: number) =>
  question(sql<{ n: number }>`select n from generate_series(1, ${upTo}::integer) n order by n desc`, (rows) =>
    rows.map(({ n }) => n),
  )

it('asks several questions in one statement, each answered by its own rows in their order', async () => {
  const answers = await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    ask(transaction, {
      three: numbers(3),
      none: numbers(0),
      sum: thenMade(numbers(4), (all) => all.reduce((one, other) => one + other, 0)),
      day: question(sql<{ day: string }>`select date '2026-05-13' as day`, ([row]) => row?.day),
    }),
  )
  expect(answers).toEqual({ three: [3, 2, 1], none: [], sum: 10, day: '2026-05-13' })
})

it('is refused whole where one of them is', async () => {
  const asked = inScope(database.pool, HOUSEKEEPING, (transaction) =>
    ask(transaction, { fine: numbers(1), bad: question(sql`select 1 / 0 as x`, (rows) => rows.length) }),
  )
  await expect(asked).rejects.toThrow('division by zero')
})
