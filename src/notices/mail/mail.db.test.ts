import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from 'vitest'
import { testApp } from '../../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { type MailSink, openMailSink } from '../../../test/support/mail-sink.ts'
import { addBody } from '../../../test/support/register.ts'
import { recogniseAs, testVisitor } from '../../../test/support/visitor.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import { insertAccount, insertHolding } from '../../identity/index.ts'
import { newId } from '../../kernel/ids.ts'
import { loadLaw } from '../../law/index.ts'
import type { Agenda, AgendaItem } from '../agenda.ts'
import { writeDueDigests } from '../digest/write-due.ts'
import { saveChoice } from '../preferences/store.ts'
import { noticeRoutes } from '../server.ts'
import { settle, tell } from '../tell.ts'
import { postBySmtp } from './post.ts'
import { LEASE_MINUTES, PAUSES, sendDue } from './send-due.ts'
import { claimDue } from './store.ts'

const law = loadLaw()
const URL_OF_OURS = 'https://doanra.example.vn'
const MAIL = { from: 'Đoàn Ra <doanra@example.vn>' }

let database: TestDatabase
let sink: MailSink
let city: string
let account: string
const subject = () => ({ kind: 'delegation', id: newId(), code: 'ĐR-2026-0143' })

beforeAll(async () => {
  database = await openTestDatabase()
  city = await addBody(database, 'Thành phố', { level: 'province' })
})
afterAll(() => database.close())
beforeEach(async () => {
  sink = await openMailSink()
  await database.pool.query('delete from mail')
  account = await addAccount('nguoi.nhan@example.vn')
})
afterEach(() => sink.close())

async function addAccount(email: string | null, mail: 'at-once' | 'digest' | 'none' = 'at-once'): Promise<string> {
  const id = newId()
  await inScope(database.pool, HOUSEKEEPING, async (transaction) => {
    await insertAccount(transaction, {
      id,
      login: `u-${id}`,
      name: 'Nguyễn Thử Thư',
      email,
      personId: null,
      rootId: city,
    })
    await insertHolding(transaction, {
      ...{ id: newId(), accountId: id, role: 'unit-head', bodyId: city, rootId: city },
      ...{ validFrom: '2020-01-01', validTo: null, document: null },
    })
    await saveChoice(transaction, id, mail)
  })
  return id
}

function told(about = subject(), recipients = [account]): Promise<void> {
  return inScope(database.pool, HOUSEKEEPING, (transaction) =>
    tell(transaction, {
      ...{ recipients, kind: 'asks', subject: about, what: 'dossier.sign', due: '2026-11-25', path: '/doan-ra/a' },
    }),
  )
}

/** Sends what is due so many minutes from now. */
function sent(minutes = 0): Promise<number> {
  const now = () => new Date(Date.now() + minutes * 60_000)
  return sendDue(database.pool, postBySmtp({ smtpUrl: sink.url, ...MAIL }), URL_OF_OURS, now)
}

async function mails() {
  const { rows } = await database.pool.query(
    'select attempts, sent_at is not null as sent, gave_up_at is not null as gave_up, failure from mail',
  )
  return rows
}

it('a mail arrives once, with the code, what is asked, the day and a link, and with nothing else', async () => {
  await told()
  expect(await sent()).toBe(1)
  expect(await sent(600)).toBe(0)
  expect(sink.arrived).toHaveLength(1)
  const [mail] = sink.arrived
  expect(mail?.to).toBe('nguoi.nhan@example.vn')
  expect(mail?.subject).toBe('[Đoàn Ra] ĐR-2026-0143: Hồ sơ chờ thủ trưởng ký')
  expect(mail?.text.trim()).toBe(
    [
      'ĐR-2026-0143 – Hồ sơ chờ thủ trưởng ký. Hạn: 25/11/2026.',
      'ĐR-2026-0143 – A dossier waits for the head’s signature. Due: 25/11/2026.',
      'https://doanra.example.vn/doan-ra/a',
      '',
      'Thư tự động, xin đừng trả lời. Đổi cách nhận thư ở trang Thông báo:',
      'Sent automatically, please do not answer. Choose how you are told on the page of notices:',
      'https://doanra.example.vn/thong-bao',
    ].join('\n'),
  )
  expect(mail?.raw).not.toContain('Nguyễn Thử Thư')
})

it('a mail that the server refuses for now is tried again, with growing pauses, until it is taken', async () => {
  await told()
  sink.refuse(451)
  expect(await sent()).toBe(0)
  expect(await mails()).toEqual([{ attempts: 1, sent: false, gave_up: false, failure: 'EENVELOPE 451' }])
  expect(await sent(0.5)).toBe(0)
  expect((await mails())[0].attempts).toBe(1)
  expect(await sent(1.5)).toBe(0)
  expect((await mails())[0].attempts).toBe(2)
  sink.refuse(undefined)
  expect(await sent(3)).toBe(0)
  expect(await sent(7)).toBe(1)
  expect(sink.arrived).toHaveLength(1)
})

it('a mail is given up after the last pause, administrators see it, and may have it sent again', async () => {
  await told()
  sink.refuse(451)
  let minutes = 0
  for (const pause of [0, ...PAUSES]) {
    minutes += pause + 0.1
    await sent(minutes)
  }
  expect(await mails()).toEqual([{ attempts: PAUSES.length + 1, sent: false, gave_up: true, failure: 'EENVELOPE 451' }])
  const keeper = testVisitor(['accounts.read', 'accounts.write'], { roots: [city] })
  const app = await testApp(database, {
    routes: noticeRoutes({ publicUrl: URL_OF_OURS, mail: { smtpUrl: sink.url, ...MAIL } }, []),
    recognise: recogniseAs(keeper),
  })
  const state = (await app.inject('/api/mail')).json()
  expect(state).toMatchObject({
    mailed: true,
    waiting: 0,
    gaveUp: [{ accountName: 'Nguyễn Thử Thư', failure: 'EENVELOPE 451' }],
  })
  expect(JSON.stringify(state)).not.toContain('@')
  sink.refuse(undefined)
  expect(
    (await app.inject({ method: 'POST', url: `/api/mail/${state.gaveUp[0].id}/retry`, payload: {} })).statusCode,
  ).toBe(200)
  expect(await sent()).toBe(1)
  expect(
    (await app.inject({ method: 'POST', url: `/api/mail/${state.gaveUp[0].id}/retry`, payload: {} })).statusCode,
  ).toBe(404)
  await app.close()
})

it('administrators of another root see nothing of it', async () => {
  await told()
  const elsewhere = await addBody(database, 'Tỉnh khác', { level: 'province' })
  const keeper = testVisitor(['accounts.read'], { roots: [elsewhere] })
  const app = await testApp(database, {
    routes: noticeRoutes({ publicUrl: undefined }, []),
    recognise: recogniseAs(keeper),
  })
  expect((await app.inject('/api/mail')).json()).toEqual({ mailed: false, waiting: 0, gaveUp: [] })
  await app.close()
})

it('a recipient whom the server does not know is not asked for again', async () => {
  await told()
  sink.refuse(550)
  await sent()
  expect(await mails()).toEqual([{ attempts: 1, sent: false, gave_up: true, failure: 'EENVELOPE 550' }])
})

it('a mail server that is not there loses nothing', async () => {
  await told()
  const url = sink.url
  await sink.close()
  expect(await sent()).toBe(0)
  expect(await mails()).toEqual([
    { attempts: 1, sent: false, gave_up: false, failure: expect.stringMatching(/^E[A-Z]+$/) },
  ])
  sink = await openMailSink()
  expect(sink.url).not.toBe(url)
  expect(await sent(2)).toBe(1)
})

it('a mail whose sender died between claiming and sending is sent when the lease is over', async () => {
  await told()
  const claimed = await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    claimDue(transaction, { now: new Date(), most: 10, leaseMinutes: LEASE_MINUTES }),
  )
  expect(claimed).toHaveLength(1)
  expect(await sent(LEASE_MINUTES - 1)).toBe(0)
  expect(await sent(LEASE_MINUTES + 1)).toBe(1)
})

it('a mail whose sender died before it could say so comes again under the same id', async () => {
  await told()
  await sent()
  await database.pool.query('update mail set sent_at = null')
  await sent(LEASE_MINUTES + 1)
  const ids = sink.arrived.map(({ messageId }) => messageId)
  expect(ids).toHaveLength(2)
  expect(new Set(ids).size).toBe(1)
})

it('several senders at once send each mail once', async () => {
  for (let one = 0; one < 25; one += 1) await told()
  await Promise.all([sent(), sent(), sent()])
  expect(sink.arrived).toHaveLength(25)
  expect(new Set(sink.arrived.map(({ messageId }) => messageId)).size).toBe(25)
})

it('an account without an address, or disabled since, gets nothing', async () => {
  const nowhere = await addAccount(null)
  await told(subject(), [account, nowhere])
  await database.pool.query('update account set disabled_at = now() where id = $1', [account])
  expect(await sent()).toBe(0)
  expect((await mails()).map(({ failure }) => failure)).toEqual(['no-address', 'no-address'])
})

it('nobody is reminded of what was done before the mail went out', async () => {
  const about = subject()
  await told(about)
  await inScope(database.pool, HOUSEKEEPING, (transaction) => settle(transaction, about))
  expect(await sent()).toBe(0)
  expect(await mails()).toEqual([])
})

it('mail that nobody could send for three days is not sent any more', async () => {
  await told()
  expect(await sent(73 * 60)).toBe(0)
  expect((await mails())[0].failure).toBe('too-old')
})

const MORNING = () => new Date('2026-11-23T07:45:00+07:00')

/** Two things that wait, one that does not, for whoever is asked for. */
const agenda: Agenda = {
  permission: 'dossiers.read',
  items: async () => [
    item('ĐR-2026-0002', '2026-11-20'),
    item('ĐR-2026-0001', null),
    item('ĐR-2026-0003', '2026-11-23', false),
  ],
}

function item(code: string, due: string | null, waits = true): AgendaItem {
  return { key: code, code, what: 'dossier.sign', due, path: '/doan-ra/a', waits }
}

it('a digest comes once a morning to those who want one, with what waits for them', async () => {
  const digested = await addAccount('sang@example.vn', 'digest')
  await addAccount('khong@example.vn', 'none')
  await Promise.all([1, 2].map(() => writeDueDigests(database.pool, law, [agenda], MORNING)))
  await writeDueDigests(database.pool, law, [agenda], MORNING)
  expect(await sendDue(database.pool, postBySmtp({ smtpUrl: sink.url, ...MAIL }), URL_OF_OURS, MORNING)).toBe(1)
  expect(sink.arrived.map(({ to }) => to)).toEqual(['sang@example.vn'])
  expect(sink.arrived[0]?.subject).toBe('[Đoàn Ra] 2 việc đang chờ, 23/11/2026 – 2 waiting')
  expect(sink.arrived[0]?.text).toContain('QUÁ HẠN – OVERDUE (1)\n\nĐR-2026-0002')
  expect(sink.arrived[0]?.text).not.toContain('ĐR-2026-0003')
  await database.pool.query('delete from digest_run where account_id = $1', [digested])
})

it('nobody gets a digest of nothing, and none is written on a Sunday', async () => {
  await addAccount('sang2@example.vn', 'digest')
  expect(await writeDueDigests(database.pool, law, [], () => new Date('2026-11-22T08:00:00+07:00'))).toBe(0)
  expect(await writeDueDigests(database.pool, law, [], () => new Date('2026-11-24T08:00:00+07:00'))).toBeGreaterThan(0)
  expect(await mails()).toEqual([])
})
