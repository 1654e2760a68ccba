import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { inTransaction } from '../db/transaction.ts'
import { recordEdition } from './record-edition.ts'
import { findEdition } from './store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const law = { hash: 'abc', data: { hash: 'abc', instruments: [{ id: 'LUAT-THU-1', title: 'Văn bản thử' }] } }

it('keeps an edition the first time it is seen, and knows it the next time', async () => {
  expect(await inTransaction(database.pool, (transaction) => recordEdition(transaction, law))).toBe(true)
  expect(await inTransaction(database.pool, (transaction) => recordEdition(transaction, law))).toBe(false)
})

it('gives the edition back as it was', async () => {
  const edition = await inTransaction(database.pool, (transaction) => findEdition(transaction, 'abc'))
  expect(edition).toEqual({
    hash: 'abc',
    content: law.data,
    firstLoadedAt: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
  })
})

it('knows nothing of an edition that never ran here', async () => {
  expect(await inTransaction(database.pool, (transaction) => findEdition(transaction, 'never'))).toBeUndefined()
})

describe('an edition that is kept', () => {
  it.each([
    ['changed', "update law_edition set content = '{}' where hash = 'abc'"],
    ['deleted', "delete from law_edition where hash = 'abc'"],
    ['truncated away', 'truncate law_edition'],
  ])('is never %s', async (_, statement) => {
    await expect(database.pool.query(statement)).rejects.toThrow('law_edition is append-only')
  })
})
