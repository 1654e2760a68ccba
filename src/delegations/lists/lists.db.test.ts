import { sql } from 'kysely'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DelegationWorld, delegationWorld, enter } from '../../../test/support/delegations.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'

const MANY = 3100

const { database, world } = delegationWorld()

beforeAll(async () => {
  await enter(world, { title: 'Khuôn' })
  // So many that neither all of them are counted nor a word that all have is looked up; every tenth has another one.
  await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    sql`
      insert into delegation (id, root_id, body_id, year, number, state, state_since, countries, headcount, person_ids,
        search_key, title, content, created_by, changed_by)
      select gen_random_uuid(), root_id, body_id, 2030, 1000 + nth, 'examining', now() - nth * interval '1 minute',
        array[case when nth % 2 = 0 then 'JP' else 'KR' end], 3, '{}',
        ' khao sat' || case when nth % 10 = 0 then ' nuoc thai' else '' end, 'Đoàn ' || nth, content, 'An', 'An'
      from delegation, generate_series(1, ${MANY}) nth where title = 'Khuôn'`.execute(transaction),
  )
  // Forty that anybody may see, and after them more drafts than are looked up at first.
  await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    sql`
      insert into delegation (id, root_id, body_id, year, number, state, countries, headcount, person_ids, search_key, title,
        content, created_by, changed_by)
      select gen_random_uuid(), root_id, body_id, 2029, 1000 + nth, case when nth <= 40 then 'approved' else 'draft' end,
        array['LA'], 3, '{}', ' khao sat bien gioi', 'Đoàn ' || nth, content, 'An', 'An'
      from delegation, generate_series(1, 400) nth where title = 'Khuôn'`.execute(transaction),
  )
})

const list = async (who: Parameters<DelegationWorld['send']>[0], query: string, year = 2030) => {
  const { status, body } = await world.send(who, 'GET', `/api/delegations?year=${year}&${query}`)
  expect(status).toBe(200)
  const numbers = (body.items as { code: string }[]).map(({ code }) => Number(code.slice(-4)))
  return { first: numbers[0], count: numbers.length, total: body.total, more: body.more }
}

describe.each(['examiner', 'officer'] as const)('a long list, read by the %s', (who) => {
  it('is counted as far as it helps, and says that there are more', async () => {
    expect(await list(who, '')).toEqual({ first: 1000 + MANY, count: 50, total: 100, more: true })
    expect(await list(who, 'page=2')).toMatchObject({ first: MANY + 950, count: 50, total: 100, more: true })
  })

  it('goes on beyond what is counted, to its end', async () => {
    expect(await list(who, 'page=3')).toEqual({ first: MANY + 900, count: 50, total: 150, more: true })
    expect(await list(who, 'page=62')).toEqual({ first: 1050, count: 50, total: MANY, more: false })
    expect(await list(who, 'page=63')).toMatchObject({ count: 0, more: false })
  })

  it('is counted likewise where its rows have to be looked through', async () => {
    expect(await list(who, 'country=JP')).toEqual({ first: 1000 + MANY, count: 50, total: 100, more: true })
    expect(await list(who, 'country=JP&page=31')).toEqual({ first: 1100, count: 50, total: 1550, more: false })
  })

  it('finds words that nearly all have, and words that few have', async () => {
    expect(await list(who, 'q=khảo sát')).toEqual({ first: 1000 + MANY, count: 50, total: 100, more: true })
    expect(await list(who, 'q=khảo nước')).toMatchObject({ first: 1000 + MANY, count: 50 })
    expect(await list(who, 'q=nuoc thai&page=7')).toMatchObject({ first: 1100, count: 10, more: false })
    expect(await list(who, 'q=không có')).toEqual({ first: undefined, count: 0, total: 0, more: false })
  })
})

describe('what is older than many drafts of a unit', () => {
  it.each(['country=LA', 'q=bien gioi', 'q=bien&country=LA'])(
    'is found by whoever may not see those: %s',
    async (query) => {
      expect(await list('examiner', query, 2029)).toEqual({ first: 1040, count: 40, total: 40, more: false })
      expect(await list('officer', query, 2029)).toEqual({ first: 1400, count: 50, total: 100, more: true })
    },
  )

  it('is found in another order too', async () => {
    expect(await list('examiner', 'country=LA&sort=title', 2029)).toMatchObject({ count: 40, total: 40, more: false })
  })
})

describe('what is under way', () => {
  it('is found by its country without being looked up', async () => {
    expect(await list('examiner', 'country=JP&state=examining')).toMatchObject({
      first: 1000 + MANY,
      total: 100,
      more: true,
    })
    expect(await list('examiner', 'country=LA&state=examining')).toMatchObject({ count: 0, total: 0, more: false })
  })
})

describe('the work of an examiner', () => {
  it('shows first what has waited longest, and no more than anybody works off', async () => {
    const { body } = await world.send('examiner', 'GET', '/api/delegations/work')
    expect(body).toHaveLength(100)
    expect(body[0]).toMatchObject({ kind: 'examine', title: `Đoàn ${MANY}` })
  })
})

describe('a dossier of very many countries that asks very many bodies', () => {
  it('is kept and listed like others', async () => {
    await inScope(database.pool, HOUSEKEEPING, (transaction) =>
      sql`
        update delegation set asked_body_ids = array(select gen_random_uuid() from generate_series(1, 500)),
          countries = array['IS'] || array(select 'X' || nth from generate_series(1, 500) nth)
        where title = 'Khuôn'`.execute(transaction),
    )
    const { body } = await world.send('officer', 'GET', '/api/delegations?country=IS')
    expect(body.items).toMatchObject([{ title: 'Khuôn' }])
  })
})
