import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { testApp } from '../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { collectMigrations } from '../db/migrate.ts'
import { endpoint } from '../kernel/endpoint.ts'
import { migrationSources } from '../slices.ts'
import { route } from './route.ts'

const echo = endpoint({
  method: 'POST',
  path: '/api/echo',
  permission: 'public',
  summary: { vi: 'Lặp lại', en: 'Echo' },
  input: z.unknown(),
  documentedInput: z.object({ word: z.string() }),
  output: z.unknown(),
})
const list = endpoint({
  method: 'GET',
  path: '/api/list',
  permission: 'law.read',
  summary: { vi: 'Danh sách', en: 'List' },
  input: z.strictObject({ from: z.string(), top: z.coerce.number().optional() }),
  output: z.array(z.object({ id: z.string() })),
})
const routes = [route(echo, ({ input }) => input), route(list, () => [])]

let database: TestDatabase
let app: FastifyInstance
let webFolder: string
beforeAll(async () => {
  database = await openTestDatabase()
  webFolder = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-web-'))
  await mkdir(path.join(webFolder, 'assets'))
  await writeFile(path.join(webFolder, 'index.html'), '<script nonce="__CSP_NONCE__"></script><p>__CSP_NONCE__')
  await writeFile(path.join(webFolder, 'assets', 'app-1a2b.js'), 'run()')
  await writeFile(path.join(webFolder, 'assets', 'app-1a2b.js.gz'), gzipSync('run()'))
  await writeFile(path.join(webFolder, 'robots.txt'), 'User-agent: *')
  app = await testApp(database, {
    routes,
    webFolder,
    migrations: await collectMigrations(migrationSources),
    lawHash: 'abc',
  })
})
afterAll(async () => {
  await app.close()
  await rm(webFolder, { recursive: true })
  await database.close()
})

function post(payload: string | Buffer, type = 'application/json') {
  return app.inject({ method: 'POST', url: '/api/echo', payload, headers: { 'content-type': type } })
}

describe('what is refused before any use case is reached', () => {
  it.each([
    ['text that is no JSON', '{"a":', 'application/json', 400, 'bad-json'],
    ['an empty body', '', 'application/json', 400, 'bad-json'],
    ['a body that reaches for the prototype', '{"__proto__":{"admin":true}}', 'application/json', 400, 'bad-json'],
    ['a body of another type', '<a/>', 'application/xml', 415, 'unsupported-type'],
    ['plain text', 'word', 'text/plain', 415, 'unsupported-type'],
    ['a form', 'a=1', 'application/x-www-form-urlencoded', 415, 'unsupported-type'],
    ['a body over 1 MiB', `"${'x'.repeat(1_048_576)}"`, 'application/json', 413, 'too-large'],
  ])('%s', async (_, payload, type, status, code) => {
    const answer = await post(payload, type)
    expect([answer.statusCode, answer.json().error.code]).toEqual([status, code])
    expect(answer.json().error).toMatchObject({
      message: { vi: expect.stringMatching(/\p{L}/u), en: expect.stringMatching(/\w/) },
      requestId: answer.headers['x-request-id'],
    })
  })

  it.each([
    ['an address that does not exist', 'GET', '/api/nothing', 404],
    ['a method that the address does not have', 'DELETE', '/api/echo', 404],
    ['an asset that does not exist', 'GET', '/assets/gone.js', 404],
    ['a folder', 'GET', '/assets/', 404],
    ['a way out of the folder', 'GET', '/assets/..%2f..%2fpackage.json', 404],
    ['an address that is malformed', 'GET', '/api/%zz', 400],
  ] as const)('%s', async (_, method, url, status) => {
    const answer = await app.inject({ method, url })
    expect(answer.statusCode).toBe(status)
    expect(answer.json().error).toMatchObject({ message: { vi: expect.any(String), en: expect.any(String) } })
  })

  it('what is not even HTTP, in the same shape', async () => {
    const own = await testApp(database)
    await own.listen({ host: '127.0.0.1', port: 0 })
    const { port } = own.server.address() as net.AddressInfo
    const text = await new Promise<string>((resolve) => {
      let received = ''
      const socket = net.connect(port, '127.0.0.1', () => socket.write('NONSENSE\r\n\r\n'))
      socket.on('data', (chunk) => {
        received += chunk
      })
      socket.on('close', () => resolve(received))
    })
    await own.close()
    expect(text).toMatch(/^HTTP\/1\.1 400 /)
    expect(JSON.parse(text.split('\r\n\r\n')[1] ?? '').error.code).toBe('bad-request')
  })
})

it('takes a body of just under 1 MiB, with every letter of Vietnamese', async () => {
  const text = 'Đoàn đi công tác nước ngoài '.repeat(25_000).normalize('NFC')
  const answer = await post(JSON.stringify(text))
  expect(answer.json()).toBe(text)
})

describe('the id of a request', () => {
  it('is the caller’s own when it is a sane one', async () => {
    const answer = await app.inject({ url: '/healthz', headers: { 'x-request-id': 'proxy-1_2.3-abcdef' } })
    expect(answer.headers['x-request-id']).toBe('proxy-1_2.3-abcdef')
  })

  it.each(['', 'short', 'x'.repeat(65), 'with space in it', 'quote"quote"', '<script>'])(
    'is a new one instead of %j',
    async (id) => {
      const answer = await app.inject({ url: '/healthz', headers: { 'x-request-id': id } })
      expect(answer.headers['x-request-id']).toMatch(/^[0-9a-f-]{36}$/)
    },
  )
})

describe('the security headers', () => {
  it('allow our own scripts and styles by a nonce that differs with every request, and nothing inline', async () => {
    const answers = await Promise.all(['/', '/', '/api/none', '/healthz'].map((url) => app.inject(url)))
    const policies = answers.map((answer) => String(answer.headers['content-security-policy']))
    const nonces = policies.map((policy) => /script-src 'self' 'nonce-([\w+/=]{20,})'/.exec(policy)?.[1])
    expect(new Set(nonces).size).toBe(4)
    for (const policy of policies) {
      expect(policy).not.toContain('unsafe')
      for (const directive of [
        "default-src 'self'",
        "frame-ancestors 'none'",
        "base-uri 'none'",
        "object-src 'none'",
      ]) {
        expect(policy).toContain(directive)
      }
    }
  })

  it('let the browser neither guess types nor frame us, and promise no HTTPS that may not be there', async () => {
    const { headers } = await app.inject('/')
    expect(headers['x-content-type-options']).toBe('nosniff')
    expect(headers['x-frame-options']).toBe('DENY')
    expect(headers['strict-transport-security']).toBeUndefined()
    expect(headers['content-security-policy']).not.toContain('upgrade-insecure-requests')
  })
})

describe('the pages', () => {
  it.each(['/', '/thu-doan', '/van-ban/58-QD-TTg-2012?noi=1', '/index.html'])(
    '%s is the page, with the nonce of this answer, in no cache',
    async (url) => {
      const answer = await app.inject(url)
      const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1]
      expect(answer.body).toBe(`<script nonce="${nonce}"></script><p>${nonce}`)
      expect(answer.headers['cache-control']).toBe('no-store')
      expect(answer.headers['content-type']).toBe('text/html; charset=utf-8')
    },
  )

  it('hashed assets may be kept for ever, other files are asked for again', async () => {
    const asset = await app.inject('/assets/app-1a2b.js')
    expect([asset.body, asset.headers['cache-control']]).toEqual(['run()', 'public, max-age=31536000, immutable'])
    expect((await app.inject('/robots.txt')).headers['cache-control']).toBe('no-cache')
  })

  it('go compressed to whoever takes them so, and as they are to others', async () => {
    const url = '/assets/app-1a2b.js'
    const { rawPayload, headers } = await app.inject({ url, headers: { 'accept-encoding': 'br, gzip' } })
    expect(gunzipSync(rawPayload).toString()).toBe('run()')
    expect([headers['content-encoding'], headers['content-type']]).toEqual([
      'gzip',
      'application/javascript; charset=utf-8',
    ])
    expect(headers.vary).toContain('accept-encoding')
    expect(headers['cache-control']).toContain('immutable')
    const plain = await app.inject({ url, headers: { 'accept-encoding': 'identity' } })
    expect([plain.body, plain.headers['content-encoding']]).toEqual(['run()', undefined])
  })

  it('that are not built say what to do', async () => {
    const unbuilt = await testApp(database)
    const answer = await unbuilt.inject('/')
    expect([answer.statusCode, answer.json().error.message.en]).toEqual([404, expect.stringContaining('npm run build')])
    await unbuilt.close()
  })
})

describe('health', () => {
  it('the process lives', async () => {
    expect((await app.inject('/healthz')).json()).toEqual({ status: 'alive' })
  })

  it('it is ready when the database answers, is migrated, and the law is loaded', async () => {
    const answer = await app.inject('/readyz')
    const ready = { status: 'ready', database: true, migrations: true, law: true, lawHash: 'abc' }
    expect([answer.statusCode, answer.json()]).toEqual([200, ready])
  })

  it('it is not ready, and says which part is not, without law or with other migrations', async () => {
    const other = await testApp(database)
    const answer = await other.inject('/readyz')
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toMatchObject({ status: 'not-ready', database: true, migrations: false, law: false })
    await other.close()
  })

  it('it is not ready when the database is gone', async () => {
    const gone = await openTestDatabase()
    const other = await testApp(gone, { lawHash: 'abc' })
    await gone.close()
    const answer = await other.inject('/readyz')
    expect([answer.statusCode, answer.json().database]).toEqual([503, false])
    await other.close()
  })
})

describe('the limit of requests', () => {
  const config = { logLevel: 'silent', rateLimit: 3, trustProxy: undefined } as const

  it('refuses one address too many requests to /api, with a sentence and the seconds to wait', async () => {
    const limited = await testApp(database, { routes, config })
    const statuses: number[] = []
    for (let count = 0; count < 4; count++) statuses.push((await limited.inject('/api/openapi.json')).statusCode)
    expect(statuses).toEqual([200, 200, 200, 429])
    const answer = await limited.inject('/api/list?from=a')
    expect([answer.statusCode, answer.json().error.code]).toEqual([429, 'too-many-requests'])
    expect(Number(answer.headers['retry-after'])).toBeGreaterThan(0)
    expect((await limited.inject('/healthz')).statusCode).toBe(200)
    await limited.close()
  })

  it('believes no X-Forwarded-For unless the proxy is named', async () => {
    for (const [trustProxy, last] of [
      [undefined, 429],
      ['127.0.0.1', 200],
    ] as const) {
      const limited = await testApp(database, { routes, config: { ...config, rateLimit: 1, trustProxy } })
      const ask = (from: string) => limited.inject({ url: '/api/openapi.json', headers: { 'x-forwarded-for': from } })
      await ask('203.0.113.1')
      expect((await ask('203.0.113.2')).statusCode).toBe(last)
      await limited.close()
    }
  })
})

describe('the description of the API', () => {
  it('holds every endpoint, with its input, its answer and the shape of errors', async () => {
    const document = (await app.inject('/api/openapi.json')).json()
    expect(document.openapi).toBe('3.1.0')
    expect(Object.keys(document.paths)).toEqual(['/api/echo', '/api/list'])
    const { requestBody } = document.paths['/api/echo'].post
    expect(requestBody.content['application/json'].schema).toEqual({ $ref: '#/components/schemas/post.api.echo.input' })
    expect(document.components.schemas['post.api.echo.input'].properties).toEqual({ word: { type: 'string' } })
    expect(document.paths['/api/list'].get.parameters).toEqual([
      { name: 'from', in: 'query', required: true, schema: { type: 'string' } },
      { name: 'top', in: 'query', required: false, schema: expect.anything() },
    ])
  })

  it('has a page for people, whose scripts and styles are our own files', async () => {
    const answer = await app.inject('/api/docs')
    expect(answer.statusCode).toBe(200)
    expect(answer.body).not.toMatch(/<script(?![^>]* src="\/api\/docs\/static\/)|<style| style=|https?:/)
  })
})
