import { generateKeyPairSync } from 'node:crypto'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { FastifyInstance } from 'fastify'
import { Provider } from 'oidc-provider'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { identityApp, makeAccount, Visit } from '../../../test/support/identity.ts'
import { newId } from '../../kernel/ids.ts'
import { identityRoutes } from '../index.ts'
import { SSO_COOKIE } from '../session/token.ts'

const CLIENT = { clientId: 'doan-ra', clientSecret: 'bi-mat-cua-phep-thu-nay' }
const CALLBACK = 'http://localhost/api/session/single-sign-on/callback'

const { privateKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const signingKey = { ...privateKey.export({ format: 'jwk' }), use: 'sig', alg: 'RS256' }

let database: TestDatabase
let app: FastifyInstance
let server: Server
let issuer: string
/** Whom the provider has signed in, and what it says of them. */
let person: { sub: string; preferred_username: string }

beforeAll(async () => {
  database = await openTestDatabase()
  server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  issuer = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  server.on('request', provider().callback())
  app = await identityApp(database, {
    routes: identityRoutes({
      publicUrl: undefined,
      singleSignOn: { issuer, claim: 'preferred_username', ...CLIENT },
    }),
  })
})
afterAll(async () => {
  await app.close()
  server.closeAllConnections()
  await new Promise((resolve) => server.close(resolve))
  await database.close()
})
beforeEach(() => {
  person = { sub: `sub-${newId()}`, preferred_username: `sso-${newId()}` }
})

/** A real provider: its page of signing in lets whoever asks for it in as `person`. */
function provider(): Provider {
  const made = new Provider(issuer, {
    clients: [
      {
        client_id: CLIENT.clientId,
        client_secret: CLIENT.clientSecret,
        redirect_uris: [CALLBACK],
        response_types: ['code'],
        grant_types: ['authorization_code'],
      },
    ],
    claims: { openid: ['sub'], profile: ['preferred_username'], email: ['email'] },
    conformIdTokenClaims: false,
    pkce: { required: () => true },
    features: { devInteractions: { enabled: false } },
    findAccount: async (_context, sub) => ({
      accountId: sub,
      claims: async () => ({ sub, preferred_username: person.preferred_username }),
    }),
    interactions: { url: (_context, interaction) => `/interaction/${interaction.uid}` },
    cookies: { keys: ['khoa-cua-phep-thu'] },
    ttl: { Session: 60, Interaction: 60, Grant: 60, AccessToken: 60, IdToken: 60, AuthorizationCode: 60 },
    jwks: { keys: [signingKey] },
  })
  made.use(async (context, next) => {
    if (!context.path.startsWith('/interaction/')) return next()
    const { params, grantId } = await made.interactionDetails(context.req, context.res)
    const grant = grantId
      ? await made.Grant.find(grantId)
      : new made.Grant({ accountId: person.sub, clientId: String(params.client_id) })
    grant?.addOIDCScope('openid profile email')
    const result = { login: { accountId: person.sub }, consent: { grantId: await grant?.save() } }
    await made.interactionFinished(context.req, context.res, result, { mergeWithLastSubmission: true })
  })
  return made
}

/** Follows the provider's redirects as a browser does, and gives the address back at our door. */
async function throughProvider(start: string): Promise<URL> {
  const jar = new Map<string, string>()
  let address = new URL(start)
  for (let step = 0; step < 10; step++) {
    if (address.href.startsWith(CALLBACK)) return address
    const cookie = [...jar].map(([name, value]) => `${name}=${value}`).join('; ')
    const answer = await fetch(address, { redirect: 'manual', headers: { cookie } })
    for (const line of answer.headers.getSetCookie()) {
      const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? []
      jar.set(name, value)
    }
    const location = answer.headers.get('location')
    if (location === null) throw new Error(`${answer.status} at ${address}: ${await answer.text()}`)
    address = new URL(location, address)
  }
  throw new Error('the provider goes round in circles')
}

async function begin(visit: Visit, next = '/ke-hoach'): Promise<string> {
  const answer = await visit.get(`/api/session/single-sign-on?next=${encodeURIComponent(next)}`)
  expect(answer.statusCode).toBe(303)
  return String(answer.headers.location)
}

async function signInOnce(visit: Visit, next?: string): Promise<string> {
  const back = await throughProvider(await begin(visit, next))
  return String((await visit.get(`${back.pathname}${back.search}`)).headers.location)
}

describe('single sign-on', () => {
  it('signs in whoever the provider vouches for, to the account of that login, and goes on where one was', async () => {
    const { id } = await makeAccount(database.pool, { login: person.preferred_username })
    const visit = new Visit(app)
    expect(await signInOnce(visit, '/ke-hoach?nam=2026')).toBe('/ke-hoach?nam=2026')
    expect((await visit.get('/api/session')).json()).toMatchObject({
      account: { id, means: 'single-sign-on' },
      singleSignOn: true,
    })
    const { rows } = await database.pool.query('select issuer, subject from single_sign_on where account_id = $1', [id])
    expect(rows).toEqual([{ issuer, subject: person.sub }])
  })

  it('asks with PKCE, state and nonce', async () => {
    const { searchParams } = new URL(await begin(new Visit(app)))
    expect(Object.fromEntries(searchParams)).toMatchObject({
      code_challenge_method: 'S256',
      code_challenge: expect.stringMatching(/^[\w-]{43}$/),
      state: expect.any(String),
      nonce: expect.any(String),
      redirect_uri: CALLBACK,
    })
  })

  it('knows the person by the subject afterwards, whatever name the provider then says', async () => {
    const { id } = await makeAccount(database.pool, { login: person.preferred_username })
    await signInOnce(new Visit(app))
    const other = await makeAccount(database.pool, { login: `sso-${newId()}` })
    person.preferred_username = `khac-${newId()}`
    const visit = new Visit(app)
    await signInOnce(visit)
    const signedIn = (await visit.get('/api/session')).json().account.id
    expect([signedIn, signedIn === other.id]).toEqual([id, false])
  })

  it('gives nobody the account of another subject whose name they have taken over', async () => {
    await makeAccount(database.pool, { login: person.preferred_username })
    await signInOnce(new Visit(app))
    person = { ...person, sub: `sub-${newId()}` }
    const visit = new Visit(app)
    expect(await signInOnce(visit)).toBe('/dang-nhap?loi=unknown')
    expect((await visit.get('/api/session')).json().account).toBeNull()
  })

  it('makes no account, and opens none that is disabled', async () => {
    expect(await signInOnce(new Visit(app))).toBe('/dang-nhap?loi=unknown')
    const { id } = await makeAccount(database.pool, { login: person.preferred_username })
    await database.pool.query('update account set disabled_at = now() where id = $1', [id])
    expect(await signInOnce(new Visit(app))).toBe('/dang-nhap?loi=unknown')
    const { rows } = await database.pool.query('select count(*)::int as n from single_sign_on where account_id = $1', [
      id,
    ])
    expect(rows).toEqual([{ n: 0 }])
  })

  it('asks who has a second factor here for it', async () => {
    const { id } = await makeAccount(database.pool, { login: person.preferred_username })
    await database.pool.query(
      "update account_secret set totp_secret = 'ABCDEFGH', totp_confirmed_at = now() where account_id = $1",
      [id],
    )
    const visit = new Visit(app)
    expect(await signInOnce(visit, '/viec')).toBe('/dang-nhap?ve=%2Fviec')
    expect((await visit.get('/api/session')).json()).toMatchObject({ account: null, pending: { factors: ['totp'] } })
  })

  it('takes no answer in another browser, none twice, and none that nobody asked for', async () => {
    await makeAccount(database.pool, { login: person.preferred_username })
    const visit = new Visit(app)
    const back = await throughProvider(await begin(visit))
    const path = `${back.pathname}${back.search}`
    expect((await new Visit(app).get(path)).headers.location).toBe('/dang-nhap?loi=expired')
    expect((await visit.get(path)).headers.location).toBe('/dang-nhap?loi=expired')
    const answer = await visit.get('/api/session/single-sign-on/callback?state=x&code=y')
    expect(answer.headers.location).toBe('/dang-nhap?loi=expired')
  })

  it('takes no answer of another sign-on: the code must fit the one that was begun', async () => {
    await makeAccount(database.pool, { login: person.preferred_username })
    const [one, other] = [new Visit(app), new Visit(app)]
    const [stolen, own] = [await throughProvider(await begin(one)), await throughProvider(await begin(other))]
    own.searchParams.set('code', stolen.searchParams.get('code') ?? '')
    expect((await other.get(`${own.pathname}${own.search}`)).headers.location).toBe('/dang-nhap?loi=refused')
  })

  it('says so when the person refuses at the provider', async () => {
    const visit = new Visit(app)
    const state = new URL(await begin(visit)).searchParams.get('state')
    const answer = await visit.get(`/api/session/single-sign-on/callback?error=access_denied&state=${state}`)
    expect(answer.headers.location).toBe('/dang-nhap?loi=refused')
    expect(visit.cookies.has(SSO_COOKIE)).toBe(false)
  })

  it.each(['https://evil.example/', '//evil.example', '/\\evil.example', 'javascript:alert(1)', '/\t/evil.example'])(
    'goes on to no page but ours: not to %j',
    async (next) => {
      await makeAccount(database.pool, { login: person.preferred_username })
      const location = await signInOnce(new Visit(app), next)
      expect(new URL(location, 'http://localhost').host).toBe('localhost')
    },
  )
})

it('without a provider is not there', async () => {
  const plain = await identityApp(database)
  expect((await new Visit(plain).get('/api/session/single-sign-on')).statusCode).toBe(404)
  await plain.close()
})

it('with a provider that does not answer leads back to the page of signing in', async () => {
  const routes = identityRoutes({
    publicUrl: undefined,
    singleSignOn: { issuer: 'http://127.0.0.1:1', claim: 'sub', ...CLIENT },
  })
  const lonely = await identityApp(database, { routes })
  expect((await new Visit(lonely).get('/api/session/single-sign-on')).headers.location).toBe('/dang-nhap?loi=provider')
  await lonely.close()
})
