import { mkdtemp, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { connect } from '../src/db/connect.ts'
import { fillDataDir, onPostgres, openTestDatabase, type TestDatabase } from './support/database.ts'
import { makeAccount, PASSWORD } from './support/identity.ts'
import { startProgram, startTestServer } from './support/server.ts'

const LOGIN = 'quan-tri.mat-may'
const COMMAND = 'scripts/account-link.ts'

let dataDir: string
let database: TestDatabase | undefined
let environment: Record<string, string>
beforeEach(async () => {
  dataDir = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-account-link-'))
  database = onPostgres ? await openTestDatabase() : undefined
  if (!onPostgres) await fillDataDir(dataDir)
  environment = { DATA_DIR: dataDir, DATABASE_URL: database?.url ?? '', HOST: '127.0.0.1', PORT: '0' }
  await withDatabase(async ({ pool }) => {
    const role = { role: 'administrator', body: null, root: null } as const
    const { id } = await makeAccount(pool, { login: LOGIN, roles: [role] })
    const totp = "update account_secret set totp_secret = 'ABCDEFGH', totp_confirmed_at = now() where account_id = $1"
    await pool.query(totp, [id])
  })
})
afterEach(async () => {
  await database?.close()
  await rm(dataDir, { recursive: true, force: true })
})

/** The database while no server holds it. */
async function withDatabase<Result>(work: (opened: Awaited<ReturnType<typeof connect>>) => Promise<Result>) {
  const opened = await connect({ databaseUrl: database?.url, dataDir })
  return work(opened).finally(opened.close)
}

async function command(...words: string[]) {
  const program = startProgram(COMMAND, environment, ...words)
  return { code: await program.ended, output: program.output() }
}

async function deeds(): Promise<string[]> {
  const statement = 'select action from audit_entry where subject_kind = $1 order by seq'
  return withDatabase(async ({ pool }) => {
    const { rows } = await pool.query<{ action: string }>(statement, ['account'])
    return rows.map(({ action }) => action)
  })
}

it('prints a link that sets a new password and takes the second factors away, once', async () => {
  const { code, output } = await command(LOGIN.toUpperCase())
  expect(code).toBe(0)
  const [, token = ''] = /http:\S+\/lien-ket#([\w-]{43})\n/.exec(output) ?? []
  expect(await deeds()).toEqual(['link.issued'])

  const server = await startTestServer(environment)
  const post = async (where: string, body: object) => {
    const headers = { 'content-type': 'application/json' }
    const answer = await fetch(`${server.address}${where}`, { method: 'POST', headers, body: JSON.stringify(body) })
    return { status: answer.status, body: await answer.json() }
  }
  const signIn = async (password: string) => (await post('/api/session', { login: LOGIN, password })).body
  // Until it is used, nothing has changed.
  expect(await signIn(PASSWORD)).toMatchObject({ state: 'factor' })
  expect((await post('/api/one-time-links/read', { token })).body).toMatchObject({ login: LOGIN, resetsFactors: true })
  const password = 'một câu khác hẳn câu trước'
  expect((await post('/api/one-time-links/use', { token, password })).status).toBe(200)
  expect((await post('/api/one-time-links/use', { token, password })).status).toBe(404)
  expect(await signIn(password)).toMatchObject({ state: 'signed-in' })
  server.process.kill('SIGTERM')
  await server.ended
  expect(await deeds()).toEqual(expect.arrayContaining(['password.set', 'factor.reset']))
})

it('refuses a login that nobody has, and anything but one login, each with a sentence', async () => {
  const unknown = await command('khong-co')
  expect(unknown).toMatchObject({ code: 1, output: expect.stringContaining('tên đăng nhập «khong-co»') })
  expect(unknown.output).not.toContain('    at ')
  expect(await command()).toMatchObject({ code: 1, output: expect.stringContaining('Exactly one login') })
})

it('refuses a disabled account', async () => {
  await withDatabase(({ pool }) => pool.query('update account set disabled_at = now()'))
  expect(await command(LOGIN)).toMatchObject({ code: 1, output: expect.stringContaining('đang bị khóa') })
})

if (!onPostgres) {
  it('refuses while a server holds the embedded database, naming it', async () => {
    const server = await startTestServer(environment)
    const refused = await command(LOGIN)
    expect(refused).toMatchObject({ code: 1, output: expect.stringContaining(`process ${server.process.pid} on`) })
    await server.stop()
  })
}
