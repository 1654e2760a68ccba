import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { recogniseAs, testVisitor } from '../../test/support/visitor.ts'
import { inScope, type Scope } from '../db/scope.ts'
import { readXlsx } from '../documents/xlsx.ts'
import { bodiesOn, bodyOn, bodyRoutes, descendants, rootOf } from './index.ts'

let database: TestDatabase
let installation: FastifyInstance
beforeAll(async () => {
  database = await openTestDatabase()
  installation = await appFor({ installation: true })
})
afterAll(async () => {
  await installation.close()
  await database.close()
})

function appFor(scope: Scope): Promise<FastifyInstance> {
  const recognise = recogniseAs(testVisitor(['bodies.read', 'bodies.write'], scope))
  return testApp(database, { routes: bodyRoutes(), recognise })
}

async function send(url: string, payload: object, app = installation) {
  const answer = await app.inject({ method: 'POST', url, payload })
  return { status: answer.statusCode, body: answer.json() }
}

async function read(url: string, app = installation) {
  const answer = await app.inject(url)
  expect([url, answer.statusCode]).toEqual([url, 200])
  return answer.json()
}

let codes = 10
const fields = { level: 'department', jurisdiction: 'VN-HN' }

/** Adds a body from 2020 on and gives its id. */
async function add(name: string, parentId: string | null, more: object = {}): Promise<string> {
  codes += 1
  const payload = { ...fields, name, parentId, code: `H${String(codes).padStart(2, '0')}`, from: '2020-01-01', ...more }
  const { status, body } = await send('/api/bodies', payload)
  expect([status, body]).toEqual([200, { id: expect.any(String) }])
  return body.id
}

let city: string
let a: string
let b: string
beforeEach(async () => {
  city = await add('Thành phố', null, { level: 'province' })
  a = await add('Sở Lao động', city, { officialOrder: 2 })
  b = await add('Sở Nội vụ', city, { officialOrder: 1 })
})

describe('a body', () => {
  it('is renamed from a day on, and keeps its old name before', async () => {
    const renamed = { ...fields, name: 'Sở Việc làm', parentId: city, from: '2025-03-01', document: '01/NQ' }
    expect((await send(`/api/bodies/${a}/versions`, renamed)).status).toBe(200)
    expect((await read(`/api/bodies/${a}?day=2025-02-28`)).current.name).toBe('Sở Lao động')
    const now = await read(`/api/bodies/${a}?day=2025-03-01`)
    expect(now.current).toMatchObject({ name: 'Sở Việc làm', from: '2025-03-01', to: null, document: '01/NQ' })
    expect(now.history.map((one: { name: string }) => one.name)).toEqual(['Sở Lao động', 'Sở Việc làm'])
    expect(now.above).toEqual([{ id: city, name: 'Thành phố' }])
  })

  it('is merged with another into a new one: what stood under them goes along, old days keep the old', async () => {
    const under = await add('Trung tâm', a, { level: 'public-unit' })
    const into = { ...fields, name: 'Sở Nội vụ mới', parentId: city, code: `H26.${codes}` }
    const merged = await send('/api/bodies/merge', { bodies: [a, b], into, on: '2025-03-01', document: '02/NQ' })
    expect(merged.status).toBe(200)
    const before = await read(`/api/bodies?root=${city}&day=2025-02-28`)
    const after = await read(`/api/bodies?root=${city}&day=2025-03-01`)
    const names = (list: { items: { name: string }[] }) => list.items.map((one) => one.name).sort()
    expect(names(before)).toEqual(['Sở Lao động', 'Sở Nội vụ', 'Thành phố', 'Trung tâm'])
    expect(names(after)).toEqual(['Sở Nội vụ mới', 'Thành phố', 'Trung tâm'])
    expect((await read(`/api/bodies/${under}?day=2025-03-01`)).current.parentId).toBe(merged.body.id)
    const successor = await read(`/api/bodies/${merged.body.id}?day=2025-03-01`)
    expect(successor.successions.map((one: object) => one)).toMatchObject([
      {
        fromId: a,
        fromName: 'Sở Lao động',
        toName: 'Sở Nội vụ mới',
        kind: 'merged',
        on: '2025-03-01',
        document: '02/NQ',
      },
      { fromId: b },
    ])
    expect((await read(`/api/bodies/${a}`)).successions).toMatchObject([{ toId: merged.body.id }])
  })

  it('takes another over', async () => {
    const merged = await send('/api/bodies/merge', {
      bodies: [a, b],
      into: { id: b },
      on: '2025-03-01',
      document: '02/NQ',
    })
    expect(merged.body.id).toBe(b)
    expect((await read(`/api/bodies/${a}?day=2025-03-01`)).current).toBeNull()
    expect((await read(`/api/bodies/${b}?day=2025-03-01`)).current.name).toBe('Sở Nội vụ')
  })

  it('is divided into two', async () => {
    const part = (name: string, code: string) => ({ ...fields, name, parentId: city, code })
    const into = [part('Phần một', `H27.${codes}`), part('Phần hai', `H28.${codes}`)]
    const divided = await send(`/api/bodies/${a}/split`, { into, on: '2026-01-01', document: '03/NQ' })
    expect([divided.status, divided.body.ids]).toEqual([200, [expect.any(String), expect.any(String)]])
    expect((await read(`/api/bodies/${a}?day=2026-01-01`)).current).toBeNull()
    const { successions } = await read(`/api/bodies/${a}`)
    expect(successions.map((one: { toName: string; kind: string }) => [one.kind, one.toName])).toEqual([
      ['split', 'Phần một'],
      ['split', 'Phần hai'],
    ])
  })

  it('does not end while something stands under it: what, is named, and where it goes can be said', async () => {
    const ward = await add('Phường Một', a, { level: 'commune' })
    const refused = await send(`/api/bodies/${a}/end`, { id: a, on: '2025-06-30', document: '04/NQ' })
    expect(refused.status).toBe(422)
    expect(refused.body.error.message.vi).toContain('«Phường Một»')
    const ended = await send(`/api/bodies/${a}/end`, { id: a, on: '2025-06-30', childrenTo: city, document: '04/NQ' })
    expect(ended.status).toBe(200)
    expect((await read(`/api/bodies/${ward}?day=2025-07-01`)).current.parentId).toBe(city)
    expect((await read(`/api/bodies/${ward}?day=2025-06-30`)).current.parentId).toBe(a)
  })

  it('keeps the document of its last change beside that of its end, whether it ends alone, merged or divided', async () => {
    const c = await add('Sở Công thương', city, { document: '00/NQ' })
    for (const id of [a, b]) {
      const renamed = { ...fields, name: 'Sở mới', parentId: city, from: '2025-03-01', document: '01/NQ' }
      expect((await send(`/api/bodies/${id}/versions`, renamed)).status).toBe(200)
    }
    const documents = async (id: string) =>
      (await read(`/api/bodies/${id}`)).history.map((one: { document: string; endDocument: string }) => [
        one.document,
        one.endDocument,
      ])
    expect((await send(`/api/bodies/${a}/end`, { on: '2025-06-30', document: '04/NQ' })).status).toBe(200)
    expect(await documents(a)).toEqual([
      [null, null],
      ['01/NQ', '04/NQ'],
    ])
    const merged = { bodies: [b], into: { id: city }, on: '2025-07-01', document: '02/NQ' }
    expect((await send('/api/bodies/merge', merged)).status).toBe(200)
    expect(await documents(b)).toEqual([
      [null, null],
      ['01/NQ', '02/NQ'],
    ])
    const part = { ...fields, name: 'Phần một', parentId: city, code: `H27.${codes}` }
    expect((await send(`/api/bodies/${c}/split`, { into: [part], on: '2025-07-01', document: '03/NQ' })).status).toBe(
      200,
    )
    expect(await documents(c)).toEqual([['00/NQ', '03/NQ']])
  })

  it.each([
    ['under itself', () => ({ parentId: a }), 'chính nó'],
    ['before it exists', () => ({ parentId: city, from: '2019-01-01' }), 'chỉ có từ ngày 01/01/2020'],
    ['without a body above it', () => ({ parentId: null }), 'phải có cơ quan cấp trên'],
  ])('is not put %s', async (_, place, sentence) => {
    const answer = await send(`/api/bodies/${a}/versions`, { ...fields, name: 'Sở', from: '2025-01-01', ...place() })
    expect([answer.status, answer.body.error.message.vi]).toEqual([422, expect.stringContaining(sentence)])
  })

  it('has a code of the form of the decision, and its own', async () => {
    const body = { ...fields, name: 'Sở', parentId: city, from: '2020-01-01' }
    for (const code of ['h26', 'H2', 'H26..1', 'H26.123456.1234', 'H26 12']) {
      const answer = await send('/api/bodies', { ...body, code })
      expect([code, answer.status, answer.body.error.faults[0].path]).toEqual([code, 400, 'code'])
    }
    const { code } = await read(`/api/bodies/${a}`)
    expect((await send('/api/bodies', { ...body, code })).body.error.message.vi).toContain(code)
  })
})

describe('a mission abroad', () => {
  it('covers countries for a time', async () => {
    const mission = await add('Đại sứ quán', city, { isMission: true, level: 'central' })
    await send(`/api/bodies/${mission}/countries`, { countries: ['FR', 'MC'], from: '2024-01-01' })
    await send(`/api/bodies/${mission}/countries`, { countries: ['FR', 'AD'], from: '2025-01-01' })
    const { countries } = await read(`/api/bodies/${mission}`)
    expect(countries).toEqual([
      { country: 'FR', from: '2024-01-01', to: null },
      { country: 'MC', from: '2024-01-01', to: '2024-12-31' },
      { country: 'AD', from: '2025-01-01', to: null },
    ])
    const covering = async (country: string, day: string) =>
      (await read(`/api/bodies?country=${country}&day=${day}&root=${city}`)).total
    expect(await covering('MC', '2024-12-31')).toBe(1)
    expect(await covering('MC', '2025-01-01')).toBe(0)
    const refused = await send(`/api/bodies/${a}/countries`, { countries: ['FR'], from: '2024-01-01' })
    expect(refused.status).toBe(422)
  })
})

describe('lists', () => {
  it('are in official order, found without diacritics, as a tree and as a workbook', async () => {
    await add('Phòng Việc làm', a)
    const { items } = await read(`/api/bodies/tree?root=${city}&day=2025-01-01`)
    expect(items.map((one: { depth: number; name: string }) => `${one.depth} ${one.name}`)).toEqual([
      '0 Thành phố',
      '1 Sở Nội vụ',
      '1 Sở Lao động',
      '2 Phòng Việc làm',
    ])
    const found = await read(`/api/bodies?q=lao%20d&root=${city}`)
    expect(found.items.map((one: { id: string }) => one.id)).toEqual([a])
    const file = await installation.inject(`/api/bodies/export?root=${city}&day=2025-01-01`)
    const { sheets } = await readXlsx(file.rawPayload)
    expect(sheets[0]?.rows.map((row) => row[1])).toContain('  Sở Nội vụ')
  })
})

describe('somebody who administers another root', () => {
  it('sees the bodies and changes none', async () => {
    const other = await add('Tỉnh khác', null, { level: 'province' })
    const app = await appFor({ roots: [other] })
    expect((await read(`/api/bodies/${a}`, app)).mayChange).toBe(false)
    const renamed = { ...fields, name: 'Chiếm', parentId: city, from: '2025-03-01' }
    expect((await send(`/api/bodies/${a}/versions`, renamed, app)).status).toBe(403)
    expect((await send(`/api/bodies/${a}/end`, { on: '2025-06-30', document: 'x' }, app)).status).toBe(403)
    expect(
      (await send('/api/bodies', { ...fields, name: 'Gốc', parentId: null, code: 'A01', from: '2025-01-01' }, app))
        .status,
    ).toBe(403)
    const own = { ...fields, name: 'Sở của tỉnh khác', parentId: other, code: `H29.${codes}`, from: '2025-01-01' }
    expect((await send('/api/bodies', own, app)).status).toBe(200)
    await app.close()
  })

  it('is held to it by the database too', async () => {
    const foreign: Scope = { account: city, permission: 'bodies.write', roots: [b], writes: true }
    const changed = await inScope(database.pool, foreign, (transaction) =>
      transaction.updateTable('body_version').set({ name: 'Chiếm' }).where('body_id', '=', a).executeTakeFirst(),
    )
    expect(changed.numUpdatedRows).toBe(0n)
    const nobody = await inScope(database.pool, {}, (transaction) => bodiesOn(transaction, '2025-01-01'))
    expect(nobody).toEqual([])
  })
})

it('other slices look bodies up as of a day', async () => {
  const scope: Scope = { account: city, permission: 'bodies.read' }
  await inScope(database.pool, scope, async (transaction) => {
    expect(await rootOf(transaction, a)).toBe(city)
    expect((await bodyOn(transaction, a, '2021-01-01'))?.name).toBe('Sở Lao động')
    expect(await bodyOn(transaction, a, '2019-01-01')).toBeUndefined()
    expect(new Set(await descendants(transaction, city, '2021-01-01'))).toEqual(new Set([city, a, b]))
  })
})

it('every change is in the audit trail, with its document', async () => {
  await send(`/api/bodies/${a}/end`, { on: '2025-06-30', document: '04/NQ' })
  const entries = await inScope(database.pool, { roots: [city] }, (transaction) =>
    transaction.selectFrom('audit_entry').select('content').where('subject_id', '=', a).orderBy('seq').execute(),
  )
  expect(entries.map(({ content }) => JSON.parse(content))).toMatchObject([
    { action: 'body.created' },
    { action: 'body.ended', ground: '04/NQ' },
  ])
})
