import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const zone = process.env.TZ
afterAll(() => {
  if (zone === undefined) delete process.env.TZ
  else process.env.TZ = zone
})

describe.each([
  ['Asia/Ho_Chi_Minh', -420],
  ['America/New_York', 300],
])('a process in the zone %s', (TZ, offset) => {
  beforeAll(() => {
    process.env.TZ = TZ
  })

  it('is really in that zone', () => {
    expect(new Date('2026-01-15T00:00:00Z').getTimezoneOffset()).toBe(offset)
  })

  it('reads back the day it wrote', async () => {
    const { rows } = await database.pool.query('select $1::date as day, $2::date[] as days', [
      '2026-05-13',
      ['0001-01-01', '2024-02-29', null],
    ])
    expect(rows).toEqual([{ day: '2026-05-13', days: ['0001-01-01', '2024-02-29', null] }])
  })

  it('reads an instant as ISO 8601 in UTC, whatever offset it was written with', async () => {
    const { rows } = await database.pool.query(
      "select '2026-05-13 06:30:00.123456+07'::timestamptz as at, array['2026-05-12 23:30:00Z']::timestamptz[] as ats",
    )
    expect(rows).toEqual([{ at: '2026-05-12T23:30:00.123Z', ats: ['2026-05-12T23:30:00.000Z'] }])
  })

  it('reads an instant to the millisecond, however many digits it has', async () => {
    const written = ['.1', '.29', '.000001', '.999999', '']
    const { rows } = await database.pool.query('select $1::timestamptz[] as ats', [
      written.map((fraction) => `2026-05-12 23:30:00${fraction}Z`),
    ])
    const read = ['.100', '.290', '.000', '.999', '.000']
    expect(rows[0].ats).toEqual(read.map((fraction) => `2026-05-12T23:30:00${fraction}Z`))
  })

  it('lets the database turn instants into days in UTC', async () => {
    const { rows } = await database.pool.query("select '2026-05-12 23:30:00Z'::timestamptz::date as day")
    expect(rows).toEqual([{ day: '2026-05-12' }])
  })
})

it('reads int8 as a number, and numeric as the text of every digit', async () => {
  const { rows } = await database.pool.query(
    "select 9007199254740991::int8 as count, '12345678901234567890.10'::numeric as amount, array[1, 2]::int8[] as counts",
  )
  expect(rows).toEqual([{ count: Number.MAX_SAFE_INTEGER, amount: '12345678901234567890.10', counts: [1, 2] }])
})

it('refuses an int8 that no number holds exactly', async () => {
  await expect(database.pool.query('select 9007199254740993::int8 as count')).rejects.toThrow('9007199254740993')
})

it('keeps the ends of time as they are', async () => {
  const { rows } = await database.pool.query("select 'infinity'::date as day, 'infinity'::timestamptz as at")
  expect(rows).toEqual([{ day: 'infinity', at: 'infinity' }])
})
