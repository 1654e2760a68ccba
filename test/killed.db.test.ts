import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { connect, type Database } from '../src/db/connect.ts'
import { HOUSEKEEPING, inScope } from '../src/db/scope.ts'
import { fillDataDir, onPostgres, openTestDatabase, type TestDatabase } from './support/database.ts'
import { caseRequest, WEIGHED } from './support/delegations.ts'
import { makeAccount, PASSWORD } from './support/identity.ts'
import { addBody } from './support/register.ts'
import { startTestServer } from './support/server.ts'

/** A server that dies in the middle of work: what it had answered is there, and nothing is there by half. */

const DOSSIERS = 200
/** After so many answers the server is killed, with the rest under way. */
const KILLED_AFTER = 60

let dataDir: string
let database: TestDatabase | undefined
beforeAll(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-killed-'))
  database = onPostgres ? await openTestDatabase() : undefined
  if (!onPostgres) await fillDataDir(dataDir)
})
afterAll(async () => {
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

const environment = () => ({ DATA_DIR: dataDir, DATABASE_URL: database?.url ?? '', RATE_LIMIT: '0' })

/** Works on the database while no server runs on it. */
async function beside<Result>(work: (opened: Database) => Promise<Result>): Promise<Result> {
  const opened = await connect({ databaseUrl: database?.url, dataDir })
  try {
    return await work(opened)
  } finally {
    await opened.close()
  }
}

it('killed in the middle of 200 submissions, each is wholly there or wholly not, and every acknowledged one is there', {
  timeout: 240_000,
}, async () => {
  const body = await beside(async (opened) => {
    const city = await addBody(opened, 'Thành phố', { level: 'province' })
    const unit = await addBody(opened, 'Sở Thử', { root: city })
    await makeAccount(opened.pool, {
      login: 'officer',
      root: city,
      roles: [{ role: 'officer', body: unit, root: city }],
    })
    return unit
  })
  const server = await startTestServer(environment())
  const headers = { 'content-type': 'application/json', origin: server.address, cookie: '' }
  const post = (url: string, payload: object) =>
    fetch(server.address + url, { method: 'POST', headers, body: JSON.stringify(payload) })
  const session = await post('/api/session', { login: 'officer', password: PASSWORD })
  expect(session.status).toBe(200)
  headers.cookie = session.headers
    .getSetCookie()
    .map((cookie) => cookie.split(';')[0])
    .join('; ')
  const { dossier } = await caseRequest('01-compliant')
  const ids: string[] = []
  for (let count = 0; count < DOSSIERS; count += 1) {
    const answer = await post('/api/delegations/import', { bodyId: body, dossier: { ...dossier, weighed: WEIGHED } })
    ids.push(((await answer.json()) as { id: string }).id)
  }

  const acknowledged: string[] = []
  const submissions = ids.map(async (id) => {
    const answer = await post(`/api/delegations/${id}/submit`, { version: 1, lateReason: 'Ca thử' })
    if (answer.status !== 200) return
    await answer.json()
    acknowledged.push(id)
    if (acknowledged.length === KILLED_AFTER) server.process.kill('SIGKILL')
  })
  await Promise.allSettled(submissions)
  // Where fewer were acknowledged it still runs.
  server.process.kill('SIGKILL')
  await server.ended
  expect(acknowledged.length).toBeGreaterThanOrEqual(KILLED_AFTER)
  expect(acknowledged.length).toBeLessThan(DOSSIERS)

  const { submitted, stepped, recorded } = await beside((opened) =>
    inScope(opened.pool, HOUSEKEEPING, async (transaction) => ({
      submitted: (
        await transaction.selectFrom('delegation').select('id').where('state', '=', 'submitted').execute()
      ).map(({ id }) => id),
      stepped: (await transaction.selectFrom('delegation_step').select('delegation_id').execute()).map(
        ({ delegation_id }) => delegation_id,
      ),
      recorded: (
        await transaction
          .selectFrom('audit_entry')
          .select('subject_id')
          .where('action', '=', 'delegation.submit')
          .execute()
      ).map(({ subject_id }) => subject_id),
    })),
  )
  expect(stepped.sort()).toEqual(submitted.sort())
  expect(recorded.sort()).toEqual(submitted)
  expect(acknowledged.filter((id) => !submitted.includes(id))).toEqual([])
})
