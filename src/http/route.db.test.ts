import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { dayInVietnam } from '../kernel/day.ts'
import { ACCOUNT_HEADER, Bytes, endpoint } from '../kernel/endpoint.ts'
import { Conflict, Forbidden, Invalid, NotFound, Refused } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import type { Permission } from '../kernel/permissions.ts'
import { type Context, type Route, route } from './route.ts'
import { ANYBODY } from './who.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(() => database.close())

const summary = { vi: 'Thử', en: 'Try' }
const text = { vi: 'không được', en: 'not possible' }
const Input = z.strictObject({ name: z.string(), count: z.number().optional() })
const Output = z.object({ hello: z.string() })

function post(handler: (context: Context<z.infer<typeof Input>>) => unknown, permission: Permission = 'public'): Route {
  const declared = endpoint({ method: 'POST', path: '/api/try', permission, summary, input: Input, output: Output })
  return route(declared, async (context) => (await handler(context)) as z.infer<typeof Output>)
}

/** Sends a body to `POST /api/try`, which this route answers. */
async function send(one: Route, body: unknown = { name: 'An' }) {
  const app = await testApp(database, { routes: [one] })
  const answer = await app.inject({ method: 'POST', url: '/api/try', payload: body as object })
  await app.close()
  return answer
}

describe('a request that its endpoint accepts', () => {
  it('is answered with what the use case returns, no more than the contract names', async () => {
    const answer = await send(post(({ input }) => ({ hello: input.name, secret: 'not in the contract' })))
    expect([answer.statusCode, answer.json()]).toEqual([200, { hello: 'An' }])
    expect(answer.headers['content-type']).toBe('application/json; charset=utf-8')
  })

  it('brings today in Việt Nam, who asks, and its id', async () => {
    const seen: Context<unknown>[] = []
    const answer = await send(
      post((context) => {
        seen.push(context)
        return { hello: 'you' }
      }),
    )
    expect(seen[0]).toMatchObject({
      today: dayInVietnam(new Date()),
      actor: { requestId: answer.headers['x-request-id'] },
    })
    expect([...(seen[0]?.who.permissions ?? [])]).toEqual(['public', 'law.read', 'law.check', 'session.open'])
  })

  it('takes the query of a GET as its input', async () => {
    const input = z.strictObject({ day: z.string(), top: z.coerce.number().default(10) })
    const declared = endpoint({ method: 'GET', path: '/api/q', permission: 'public', summary, input, output: input })
    const app = await testApp(database, { routes: [route(declared, ({ input: query }) => query)] })
    const answer = await app.inject('/api/q?day=2026-05-13')
    expect(answer.json()).toEqual({ day: '2026-05-13', top: 10 })
    await app.close()
  })
})

describe('an endpoint that takes bytes', () => {
  const input = z.strictObject({ at: z.coerce.number(), bytes: Bytes })
  const output = z.object({ at: z.number(), text: z.string() })
  const declared = endpoint({
    ...({ method: 'POST', path: '/api/bytes/:at', permission: 'public', summary, input, output } as const),
    takes: 'bytes',
  })
  const taking = route(declared, ({ input: { at, bytes } }) => ({ at, text: Buffer.from(bytes).toString('utf8') }))

  async function sendAs(type: string, url: string, payload: string | Buffer) {
    const app = await testApp(database, { routes: [taking, post(() => ({ hello: 'you' }))] })
    const answer = await app.inject({ method: 'POST', url, payload, headers: { 'content-type': type } })
    await app.close()
    return answer
  }

  it('gives them to the use case beside the fields of the path', async () => {
    const answer = await sendAs('application/octet-stream', '/api/bytes/7', Buffer.from('Hà Nội'))
    expect([answer.statusCode, answer.json()]).toEqual([200, { at: 7, text: 'Hà Nội' }])
  })

  it('refuses JSON, as the others refuse bytes', async () => {
    const answers = [
      await sendAs('application/json', '/api/bytes/7', '{}'),
      await sendAs('application/octet-stream', '/api/try', Buffer.from('{}')),
    ]
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([415, 415])
    expect(answers[0]?.json().error.message.vi).toContain('application/octet-stream')
  })

  it('refuses a part beyond the limit of a body', async () => {
    const answer = await sendAs('application/octet-stream', '/api/bytes/7', Buffer.alloc(1_048_577))
    expect(answer.statusCode).toBe(413)
  })
})

it('a body beyond what its endpoint takes is refused with that limit', async () => {
  const declared = { method: 'POST', permission: 'public', summary, input: z.unknown(), output: Output } as const
  const routes = [1, 2.5].map((size) =>
    route(endpoint({ ...declared, path: `/api/take/${size}`, bodyLimit: size * 1024 * 1024 }), () => ({
      hello: 'you',
    })),
  )
  const app = await testApp(database, { routes })
  const payload = JSON.stringify('x'.repeat(3_000_000))
  const messageFrom = async (path: string) => {
    const answer = await app.inject({
      method: 'POST',
      url: path,
      payload,
      headers: { 'content-type': 'application/json' },
    })
    return answer.json().error.message
  }
  expect((await messageFrom('/api/take/1')).vi).toContain('lớn hơn 1 MiB')
  expect(await messageFrom('/api/take/2.5')).toEqual({
    vi: expect.stringContaining('lớn hơn 2,5 MiB'),
    en: expect.stringContaining('larger than 2.5 MiB'),
  })
  await app.close()
})

describe('the transaction of a request', () => {
  /** Something that every request may write. */
  const deed = (action: string) => {
    const content = { at: '2026-05-13T00:00:00Z', action, by: {}, subject: { kind: 'test', id: 'test' } }
    return { id: newId(), content: JSON.stringify(content) }
  }

  it('is kept when the use case returns', async () => {
    await send(
      post(async ({ transaction }) => {
        await transaction((open) => open.insertInto('audit_pending').values(deed('by-request')).execute())
        return { hello: 'kept' }
      }),
    )
    const { rows } = await database.pool.query("select from audit_entry where action = 'by-request'")
    expect(rows).toHaveLength(1)
  })

  it('is undone when the use case refuses', async () => {
    const answer = await send(
      post(({ transaction }) =>
        transaction(async (open) => {
          await open.insertInto('audit_pending').values(deed('undone')).execute()
          throw new Refused(text)
        }),
      ),
    )
    expect(answer.statusCode).toBe(422)
    const { rows } = await database.pool.query("select from audit_entry where action = 'undone'")
    expect(rows).toEqual([])
  })

  it('is a bug, not a standstill, when a second one is opened inside it', async () => {
    const answer = await send(
      post(({ transaction }) => transaction(() => transaction(async () => ({ hello: 'never' })))),
    )
    expect(answer.statusCode).toBe(500)
  })
})

describe('a refusal', () => {
  it.each([
    [400, 'invalid', new Invalid([{ path: 'dossier.trip', message: text }])],
    [403, 'forbidden', new Forbidden(text)],
    [404, 'not-found', new NotFound(text)],
    [409, 'conflict', new Conflict(text)],
    [422, 'refused', new Refused(text)],
  ])('answers %i %s with its sentence in both languages and the id of the request', async (status, code, refusal) => {
    const answer = await send(
      post(() => {
        throw refusal
      }),
    )
    expect(answer.statusCode).toBe(status)
    expect(answer.json()).toEqual({
      error: {
        code,
        message: refusal.text,
        ...(refusal instanceof Invalid ? { faults: refusal.faults } : {}),
        requestId: answer.headers['x-request-id'],
      },
    })
  })

  it('names the path of every fault of the input', async () => {
    const answer = await send(
      post(() => ({ hello: 'never' })),
      { count: 'three', nmae: 'An' },
    )
    expect(answer.statusCode).toBe(400)
    const { faults } = answer.json().error
    expect(faults.map((fault: { path: string }) => fault.path).sort()).toEqual(['count', 'name', 'nmae'])
  })
})

describe('a bug', () => {
  it.each([
    ['an error nobody expected', () => Promise.reject(new TypeError('secret detail of the inside'))],
    ['an answer outside the contract', () => ({ hello: 42 })],
    ['something thrown that is no error', () => Promise.reject('secret detail of the inside')],
  ])('(%s) answers 500 with the id of the request and nothing of the inside', async (_, handler) => {
    const answer = await send(post(handler))
    expect(answer.statusCode).toBe(500)
    expect(answer.json().error).toMatchObject({ code: 'internal', requestId: answer.headers['x-request-id'] })
    expect(answer.body).not.toMatch(/secret|TypeError|contract|\.ts/)
  })
})

describe('the permission', () => {
  const strict = endpoint({
    method: 'POST',
    path: '/api/try',
    permission: 'plans.sign',
    summary,
    input: Input,
    output: Output,
  })
  const account = { id: newId(), name: 'An', personId: undefined, sessionId: newId() }
  const recognise = async () => ({ ...ANYBODY, account })

  it('is checked before the body is parsed: who may not do it learns nothing about the input', async () => {
    const app = await testApp(database, { routes: [route(strict, () => ({ hello: 'never' }))], recognise })
    for (const payload of ['{ not json', '{"wrong":1}', '{"name":"An"}']) {
      const headers = { 'content-type': 'application/json' }
      const answer = await app.inject({ method: 'POST', url: '/api/try', payload, headers })
      expect([answer.statusCode, answer.json().error.code]).toEqual([403, 'forbidden'])
      expect(answer.json().error.message.en).toContain('plans.sign')
    }
    await app.close()
  })

  it('of somebody who is not signed in is asked for by a word to sign in', async () => {
    const app = await testApp(database, { routes: [route(strict, () => ({ hello: 'never' }))] })
    const answer = await app.inject({ method: 'POST', url: '/api/try', payload: { name: 'An' } })
    expect([answer.statusCode, answer.json().error.code]).toEqual([401, 'signed-out'])
    await app.close()
  })

  it('is not asked for where the page was drawn for another account: that is told first, save to whoever signs in', async () => {
    const opening = { ...strict, path: '/api/open', permission: 'session.open' as const }
    const routes = [route(strict, () => ({ hello: 'all' })), route(opening, () => ({ hello: 'all' }))]
    const permissions = new Set<Permission>(['plans.sign', 'session.open'])
    const app = await testApp(database, { routes, recognise: async () => ({ ...ANYBODY, account, permissions }) })
    const from = async (url: string, drawnFor?: string) => {
      const headers = drawnFor === undefined ? {} : { [ACCOUNT_HEADER]: drawnFor }
      const answer = await app.inject({ method: 'POST', url, payload: { name: 'An' }, headers })
      return [answer.statusCode, answer.json().error?.code]
    }
    expect(await from('/api/try', newId())).toEqual([401, 'signed-out'])
    expect(await from('/api/try', account.id)).toEqual([200, undefined])
    expect(await from('/api/try')).toEqual([200, undefined])
    expect(await from('/api/open', newId())).toEqual([200, undefined])
    await app.close()
  })

  it('does not help a page of another site', async () => {
    const app = await testApp(database, { routes: [post(() => ({ hello: 'all' }))] })
    const send = (origin: string) =>
      app.inject({ method: 'POST', url: '/api/try', payload: { name: 'An' }, headers: { origin, host: 'doan-ra.vn' } })
    expect((await send('https://evil.example')).statusCode).toBe(403)
    expect((await send('https://doan-ra.vn')).statusCode).toBe(200)
    await app.close()
  })

  it('is not needed for what is public', async () => {
    const app = await testApp(database, { routes: [post(() => ({ hello: 'all' }))], recognise })
    expect((await app.inject({ method: 'POST', url: '/api/try', payload: { name: 'An' } })).statusCode).toBe(200)
    await app.close()
  })

  it('must exist: a route that names an unknown one refuses the start', async () => {
    const unknown = { ...strict, permission: 'law.reed' as Permission }
    const start = testApp(database, { routes: [route(unknown, () => ({ hello: 'never' }))] })
    await expect(start).rejects.toThrow('unknown permission: law.reed')
  })
})

it('two routes at one address, or one outside /api/, refuse the start', async () => {
  const one = post(() => ({ hello: 'one' }))
  await expect(testApp(database, { routes: [one, one] })).rejects.toThrow('/api/try')
  const outside = { ...one, endpoint: { ...one.endpoint, path: '/try' } }
  await expect(testApp(database, { routes: [outside] })).rejects.toThrow('begins with /api/')
})
