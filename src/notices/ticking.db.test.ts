import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { makeAccount } from '../../test/support/identity.ts'
import { addBody } from '../../test/support/register.ts'
import { HOUSEKEEPING, inScope } from '../db/scope.ts'
import { newId } from '../kernel/ids.ts'
import { loadLaw } from '../law/index.ts'
import { saveChoice } from './preferences/store.ts'
import { tell } from './tell.ts'
import { startTicking } from './ticking.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

it('what is told goes out by itself, a tick that fails is told and followed by the next, and stopping waits for the last', async () => {
  const city = await addBody(database, 'Thành phố', { level: 'province' })
  const { id } = await makeAccount(database.pool, { login: 'reader', root: city })
  await database.pool.query(`update account_secret set email = 'reader@example.vn' where account_id = $1`, [id])
  const failures: unknown[] = []
  const posted: string[] = []
  const pool = { connect: () => Promise.reject(new Error('no connection')) } as unknown as typeof database.pool
  const base = {
    law: loadLaw(),
    agendas: [],
    publicUrl: 'https://doanra.example.vn',
    post: async ({ to }: { to: string }) => void posted.push(to),
  }
  const stopFailing = startTicking({ ...base, pool, onError: (error) => failures.push(error) }, 5)
  await expect.poll(() => failures.length).toBeGreaterThan(1)
  await stopFailing()

  const stop = startTicking({ ...base, pool: database.pool, onError: (error) => failures.push(error) }, 5)
  const before = failures.length
  await inScope(database.pool, HOUSEKEEPING, async (transaction) => {
    await saveChoice(transaction, id, 'at-once')
    const subject = { kind: 'delegation', id: newId(), code: 'ĐR-2026-0143' }
    await tell(transaction, { recipients: [id], kind: 'asks', subject, what: 'dossier.sign', path: '/a' })
  })
  await expect.poll(() => posted).toEqual(['reader@example.vn'])
  await stop()
  expect(failures).toHaveLength(before)
})
