import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { inScope, type Scope } from '../db/scope.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { newId } from '../kernel/ids.ts'
import { type Deed, record } from './record.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const ROOT = newId()
const BODY = newId()
const WRITER: Scope = { bodies: [BODY], writes: true }
const ACTOR: Actor = {
  accountId: newId(),
  name: 'Nguyễn Văn Thử',
  onBehalfOf: undefined,
  from: '127.0.0.1',
  requestId: 'request-1',
}

function deed(more: Partial<Deed> = {}): Deed {
  return { action: 'test.done', subject: { kind: 'test', id: '1' }, bodyId: BODY, rootId: ROOT, ...more }
}

async function entries(scope: Scope) {
  const { rows } = await inScope(database.pool, scope, async (transaction) => ({
    rows: await transaction.selectFrom('audit_entry').selectAll().orderBy('seq').execute(),
  }))
  return rows
}

it('an entry is linked to the one before it when its transaction commits', async () => {
  await inScope(database.pool, WRITER, async (transaction) => {
    await record(transaction, ACTOR, deed({ before: { name: 'A', same: 1 }, after: { name: 'B', same: 1 } }))
    await record(transaction, ACTOR, deed())
  })
  const [first, second] = await entries({ bodies: [BODY] })
  expect([first?.seq, second?.seq]).toEqual([1, 2])
  const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')
  const hash = (before: string, content = '') => sha256(`${before}\n${sha256(content)}`)
  expect(first?.hash).toBe(hash('0'.repeat(64), first?.content))
  expect(second?.hash).toBe(hash(first?.hash ?? '', second?.content))
  expect(JSON.parse(first?.content ?? '')).toMatchObject({
    action: 'test.done',
    by: { name: 'Nguyễn Văn Thử' },
    before: { name: 'A' },
    after: { name: 'B' },
  })
})

it('an entry of a transaction that fails never was', async () => {
  const before = await entries({ roots: [ROOT] })
  const failing = inScope(database.pool, WRITER, async (transaction) => {
    await record(transaction, ACTOR, deed())
    throw new Error('no')
  })
  await expect(failing).rejects.toThrow('no')
  expect(await entries({ roots: [ROOT] })).toEqual(before)
})

it('personal data stands in the chain as a salted hash, and beside it in full', async () => {
  await inScope(database.pool, WRITER, (transaction) =>
    record(transaction, ACTOR, deed({ after: { birth: '1970-01-02' }, personal: ['birth'] })),
  )
  const entry = (await entries({ bodies: [BODY] })).at(-1)
  expect(entry?.content).not.toContain('1970')
  const personal = await inScope(database.pool, { bodies: [BODY] }, (transaction) =>
    transaction
      .selectFrom('audit_personal')
      .selectAll()
      .where('entry_id', '=', entry?.id ?? '')
      .execute(),
  )
  expect(personal).toMatchObject([{ path: 'after.birth', value: '"1970-01-02"' }])
})

it('who does not reach the body sees nothing of it', async () => {
  expect(await entries({ bodies: [newId()], roots: [newId()] })).toEqual([])
})

it.each(['update audit_entry set hash = hash', 'delete from audit_entry', 'truncate audit_entry'])(
  'neither the application nor the owner may %s',
  async (statement) => {
    const asOwner = inTransaction(database.pool, (transaction) => sql.raw(statement).execute(transaction))
    await expect(asOwner).rejects.toThrow('append-only')
    const asApplication = inScope(database.pool, WRITER, (transaction) => sql.raw(statement).execute(transaction))
    await expect(asApplication).rejects.toThrow('permission denied')
  },
)
