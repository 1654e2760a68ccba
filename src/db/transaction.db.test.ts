import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { inTransaction, type Transaction } from './transaction.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

function add(transaction: Transaction, hash: string) {
  return transaction.insertInto('law_edition').values({ hash, content: '{}' }).execute()
}

async function hashes(): Promise<string[]> {
  const { rows } = await database.pool.query<{ hash: string }>('select hash from law_edition order by hash')
  return rows.map((row) => row.hash)
}

it('keeps everything when the work returns, and returns what it returned', async () => {
  const result = await inTransaction(database.pool, async (transaction) => {
    await add(transaction, 'kept-1')
    await add(transaction, 'kept-2')
    return 'done'
  })
  expect(result).toBe('done')
  expect(await hashes()).toEqual(['kept-1', 'kept-2'])
})

it('keeps nothing when the work throws, and throws on', async () => {
  const before = await hashes()
  const work = inTransaction(database.pool, async (transaction) => {
    await add(transaction, 'lost')
    throw new Error('changed my mind')
  })
  await expect(work).rejects.toThrow('changed my mind')
  expect(await hashes()).toEqual(before)
})

it('runs many at once without waiting for ever, each on its own', async () => {
  const names = Array.from({ length: 20 }, (_, index) => `parallel-${String(index).padStart(2, '0')}`)
  await Promise.all(names.map((name) => inTransaction(database.pool, (transaction) => add(transaction, name))))
  expect(await hashes()).toEqual(expect.arrayContaining(names))
})

it('leaves the connection usable after a statement that failed', async () => {
  const twice = inTransaction(database.pool, async (transaction) => {
    await add(transaction, 'twice')
    await add(transaction, 'twice')
  })
  await expect(twice).rejects.toThrow('law_edition_pkey')
  expect(await hashes()).not.toContain('twice')
})

it('takes nothing any more once it has failed, not even from work that was still going on', async () => {
  let later: Promise<unknown> = Promise.resolve()
  const work = inTransaction(database.pool, (transaction) =>
    Promise.all([
      add(transaction, 'beside'),
      Promise.reject(new Error('changed my mind')),
      new Promise((resolve) => {
        later = new Promise((done) => setTimeout(done, 50)).then(() => add(transaction, 'after its end'))
        later.then(resolve, resolve)
      }),
    ]),
  )
  await expect(work).rejects.toThrow('changed my mind')
  await expect(later).rejects.toThrow('the transaction has ended')
  expect(await hashes()).not.toEqual(expect.arrayContaining(['beside']))
  expect(await hashes()).not.toEqual(expect.arrayContaining(['after its end']))
})

it('answers what is asked at the same time each to the one who asked', async () => {
  const answers = await inTransaction(database.pool, (transaction) =>
    Promise.all(
      [1, 2, 3, 4, 5].map(async (one) => {
        const { rows } = await sql<{ double: number }>`select ${one}::integer * 2 as double`.execute(transaction)
        return rows[0]?.double
      }),
    ),
  )
  expect(answers).toEqual([2, 4, 6, 8, 10])
})
