import type { FastifyInstance } from 'fastify'
import ICAL from 'ical.js'
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest'
import { testApp } from '../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { addPlayer } from '../../test/support/plans.ts'
import { addBody } from '../../test/support/register.ts'
import { HOUSEKEEPING, inScope, type Scope } from '../db/scope.ts'
import type { Visitor } from '../http/who.ts'
import { newId } from '../kernel/ids.ts'
import type { Agenda } from './agenda.ts'
import { noticeRoutes } from './server.ts'
import { settle, tell } from './tell.ts'

let database: TestDatabase
let app: FastifyInstance
let city: string
let reader: Visitor
let other: Visitor
let thing: { kind: string; id: string; code: string }
const byAccount = new Map<string, Visitor>()

/** What waits for whoever is asked for: themselves by name, so that it shows as whom it was read. */
const agenda: Agenda = {
  permission: 'dossiers.read',
  items: async (_transaction, who, today) => [
    {
      key: `${who.account?.id}-sign`,
      code: 'ĐR-2026-0143',
      what: 'dossier.sign',
      due: today,
      path: '/doan-ra/a',
      waits: true,
    },
  ],
}

beforeAll(async () => {
  database = await openTestDatabase()
  city = await addBody(database, 'Thành phố', { level: 'province' })
  app = await testApp(database, {
    config: { logLevel: 'silent', rateLimit: 1000, trustProxy: undefined },
    routes: noticeRoutes({ publicUrl: 'https://doanra.example.vn' }, [agenda]),
    recognise: async (request) => {
      const visitor = byAccount.get(String(request.headers['x-account']))
      if (visitor) return visitor
      return { ...reader, account: undefined, permissions: new Set() }
    },
  })
})
afterAll(async () => {
  await app.close()
  await database.close()
})
beforeEach(async () => {
  reader = await player('Người nhận')
  other = await player('Người khác')
  thing = { kind: 'delegation', id: newId(), code: 'ĐR-2026-0143' }
})

async function player(name: string): Promise<Visitor> {
  const visitor = await addPlayer(database, name, 'unit-head', city, city, { bodies: [city] })
  byAccount.set(idOf(visitor), visitor)
  return visitor
}

function idOf({ account }: Visitor): string {
  return account?.id ?? ''
}

/** Somebody does something that tells these people. */
function told(
  recipients: Visitor[],
  more: object = {},
  scope: Scope = { account: idOf(other), permission: 'dossiers.write', writes: true },
): Promise<void> {
  return inScope(database.pool, scope, (transaction) =>
    tell(transaction, {
      recipients: recipients.map(idOf),
      kind: 'asks',
      subject: thing,
      what: 'dossier.sign',
      due: '2026-11-25',
      path: '/doan-ra/a',
      ...more,
    }),
  )
}

async function send(who: Visitor, method: 'GET' | 'POST', url: string, payload?: object) {
  const headers = { 'x-account': idOf(who) }
  const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) })
  return { status: answer.statusCode, body: answer.json() }
}

async function unread(who: Visitor): Promise<number> {
  return (await send(who, 'GET', '/api/own/notices/unread')).body.unread
}

it('whoever is told finds it in their own list, and nobody else does', async () => {
  await told([reader, reader])
  const { body } = await send(reader, 'GET', '/api/own/notices')
  expect(body).toMatchObject({ total: 1, page: 1 })
  expect(body.items).toEqual([
    {
      id: expect.any(String),
      kind: 'asks',
      code: 'ĐR-2026-0143',
      what: 'dossier.sign',
      due: '2026-11-25',
      path: '/doan-ra/a',
      at: expect.any(String),
      readAt: null,
      settledAt: null,
    },
  ])
  expect(await unread(reader)).toBe(1)
  expect((await send(other, 'GET', '/api/own/notices')).body.items).toEqual([])
})

it('what is undone tells nobody', async () => {
  const scope = { account: idOf(other), permission: 'dossiers.write', writes: true }
  await expect(
    inScope(database.pool, scope, async (transaction) => {
      await tell(transaction, {
        recipients: [idOf(reader)],
        kind: 'tells',
        subject: thing,
        what: 'dossier.approved',
        path: '/a',
      })
      throw new Error('refused after all')
    }),
  ).rejects.toThrow('refused after all')
  expect(await unread(reader)).toBe(0)
})

it('what only reads can tell nobody', async () => {
  await expect(told([reader], {}, { account: idOf(other), permission: 'dossiers.read' })).rejects.toThrow()
  expect(await unread(reader)).toBe(0)
})

it('a sentence that is none of ours, or a path out of the house, is refused by the table', async () => {
  await expect(told([reader], { what: 'Nguyễn Văn A đi Nhật Bản' })).rejects.toThrow()
  await expect(told([reader], { path: 'https://evil.example' })).rejects.toThrow()
})

it('those who tell cannot read whom they told, nor write a notice past the function', async () => {
  await told([reader])
  const scope = { account: idOf(other), permission: 'dossiers.write', writes: true, roots: [city] }
  const seen = await inScope(database.pool, scope, (transaction) =>
    transaction.selectFrom('notice').select('id').where('account_id', '=', idOf(reader)).execute(),
  )
  expect(seen).toEqual([])
  const forged = inScope(database.pool, scope, (transaction) =>
    transaction
      .insertInto('notice')
      .values({
        ...{ id: newId(), account_id: idOf(reader), kind: 'asks', subject_kind: 'delegation', subject_id: thing.id },
        ...{ subject_code: 'x', what: 'dossier.sign', path: '/a' },
      })
      .execute(),
  )
  await expect(forged).rejects.toThrow()
})

it('a notice is marked as read by its holder, one or all, once', async () => {
  await told([reader, other])
  await told([reader], { kind: 'tells', what: 'dossier.approved', due: null })
  const { body } = await send(reader, 'GET', '/api/own/notices')
  const ids = [body.items[0].id]
  expect((await send(other, 'POST', '/api/own/notices/read', { ids })).body).toEqual({ read: 0 })
  expect((await send(reader, 'POST', '/api/own/notices/read', { ids })).body).toEqual({ read: 1 })
  expect((await send(reader, 'POST', '/api/own/notices/read', { ids })).body).toEqual({ read: 0 })
  expect(await unread(reader)).toBe(1)
  expect((await send(reader, 'POST', '/api/own/notices/read', {})).body).toEqual({ read: 1 })
  expect(await unread(reader)).toBe(0)
  expect(await unread(other)).toBe(1)
})

it('what is done is settled for everybody who was asked, and what was told stays', async () => {
  await told([reader, other])
  await told([reader], { kind: 'tells', what: 'dossier.approved', due: null })
  const scope = { account: idOf(other), permission: 'dossiers.sign', writes: true }
  await inScope(database.pool, scope, (transaction) => settle(transaction, thing))
  expect(await unread(other)).toBe(0)
  expect(await unread(reader)).toBe(1)
})

it('how mail comes is chosen by oneself; a digest until then', async () => {
  const { body } = await send(reader, 'GET', '/api/own/notices/settings')
  expect(body).toEqual({ mail: 'digest', hasAddress: false, mailed: false, calendar: null })
  await send(reader, 'POST', '/api/own/notices/settings', { mail: 'at-once' })
  expect((await send(reader, 'GET', '/api/own/notices/settings')).body.mail).toBe('at-once')
  expect((await send(other, 'GET', '/api/own/notices/settings')).body.mail).toBe('digest')
  expect((await send(reader, 'POST', '/api/own/notices/settings', { mail: 'by-pigeon' })).status).toBe(400)
})

it('mail is written only to those who want it at once', async () => {
  await send(reader, 'POST', '/api/own/notices/settings', { mail: 'at-once' })
  await told([reader, other])
  const { rows } = await database.pool.query('select account_id, lines from mail where account_id = any ($1)', [
    [idOf(reader), idOf(other)],
  ])
  const line = { code: 'ĐR-2026-0143', what: 'dossier.sign', due: '2026-11-25', path: '/doan-ra/a' }
  expect(rows).toEqual([{ account_id: idOf(reader), lines: [line] }])
})

it('a calendar is read at its secret address without signing in, as its holder, and no longer once it is revoked', async () => {
  const { body } = await send(reader, 'POST', '/api/own/calendar', {})
  expect(body.address).toMatch(/^https:\/\/doanra\.example\.vn\/api\/calendar\/[\w-]{43}\.ics$/)
  const path = new URL(body.address).pathname
  const answer = await app.inject(path)
  expect(answer.statusCode).toBe(200)
  expect(answer.headers['content-type']).toBe('text/calendar; charset=utf-8')
  const [event] = new ICAL.Component(ICAL.parse(answer.body)).getAllSubcomponents('vevent')
  expect(event?.getFirstPropertyValue('uid')).toBe(`${idOf(reader)}-sign@doan-ra`)
  expect(event?.getFirstPropertyValue('summary')).toBe('ĐR-2026-0143: Hồ sơ chờ thủ trưởng ký')
  expect(event?.getFirstPropertyValue('url')).toBe('https://doanra.example.vn/doan-ra/a')

  const replaced = (await send(reader, 'POST', '/api/own/calendar', {})).body.address
  expect((await app.inject(path)).statusCode).toBe(404)
  expect((await app.inject(new URL(replaced).pathname)).statusCode).toBe(200)
  expect((await send(reader, 'GET', '/api/own/notices/settings')).body.calendar).toEqual({
    madeAt: expect.any(String),
    readAt: expect.any(String),
  })
  expect((await send(reader, 'POST', '/api/own/calendar/end', {})).body).toEqual({ ended: true })
  expect((await app.inject(new URL(replaced).pathname)).statusCode).toBe(404)
  expect((await send(reader, 'POST', '/api/own/calendar/end', {})).body).toEqual({ ended: false })
})

it('the secret of a calendar is kept as its hash alone, and making and revoking it are in the trail', async () => {
  const { body } = await send(reader, 'POST', '/api/own/calendar', {})
  await send(reader, 'POST', '/api/own/calendar/end', {})
  const secret = /calendar\/(.+)\.ics/.exec(body.address)?.[1] ?? ''
  await send(reader, 'POST', '/api/own/calendar', {})
  const { rows } = await database.pool.query('select secret_hash from calendar_address where account_id = $1', [
    idOf(reader),
  ])
  expect(rows[0].secret_hash).toMatch(/^[0-9a-f]{64}$/)
  expect(rows[0].secret_hash).not.toContain(secret)
  const trail = await database.pool.query(
    'select action, content from audit_entry where account_id = $1 order by seq',
    [idOf(reader)],
  )
  expect(trail.rows.map(({ action }) => action)).toEqual(['calendar.made', 'calendar.ended', 'calendar.made'])
  expect(JSON.stringify(trail.rows)).not.toContain(secret)
})

it('a wrong secret finds nothing, whatever it looks like', async () => {
  for (const secret of ['x', 'a'.repeat(43), '..%2F..', "'%20or%201=1"]) {
    expect((await app.inject(`/api/calendar/${secret}.ics`)).statusCode).toBe(404)
  }
  expect((await app.inject('/api/calendar/.ics')).statusCode).toBeGreaterThanOrEqual(400)
  expect((await app.inject('/api/calendar/%00.ics')).statusCode).toBe(400)
})

it('an account that is disabled has no calendar any more', async () => {
  const { body } = await send(reader, 'POST', '/api/own/calendar', {})
  await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    transaction
      .updateTable('account')
      .set({ disabled_at: new Date().toISOString() })
      .where('id', '=', idOf(reader))
      .execute(),
  )
  expect((await app.inject(new URL(body.address).pathname)).statusCode).toBe(404)
})

it('guessing at secrets is slowed down', async () => {
  const answers = []
  for (let attempt = 0; attempt < 70; attempt += 1) {
    answers.push((await app.inject({ url: '/api/calendar/guess.ics', remoteAddress: '203.0.113.77' })).statusCode)
  }
  expect(answers.slice(0, 60).every((status) => status === 404)).toBe(true)
  expect(answers.slice(60).every((status) => status === 429)).toBe(true)
})

it('whoever has been told much finds it page by page, in time', async () => {
  for (let one = 0; one < 5; one += 1) await told([reader], { subject: { ...thing, id: newId() } })
  const { body } = await send(reader, 'GET', '/api/own/notices?page=2&size=2')
  expect(body).toMatchObject({ total: 5, page: 2, size: 2 })
  expect(body.items).toHaveLength(2)
})
