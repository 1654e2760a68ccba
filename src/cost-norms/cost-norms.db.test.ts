import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testApp } from '../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addBody } from '../../test/support/register.ts'
import { testVisitor } from '../../test/support/visitor.ts'
import { HOUSEKEEPING, inScope } from '../db/scope.ts'
import type { Visitor } from '../http/who.ts'
import { NormLine } from '../law/costs/table.ts'
import { basisFor } from './basis-for.ts'
import { costNormRoutes } from './server.ts'

let database: TestDatabase
let app: FastifyInstance
let visitor: Visitor
let city: string
let office: string
let administrator: Visitor
let installer: Visitor
let officer: Visitor
let elsewhere: Visitor

beforeAll(async () => {
  database = await openTestDatabase()
  city = await addBody(database, 'Thành phố', { level: 'province' })
  office = await addBody(database, 'Sở thử', { root: city })
  const other = await addBody(database, 'Tỉnh khác', { level: 'province' })
  administrator = testVisitor(['norms.read', 'norms.write'], { roots: [city] }, { name: 'Quản trị' })
  installer = testVisitor(['norms.read', 'norms.write'], { installation: true })
  officer = testVisitor(['norms.read'], { bodies: [office] })
  elsewhere = testVisitor(['norms.read', 'norms.write'], { roots: [other] })
  app = await testApp(database, { routes: costNormRoutes(), recognise: async () => visitor })
})
afterAll(async () => {
  await app?.close()
  await database?.close()
})

const MEALS = {
  item: 'meals',
  countryGroup: 'I',
  rankGroup: 'A',
  unit: 'day',
  amount: '11.5',
  currency: 'USD',
  tapers: true,
  note: '',
}

function table(more: object = {}) {
  return {
    rootId: city,
    kind: 'norms',
    title: 'Bảng thử',
    document: { number: '01/TT-THỬ', on: '2026-01-05', by: 'Cơ quan thử' },
    validFrom: '2026-02-01',
    fictitious: true,
    lines: [MEALS],
    ...more,
  }
}

async function send(who: Visitor, method: 'GET' | 'POST', url: string, payload?: object) {
  visitor = who
  const answer = await app.inject({ method, url, ...(payload === undefined ? {} : { payload }) })
  const isJson = String(answer.headers['content-type']).startsWith('application/json')
  return { status: answer.statusCode, body: isJson ? answer.json() : answer.rawPayload }
}

describe('a table of norms', () => {
  it('is set by whoever is over the root, by a document, and read by everybody there', async () => {
    const { status, body } = await send(administrator, 'POST', '/api/cost-norms', table())
    expect(status).toBe(200)
    const { body: read } = await send(officer, 'GET', `/api/cost-norms/${body.id}`)
    expect(read).toMatchObject({
      title: 'Bảng thử',
      document: { number: '01/TT-THỬ', on: '2026-01-05', by: 'Cơ quan thử' },
      setBy: 'Quản trị',
      fictitious: true,
      lines: [MEALS],
      maySet: false,
    })
    const { body: list } = await send(officer, 'GET', '/api/cost-norms?on=2026-03-01')
    expect(list.items).toMatchObject([{ id: body.id, inForce: true, root: { id: city, name: 'Thành phố' } }])
    expect((await send(elsewhere, 'GET', '/api/cost-norms')).body.items).toEqual([])
  })

  it('is set for no other root, and for all only by whoever administers the installation', async () => {
    expect((await send(elsewhere, 'POST', '/api/cost-norms', table())).status).toBe(403)
    expect((await send(administrator, 'POST', '/api/cost-norms', table({ rootId: null }))).status).toBe(403)
    expect((await send(officer, 'POST', '/api/cost-norms', table())).status).toBe(403)
    const { status, body } = await send(installer, 'POST', '/api/cost-norms', table({ rootId: null, title: 'Chung' }))
    expect(status).toBe(200)
    expect((await send(administrator, 'POST', `/api/cost-norms/${body.id}/end`, end('2026-12-31'))).status).toBe(403)
    await send(installer, 'POST', `/api/cost-norms/${body.id}/end`, end('2026-01-31'))
  })

  it('is refused with a norm that stands twice, or with a group where none can be', async () => {
    const once = { ...MEALS, unit: 'trip', countryGroup: 'I', rankGroup: null }
    const { status, body } = await send(
      administrator,
      'POST',
      '/api/cost-norms',
      table({ lines: [MEALS, MEALS, once] }),
    )
    const paths = body.error.faults.map(({ path }: { path: string }) => path)
    expect([status, paths]).toEqual([400, ['lines[2].countryGroup', 'lines[1]']])
  })

  it('gives way to a later one from its day on, and both can be compared', async () => {
    const { body: old } = await send(administrator, 'POST', '/api/cost-norms', table({ validFrom: '2026-04-01' }))
    const later = {
      validFrom: '2026-05-01',
      lines: [
        { ...MEALS, amount: '12' },
        { ...MEALS, rankGroup: 'B' },
      ],
    }
    const { body: now } = await send(administrator, 'POST', '/api/cost-norms', table(later))
    const inForce = async (day: string) => {
      const { body } = await send(officer, 'GET', `/api/cost-norms?on=${day}`)
      return body.items.filter((one: { inForce: boolean }) => one.inForce).map(({ id }: { id: string }) => id)
    }
    expect([await inForce('2026-04-30'), await inForce('2026-05-01')]).toEqual([[old.id], [now.id]])
    const { body } = await send(officer, 'GET', `/api/cost-norms/${now.id}/difference?from=${old.id}`)
    expect(body.lines.map(({ key }: { key: string }) => key)).toEqual(['meals day I A', 'meals day I B'])
    expect([body.lines[0].before.amount, body.lines[0].after.amount, body.lines[1].before]).toEqual([
      '11.5',
      '12',
      null,
    ])
    // Ended with the day before its first, it never applied.
    expect((await send(administrator, 'POST', `/api/cost-norms/${now.id}/end`, end('2026-04-30'))).status).toBe(200)
    expect(await inForce('2026-05-01')).toEqual([old.id])
    const again = await send(administrator, 'POST', `/api/cost-norms/${now.id}/end`, end('2026-12-31'))
    expect([again.status, again.body.error.message.vi]).toEqual([422, expect.stringContaining('ban hành bảng mới')])
  })

  it('goes out to Excel and comes in again as it was; what cannot be read is told by row and column', async () => {
    const lines = [
      MEALS,
      { ...MEALS, item: 'visa', unit: 'person', countryGroup: null, rankGroup: null, tapers: false },
    ]
    const { body } = await send(administrator, 'POST', '/api/cost-norms', table({ validFrom: '2027-01-01', lines }))
    const file = await send(officer, 'GET', `/api/cost-norms/${body.id}/export`)
    const content = Buffer.from(file.body).toString('base64')
    const read = await send(administrator, 'POST', '/api/cost-norms-form', { kind: 'norms', content })
    expect(read.body).toEqual({ lines, faults: [] })
    const form = await send(officer, 'GET', '/api/cost-norms-form?kind=norms')
    const empty = Buffer.from(form.body).toString('base64')
    const nothing = await send(administrator, 'POST', '/api/cost-norms-form', { kind: 'norms', content: empty })
    expect(nothing.body.faults[0].message.vi).toContain('chưa có dòng nào')
    const other = await send(administrator, 'POST', '/api/cost-norms-form', { kind: 'groups', content })
    expect([other.status, other.body.error.message.vi]).toEqual([422, expect.stringContaining('«Mã»')])
  })

  it('cannot be changed by the application once it is set, save for its end', async () => {
    const change = (what: { title: string } | { lines: string }) =>
      inScope(database.pool, HOUSEKEEPING, (open) => open.updateTable('cost_table').set(what).execute())
    await expect(change({ title: 'Khác' })).rejects.toThrow('permission denied')
    await expect(change({ lines: '[]' })).rejects.toThrow('permission denied')
  })
})

describe('a rate', () => {
  it('is the last one entered for the newest day, that of the root before that for all', async () => {
    const rate = (who: Visitor, rootId: string | null, day: string, vnd: string) =>
      send(who, 'POST', '/api/exchange-rates', { rootId, currency: 'USD', day, vnd, source: 'Nguồn thử' })
    const today = '2026-01-15'
    expect((await rate(installer, null, '2026-01-12', '25100')).status).toBe(200)
    const usd = async (day: string) => {
      const basis = await inScope(database.pool, HOUSEKEEPING, (open) =>
        basisFor(open, office, { normsOn: day, ratesOn: day }),
      )
      return basis.rates.find(({ currency }) => currency === 'USD')?.vnd
    }
    expect([await usd('2026-01-11'), await usd(today)]).toEqual([undefined, '25100'])
    await rate(administrator, city, '2026-01-10', '24999.5')
    await rate(administrator, city, '2026-01-10', '25000.5')
    expect(await usd(today)).toBe('25000.5')
    expect((await rate(officer, city, '2026-01-10', '1')).status).toBe(403)
    const future = await rate(administrator, city, '2199-01-01', '25000')
    expect([future.status, future.body.error.faults[0].path]).toEqual([400, 'day'])
  })
})

it('an installation that has set nothing has no norms, and no rates', async () => {
  const basis = await inScope(database.pool, HOUSEKEEPING, (open) =>
    basisFor(open, undefined, { normsOn: '2025-01-01', ratesOn: '2025-01-01' }),
  )
  expect(basis).toEqual({ norms: [], groups: [], rates: [] })
  expect(NormLine.safeParse({ ...MEALS, amount: '0' }).success).toBe(false)
})

function end(validTo: string) {
  return { validTo, reason: 'Có bảng khác' }
}
