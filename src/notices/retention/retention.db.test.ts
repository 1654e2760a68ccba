import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { makeAccount } from '../../../test/support/identity.ts'
import { addBody } from '../../../test/support/register.ts'
import { HOUSEKEEPING, inScope, type Scope } from '../../db/scope.ts'
import { newId } from '../../kernel/ids.ts'
import { insertDigest } from '../mail/store.ts'
import { saveChoice } from '../preferences/store.ts'
import { noticeRetention } from '../retention.ts'
import { tell } from '../tell.ts'

const BEFORE = '2024-01-01T00:00:00+07:00'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

it('old notices and mail of the accounts that an administrator keeps go; new ones and those of others stay', async () => {
  const city = await addBody(database, 'Thành phố', { level: 'province' })
  const elsewhere = await addBody(database, 'Tỉnh khác', { level: 'province' })
  const { id: own } = await makeAccount(database.pool, { login: 'own', root: city })
  const { id: other } = await makeAccount(database.pool, { login: 'other', root: elsewhere })
  await inScope(database.pool, HOUSEKEEPING, async (transaction) => {
    for (const id of [own, other]) await saveChoice(transaction, id, 'at-once')
    for (const code of ['old', 'new']) {
      const subject = { kind: 'delegation', id: newId(), code }
      await tell(transaction, {
        recipients: [own, other],
        kind: 'tells',
        subject,
        what: 'dossier.approved',
        path: '/a',
      })
    }
    for (const day of ['2023-05-04', '2026-05-04']) {
      await insertDigest(transaction, { accountId: own, day, lines: [], now: new Date(`${day}T08:00:00+07:00`) })
    }
  })
  await database.pool.query(`update notice set at = '2023-05-04' where subject_code = 'old'`)
  const scope: Scope = { account: newId(), permission: 'retention.write', writes: true, roots: [city] }
  const [one] = noticeRetention
  expect(await inScope(database.pool, scope, (open) => one?.count(open, BEFORE) ?? Promise.resolve(0))).toBe(2)
  expect(await inScope(database.pool, scope, (open) => one?.purge(open, BEFORE) ?? Promise.resolve(0))).toBe(2)
  const { rows: notices } = await database.pool.query('select account_id, subject_code as code from notice')
  expect(new Set(notices.map(({ account_id, code }) => `${account_id} ${code}`))).toEqual(
    new Set([`${own} new`, `${other} old`, `${other} new`]),
  )
  const { rows: mails } = await database.pool.query('select kind from mail where account_id = $1 order by kind', [own])
  expect(mails.map(({ kind }) => kind)).toEqual(['digest', 'notice'])
})
