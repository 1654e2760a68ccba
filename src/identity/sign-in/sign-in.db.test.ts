import type { FastifyInstance } from 'fastify'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { identityApp, makeAccount, PASSWORD, Visit } from '../../../test/support/identity.ts'
import { dayInVietnam } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { firstAdministratorLink } from '../index.ts'

let database: TestDatabase
let app: FastifyInstance
beforeAll(async () => {
  database = await openTestDatabase()
  app = await identityApp(database)
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** A new account, and a browser of its own address. */
async function somebody() {
  const login = `n-${newId()}`
  const { id } = await makeAccount(database.pool, { login, name: 'Nguyễn Thử' })
  return { login, id, visit: new Visit(app, addressOf(id)) }
}

function addressOf(id: string): string {
  return `2001:db8:${id.slice(-4)}:${id.slice(-8, -4)}::1`
}

function codeOf(secret: string, steps = 0): string {
  return new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: Date.now() + steps * 30_000 })
}

/** Adds an authenticator to the account signed in, and gives its secret. */
async function addTotp(visit: Visit): Promise<string> {
  const { challengeId, secret } = (await visit.post('/api/own/totp/start')).json()
  expect((await visit.post('/api/own/totp', { challengeId, code: codeOf(secret) })).statusCode).toBe(204)
  return secret
}

async function deedsOf(accountId: string): Promise<Record<string, unknown>[]> {
  const { rows } = await database.pool.query<{ content: string }>(
    'select content from audit_entry where subject_id = $1 order by seq',
    [accountId],
  )
  return rows.map(({ content }) => JSON.parse(content))
}

describe('signing in by password', () => {
  it('opens a session, whatever the capitals of the login, and says who is signed in', async () => {
    const { login, id, visit } = await somebody()
    expect((await visit.signIn(login.toUpperCase())).json()).toEqual({ state: 'signed-in', factors: [] })
    expect((await visit.get('/api/session')).json()).toMatchObject({
      account: { id, login, name: 'Nguyễn Thử', means: 'password', roles: [], factorDue: false },
      pending: null,
      singleSignOn: false,
      sample: null,
    })
  })

  it('says the same, word for word, of a wrong password, an unknown login and a disabled account', async () => {
    const { login, visit } = await somebody()
    const disabled = await somebody()
    await database.pool.query('update account set disabled_at = now() where id = $1', [disabled.id])
    const texts = [
      await visit.signIn(login, 'không phải mật khẩu này'),
      await visit.signIn(`khong-co-${newId()}`),
      await disabled.visit.signIn(disabled.login),
    ].map((answer) => [answer.statusCode, answer.json().error.code, answer.json().error.message])
    expect(texts[0]?.[0]).toBe(422)
    expect(texts[1]).toEqual(texts[0])
    expect(texts[2]).toEqual(texts[0])
  })

  it('hashes for an unknown login as it does for a known one: neither is told by the time it takes', async () => {
    const { login } = await somebody()
    const known: number[] = []
    const unknown: number[] = []
    for (let count = 0; count < 5; count++) {
      for (const [name, times] of [
        [login, known],
        [`khong-co-${newId()}`, unknown],
      ] as const) {
        const visit = new Visit(app, `198.51.100.${count}`)
        const begun = performance.now()
        await visit.signIn(name, 'không phải mật khẩu này')
        times.push(performance.now() - begun)
      }
    }
    // Without the hash the difference would be tenfold.
    expect(Math.min(...unknown)).toBeGreaterThan(Math.min(...known) / 3)
  })

  it('is recorded, right or wrong, without what was typed', async () => {
    const { login, id, visit } = await somebody()
    await visit.signIn(login, 'bí mật gõ nhầm')
    await visit.signIn(login)
    const deeds = await deedsOf(id)
    expect(deeds).toMatchObject([
      { action: 'session.refused', by: {}, from: visit.address },
      { action: 'session.opened', by: { account: id, name: 'Nguyễn Thử' }, after: { means: 'password' } },
    ])
    await visit.signIn('mat-khau-go-nham-o-day', 'x')
    const { rows } = await database.pool.query(
      "select count(*)::int as n from audit_entry where content like '%go-nham%' or content like '%gõ nhầm%'",
    )
    expect(rows).toEqual([{ n: 0 }])
  })

  it('keeps the password as argon2id with the parameters of OWASP', async () => {
    const { id } = await somebody()
    const { rows } = await database.pool.query('select password_hash from account_secret where account_id = $1', [id])
    expect(rows[0].password_hash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
  })

  it('ends with signing out', async () => {
    const { login, visit } = await somebody()
    await visit.signIn(login)
    const stolen = new Visit(app)
    for (const [name, value] of visit.cookies) stolen.cookies.set(name, value)
    expect((await visit.post('/api/session/end')).statusCode).toBe(204)
    expect((await visit.get('/api/session')).json().account).toBeNull()
    expect((await stolen.get('/api/session')).json().account).toBeNull()
  })
})

describe('guessing', () => {
  it('is slowed down for the login from that network, and the right password too', async () => {
    const { login, visit } = await somebody()
    const statuses: number[] = []
    for (let count = 0; count < 6; count++) statuses.push((await visit.signIn(login, 'sai mật khẩu rồi')).statusCode)
    expect(statuses).toEqual([422, 422, 422, 422, 422, 429])
    const answer = await visit.signIn(login)
    expect(answer.json().error.code).toBe('too-soon')
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
  })

  it('many at once passes no more often than one after the other', async () => {
    const { login, visit } = await somebody()
    const answers = await Promise.all(Array.from({ length: 12 }, () => visit.signIn(login, 'sai mật khẩu rồi')))
    expect(answers.filter(({ statusCode }) => statusCode === 422)).toHaveLength(5)
  })

  it('is forgotten once the wait is over and the password is right', async () => {
    const { login, visit } = await somebody()
    for (let count = 0; count < 6; count++) await visit.signIn(login, 'sai mật khẩu rồi')
    await database.pool.query("update sign_in_failure set at = at - interval '1 minute'")
    expect((await visit.signIn(login)).statusCode).toBe(200)
    expect((await visit.signIn(login, 'sai mật khẩu rồi')).statusCode).toBe(422)
  })

  it('does not lock out the holder: not at another address, not in a browser that is known', async () => {
    const { login, visit } = await somebody()
    await visit.signIn(login)
    const attacker = new Visit(app, '198.51.100.77')
    for (let count = 0; count < 6; count++) await attacker.signIn(login, 'sai mật khẩu rồi')
    const elsewhere = new Visit(app, '192.0.2.44')
    expect((await elsewhere.signIn(login)).statusCode).toBe(200)
    // Even behind the attacker's own address, the browser in which one has signed in before is not slowed down.
    visit.address = attacker.address
    expect((await visit.signIn(login)).statusCode).toBe(200)
  })

  it('from everywhere at once slows down unknown browsers for a minute at most, and never a known one', async () => {
    const { login, visit } = await somebody()
    await visit.signIn(login)
    const stranger = new Visit(app, '192.0.2.45')
    await stranger.signIn(login, 'sai mật khẩu rồi')
    await database.pool.query(
      `insert into sign_in_failure (id, login_hash, address)
       select gen_random_uuid(), (select login_hash from sign_in_failure where address = '192.0.2.45'), 'net-' || n from generate_series(1, 500) n`,
    )
    const answer = await stranger.signIn(login)
    expect(answer.statusCode).toBe(429)
    expect(Number(answer.headers['retry-after'])).toBeLessThanOrEqual(60)
    expect((await visit.signIn(login)).statusCode).toBe(200)
  })

  it('in a known browser makes it an unknown one', async () => {
    const { id, login, visit } = await somebody()
    await visit.signIn(login)
    for (let count = 0; count < 10; count++) {
      await visit.signIn(login, 'sai mật khẩu rồi')
      await database.pool.query(
        "update sign_in_failure set at = at - interval '16 minutes' where device_id is not null",
      )
      await database.pool.query(
        "update sign_in_failure set at = now() - interval '16 minutes' where device_id is not null and at < now() - interval '50 minutes'",
      )
    }
    const { rows } = await database.pool.query('select count(*)::int as n from known_device where account_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ n: 0 }])
  })

  it('too many requests of one address meet the limit of the door itself', async () => {
    const limited = await identityApp(database, { rateLimit: 1000 })
    const visit = new Visit(limited, '192.0.2.99')
    let status = 0
    for (let count = 0; count < 61; count++)
      status = (await visit.post('/api/session/totp', { code: '000000' })).statusCode
    expect(status).toBe(429)
    expect((await visit.get('/api/session')).statusCode).toBe(200)
    await limited.close()
  })
})

describe('the second step', () => {
  it('asks for the code of the authenticator, and gives nothing before', async () => {
    const { login, visit } = await somebody()
    await visit.signIn(login)
    const secret = await addTotp(visit)
    await visit.post('/api/session/end')
    expect((await visit.signIn(login)).json()).toEqual({ state: 'factor', factors: ['totp'] })
    expect((await visit.get('/api/session')).json()).toMatchObject({ account: null, pending: { factors: ['totp'] } })
    expect((await visit.get('/api/own/security')).statusCode).toBe(401)
    const code = codeOf(secret, 1)
    expect((await visit.post('/api/session/totp', { code })).json()).toEqual({ state: 'signed-in', factors: [] })
    expect((await visit.get('/api/own/security')).statusCode).toBe(200)
  })

  it('takes no code twice, nor one of a step before a used one', async () => {
    const { login, visit } = await somebody()
    await visit.signIn(login)
    const secret = await addTotp(visit)
    await visit.signIn(login)
    // The code that confirmed the authenticator is used up.
    expect((await visit.post('/api/session/totp', { code: codeOf(secret) })).statusCode).toBe(422)
    const next = codeOf(secret, 1)
    expect((await visit.post('/api/session/totp', { code: next })).statusCode).toBe(200)
    await visit.signIn(login)
    expect((await visit.post('/api/session/totp', { code: next })).statusCode).toBe(422)
    expect((await visit.post('/api/session/totp', { code: codeOf(secret) })).statusCode).toBe(422)
  })

  it('takes no code from further away than one step', async () => {
    const { login, visit } = await somebody()
    await visit.signIn(login)
    const secret = await addTotp(visit)
    await visit.signIn(login)
    for (const steps of [-3, 3]) {
      expect((await visit.post('/api/session/totp', { code: codeOf(secret, steps) })).statusCode).toBe(422)
    }
  })

  it('changes the token: one that was seen before the second step opens nothing after it', async () => {
    const { login, visit } = await somebody()
    await visit.signIn(login)
    const secret = await addTotp(visit)
    await visit.signIn(login)
    const before = new Visit(app)
    for (const [name, value] of visit.cookies) before.cookies.set(name, value)
    await visit.post('/api/session/totp', { code: codeOf(secret, 1) })
    expect((await before.get('/api/session')).json()).toMatchObject({ account: null, pending: null })
  })

  it('asks for the password again after five wrong codes', async () => {
    const { login, visit } = await somebody()
    await visit.signIn(login)
    await addTotp(visit)
    await visit.signIn(login)
    const answers: number[] = []
    for (let count = 0; count < 5; count++)
      answers.push((await visit.post('/api/session/totp', { code: '000000' })).statusCode)
    expect(answers).toEqual([422, 422, 422, 422, 401])
    expect((await visit.get('/api/session')).json().pending).toBeNull()
  })

  it('takes a recovery code, once, however it is typed', async () => {
    const { login, id, visit } = await somebody()
    await visit.signIn(login)
    await addTotp(visit)
    const { codes } = (await visit.post('/api/own/recovery-codes')).json()
    expect(new Set(codes).size).toBe(10)
    const kept = await database.pool.query('select code_hash from recovery_code where account_id = $1', [id])
    expect(JSON.stringify(kept.rows)).not.toContain(codes[0].replaceAll('-', ''))
    const typed = codes[0].toUpperCase().replaceAll('-', ' ')
    expect((await visit.signIn(login)).json().factors).toEqual(['totp', 'recovery-code'])
    expect((await visit.post('/api/session/recovery-code', { code: typed })).statusCode).toBe(200)
    expect((await visit.get('/api/own/security')).json().recoveryCodesLeft).toBe(9)
    await visit.signIn(login)
    expect((await visit.post('/api/session/recovery-code', { code: codes[0] })).statusCode).toBe(422)
    expect((await visit.post('/api/session/recovery-code', { code: codes[1] })).statusCode).toBe(200)
  })

  it('is not for who has not given the password', async () => {
    const visit = new Visit(app)
    expect((await visit.post('/api/session/totp', { code: '123456' })).statusCode).toBe(401)
  })
})

describe('what protects an account', () => {
  it('is changed only soon after a proof of being there', async () => {
    const { login, id, visit } = await somebody()
    await visit.signIn(login)
    await database.pool.query("update session set proved_at = now() - interval '16 minutes' where account_id = $1", [
      id,
    ])
    for (const [url, payload] of [
      ['/api/own/password', { password: 'một mật khẩu mới dài' }],
      ['/api/own/totp/start', {}],
      ['/api/own/passkeys/options', {}],
      ['/api/own/recovery-codes', {}],
    ] as const) {
      expect([url, (await visit.post(url, payload)).statusCode]).toEqual([url, 422])
    }
    expect((await visit.get('/api/own/security')).json().fresh).toBe(false)
    expect((await visit.post('/api/session/proof', { password: 'sai mật khẩu rồi' })).statusCode).toBe(422)
    expect((await visit.post('/api/session/proof', { password: PASSWORD })).statusCode).toBe(204)
    expect((await visit.post('/api/own/totp/start')).statusCode).toBe(200)
  })

  it.each([
    ['too short', 'mười một ký'],
    ['too long', 'x'.repeat(201)],
  ])('is no password %s', async (_, password) => {
    const { login, visit } = await somebody()
    await visit.signIn(login)
    const answer = await visit.post('/api/own/password', { password })
    expect([answer.statusCode, answer.json().error.faults[0].path]).toEqual([400, 'password'])
    expect(answer.body).not.toContain(password)
  })

  it('is no password that is the login', async () => {
    const { login, visit } = await somebody()
    await visit.signIn(login)
    expect((await visit.post('/api/own/password', { password: login.toUpperCase() })).statusCode).toBe(400)
  })

  it('changed by its holder ends every other session', async () => {
    const { login, visit } = await somebody()
    const other = new Visit(app, '192.0.2.7')
    await other.signIn(login)
    await visit.signIn(login)
    expect((await visit.post('/api/own/password', { password: 'một mật khẩu mới dài' })).statusCode).toBe(204)
    expect((await other.get('/api/session')).json().account).toBeNull()
    expect((await visit.get('/api/session')).json().account).not.toBeNull()
    expect((await new Visit(app, '192.0.2.8').signIn(login, 'một mật khẩu mới dài')).statusCode).toBe(200)
    expect((await new Visit(app, '192.0.2.9').signIn(login)).statusCode).toBe(422)
  })

  it('a wrong code confirms no authenticator, and another’s challenge is none', async () => {
    const one = await somebody()
    const other = await somebody()
    await one.visit.signIn(one.login)
    await other.visit.signIn(other.login)
    const { challengeId, secret } = (await one.visit.post('/api/own/totp/start')).json()
    expect((await one.visit.post('/api/own/totp', { challengeId, code: codeOf(secret, 5) })).statusCode).toBe(400)
    expect((await other.visit.post('/api/own/totp', { challengeId, code: codeOf(secret) })).statusCode).toBe(422)
    expect((await one.visit.post('/api/own/totp', { challengeId, code: codeOf(secret) })).statusCode).toBe(204)
  })
})

describe('one’s own sessions', () => {
  it('are listed with address and program, and end at once when they are ended', async () => {
    const { login, visit } = await somebody()
    const other = new Visit(app, '192.0.2.20')
    await other.signIn(login)
    await visit.signIn(login)
    const { sessions } = (await visit.get('/api/own/security')).json()
    expect(sessions).toMatchObject([
      { current: true, address: visit.address, program: 'Trình duyệt thử' },
      { current: false, address: '192.0.2.20', means: 'password' },
    ])
    expect((await visit.post(`/api/own/sessions/${sessions[1].id}/end`)).statusCode).toBe(204)
    expect((await other.get('/api/own/security')).statusCode).toBe(401)
    expect((await visit.post(`/api/own/sessions/${sessions[1].id}/end`)).statusCode).toBe(404)
  })

  it('of others are out of reach', async () => {
    const one = await somebody()
    const other = await somebody()
    await one.visit.signIn(one.login)
    await other.visit.signIn(other.login)
    const { sessions } = (await other.visit.get('/api/own/security')).json()
    expect((await one.visit.post(`/api/own/sessions/${sessions[0].id}/end`)).statusCode).toBe(404)
    expect((await other.visit.get('/api/own/security')).statusCode).toBe(200)
  })

  it('end all but this one', async () => {
    const { login, visit } = await somebody()
    for (const address of ['192.0.2.30', '192.0.2.31']) await new Visit(app, address).signIn(login)
    await visit.signIn(login)
    expect((await visit.post('/api/own/sessions/end-others')).json()).toEqual({ ended: 2 })
    expect((await visit.get('/api/own/security')).json().sessions).toHaveLength(1)
  })
})

describe('the first start', () => {
  it('makes an administrator with a link, anew at each start until it was used, and never a password', async () => {
    const fresh = await openTestDatabase()
    const server = await identityApp(fresh)
    const today = dayInVietnam(new Date())
    const token = (link: { path: string } | undefined) => ({ token: link?.path.split('#')[1] })
    const [first, second] = [
      await firstAdministratorLink(fresh.pool, today),
      await firstAdministratorLink(fresh.pool, today),
    ]
    const visit = new Visit(server)
    expect((await visit.post('/api/one-time-links/read', token(first))).statusCode).toBe(404)
    expect((await visit.post('/api/one-time-links/read', token(second))).json()).toMatchObject({ login: 'quan-tri' })
    const set = (password: string) => visit.post('/api/one-time-links/use', { ...token(second), password })
    expect((await set('ngắn')).statusCode).toBe(400)
    expect((await set(PASSWORD)).json()).toEqual({ login: 'quan-tri' })
    expect((await set(PASSWORD)).statusCode).toBe(404)
    expect(await firstAdministratorLink(fresh.pool, today)).toBeUndefined()
    await visit.signIn('quan-tri')
    const { account } = (await visit.get('/api/session')).json()
    expect(account).toMatchObject({ factorDue: true, permissions: expect.not.arrayContaining(['accounts.read']) })
    await addTotp(visit)
    const after = (await visit.get('/api/session')).json().account
    expect(after).toMatchObject({ factorDue: false, permissions: expect.arrayContaining(['accounts.write']) })
    expect((await visit.post('/api/own/totp/remove')).statusCode).toBe(422)
    await server.close()
    await fresh.close()
  })

  it('a link is over after its time', async () => {
    const fresh = await openTestDatabase()
    const server = await identityApp(fresh)
    const link = await firstAdministratorLink(fresh.pool, dayInVietnam(new Date()))
    await fresh.pool.query('update one_time_link set expires_at = now()')
    const answer = await new Visit(server).post('/api/one-time-links/read', { token: link?.path.split('#')[1] })
    expect(answer.statusCode).toBe(404)
    await server.close()
    await fresh.close()
  })
})

describe('sample data', () => {
  it('is the only place where the sign-in page lists accounts and their password', async () => {
    const fresh = await openTestDatabase()
    const server = await identityApp(fresh)
    await makeAccount(fresh.pool, { login: 'quan-tri', roles: [{ role: 'administrator', body: null, root: null }] })
    expect((await new Visit(server).get('/api/session')).json().sample).toBeNull()
    await fresh.pool.query("update installation set mode = 'sample'")
    expect((await new Visit(server).get('/api/session')).json().sample).toMatchObject({
      accounts: [{ login: 'quan-tri', roles: [{ role: 'administrator', bodyName: null }] }],
    })
    const visit = new Visit(server)
    await visit.signIn('quan-tri')
    expect((await visit.get('/api/session')).json()).toMatchObject({ account: { factorDue: false }, sample: null })
    await server.close()
    await fresh.close()
  })
})
