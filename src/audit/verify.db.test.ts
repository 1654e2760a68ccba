import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { HOUSEKEEPING, inScope } from '../db/scope.ts'
import { inTransaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { newId } from '../kernel/ids.ts'
import { exportChain } from './export.ts'
import { record } from './record.ts'
import { type Noted, verify } from './verify.ts'

const OWN = newId()
const OTHER = newId()
const ACTOR: Actor = { accountId: undefined, name: 'Thử', onBehalfOf: undefined, from: 'test', requestId: 'r' }

let database: TestDatabase
beforeEach(async () => {
  database = await openTestDatabase()
  for (const rootId of [OWN, OTHER, OWN, OTHER, OWN]) {
    await inScope(database.pool, HOUSEKEEPING, (open) =>
      record(open, ACTOR, { action: 'test.done', subject: { kind: 'test', id: '1', name: 'Đoàn Ra' }, rootId }),
    )
  }
})
afterEach(() => database.close())

const verifyAll = (noted?: Noted) => inScope(database.pool, HOUSEKEEPING, (open) => verify(open, noted))

/** What only somebody who owns the server could do: past the triggers. */
function tamper(statement: string) {
  return inTransaction(database.pool, async (open) => {
    await sql`alter table audit_entry disable trigger all`.execute(open)
    await sql.raw(statement).execute(open)
    await sql`alter table audit_entry enable trigger all`.execute(open)
  })
}

it('a chain that nobody touched is whole, and holds the link that was noted down', async () => {
  const found = await verifyAll()
  expect(found).toEqual({ entries: 5, lastHash: expect.stringMatching(/^[0-9a-f]{64}$/) })
  expect(await verifyAll({ seq: 5, hash: found.lastHash ?? '' })).toEqual(found)
})

it.each([
  [
    'a changed content',
    `update audit_entry set content = replace(content, 'test', 'tost') where seq = 3`,
    'content-changed',
    3,
  ],
  ['a removed entry', 'delete from audit_entry where seq = 2', 'missing', 2],
  ['a hash written anew', `update audit_entry set hash = repeat('a', 64) where seq = 4`, 'link-broken', 4],
  [
    'a content and its hash written anew',
    `update audit_entry set content = '{}', content_hash = encode(sha256('{}'), 'hex') where seq = 1`,
    'link-broken',
    1,
  ],
])('%s is found and named', async (_, statement, kind, seq) => {
  await tamper(statement)
  expect((await verifyAll()).firstBreak).toEqual({ seq, kind })
})

it('an end that was cut off shows against the link that was noted down', async () => {
  const { lastHash = '' } = await verifyAll()
  await tamper('delete from audit_entry where seq = 5')
  expect((await verifyAll()).firstBreak).toBeUndefined()
  expect((await verifyAll({ seq: 5, hash: lastHash })).firstBreak).toEqual({ seq: 5, kind: 'not-as-noted' })
})

it('a third party verifies the export by the documented procedure, without the entries it may not read', async () => {
  const { bytes } = await inScope(database.pool, { roots: [OWN] }, (open) => exportChain(open, '2026-11-22'))
  const lines = new TextDecoder().decode(bytes).trim().split('\n')
  expect(lines.map((line) => 'content' in JSON.parse(line))).toEqual([true, false, true, false, true])

  const folder = mkdtempSync(path.join(os.tmpdir(), 'doan-ra-trail-'))
  const guide = readFileSync(new URL('../../docs/audit-trail.md', import.meta.url), 'utf8')
  writeFileSync(path.join(folder, 'verify.cjs'), /```js\n([\s\S]*?)```/.exec(guide)?.[1] ?? '')
  const run = (text: string) => {
    writeFileSync(path.join(folder, 'trail.jsonl'), text)
    return execFileSync(process.execPath, ['verify.cjs'], { cwd: folder, encoding: 'utf8', stdio: 'pipe' })
  }
  expect(run(lines.join('\n'))).toContain('5 entries, last hash')
  expect(() => run(lines.join('\n').replace('test.done', 'test.gone'))).toThrow('breaks at entry 1')
  rmSync(folder, { recursive: true })
})
