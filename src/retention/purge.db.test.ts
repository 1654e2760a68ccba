import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { testApp } from '../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { recogniseAs, testVisitor } from '../../test/support/visitor.ts'
import { auditRetention, record, verify } from '../audit/index.ts'
import { HOUSEKEEPING, inScope } from '../db/scope.ts'
import { inTransaction } from '../db/transaction.ts'
import { newId } from '../kernel/ids.ts'
import { loadLaw } from '../law/index.ts'
import { retentionRoutes } from './index.ts'

const ROOT = newId()
let database: TestDatabase
let app: FastifyInstance

beforeAll(async () => {
  database = await openTestDatabase()
  const keeper = testVisitor(['retention.write'], { roots: [ROOT] })
  const actor = { accountId: undefined, name: 'Thử', onBehalfOf: undefined, from: 'test', requestId: 'r' }
  await inScope(database.pool, HOUSEKEEPING, (open) =>
    record(open, actor, {
      action: 'test.done',
      subject: { kind: 'test', id: '1' },
      rootId: ROOT,
      before: { birthDate: '1970-01-02' },
      after: { birthDate: '1970-02-01' },
      personal: ['birthDate'],
    }),
  )
  // As if it had been written long ago; the time beside the content is not hashed.
  await inTransaction(database.pool, async (open) => {
    await sql`alter table audit_entry disable trigger all`.execute(open)
    await sql`update audit_entry set at = '2001-01-01'`.execute(open)
    await sql`alter table audit_entry enable trigger all`.execute(open)
  })
  app = await testApp(database, { routes: retentionRoutes(loadLaw(), auditRetention), recognise: recogniseAs(keeper) })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

const dryRun = async () => (await app.inject('/api/retention')).json()
const purge = (payload: object) => app.inject({ method: 'POST', url: '/api/retention/purge', payload })

it('the dry run counts what is past its time, says who set the time, and deletes nothing', async () => {
  const [first] = await dryRun()
  expect(first).toMatchObject({ id: 'audit-personal', months: 120, setBy: 'Nhóm xây dựng Đoàn Ra', due: 2 })
  expect(await dryRun()).toEqual([first])
})

it('another number of rows than the dry run showed is refused, and nothing is deleted', async () => {
  const [{ before }] = await dryRun()
  const answer = await purge({ class: 'audit-personal', before, due: 1, reason: 'hết hạn lưu' })
  expect(answer.statusCode).toBe(409)
  expect((await dryRun())[0].due).toBe(2)
})

it('an unknown class is refused with those there are', async () => {
  const [{ before }] = await dryRun()
  const answer = await purge({ class: 'diaries', before, due: 1, reason: 'hết hạn lưu' })
  expect([answer.statusCode, answer.json().error.faults[0].path]).toEqual([400, 'class'])
  expect(answer.body).toContain('audit-personal')
})

it('a purge deletes it, is recorded with its reason, and leaves the trail verifiable', async () => {
  const [{ before, due }] = await dryRun()
  const answer = await purge({ class: 'audit-personal', before, due, reason: 'hết hạn lưu' })
  expect(answer.json()).toEqual({ deleted: 2 })
  expect((await dryRun())[0].due).toBe(0)
  const found = await inScope(database.pool, HOUSEKEEPING, async (open) => ({
    verification: await verify(open),
    last: await open.selectFrom('audit_entry').select('content').orderBy('seq', 'desc').limit(1).executeTakeFirst(),
  }))
  expect(found.verification).toMatchObject({ entries: 2 })
  expect(found.verification.firstBreak).toBeUndefined()
  expect(JSON.parse(found.last?.content ?? '')).toMatchObject({ action: 'retention.purged', ground: 'hết hạn lưu' })
})
