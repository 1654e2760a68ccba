import { readdirSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import type { FastifyInstance } from 'fastify'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { lawRoutes, loadLaw } from '../src/law/index.ts'
import { testApp } from './support/app.ts'

const FOLDER = new URL('./acceptance/', import.meta.url)
const REQUESTS = readdirSync(FOLDER)
  .filter((name) => name.endsWith('.json'))
  .map((name) => JSON.parse(readFileSync(new URL(name, FOLDER), 'utf8')).request as Json)

type Json = Record<string, unknown>

let app: FastifyInstance

beforeAll(async () => {
  // The check touches no database: a pool that never connects will do.
  app = await testApp({ pool: new pg.Pool(), close: async () => {} }, { routes: lawRoutes(loadLaw(), []) })
})
afterAll(() => app.close())

async function post(payload: string) {
  const answer = await app.inject({
    method: 'POST',
    url: '/api/checks',
    headers: { 'content-type': 'application/json' },
    payload,
  })
  return { answer }
}

describe('POST /api/checks', () => {
  test('answers the request as it is with its result', async () => {
    const { answer } = await post(JSON.stringify(REQUESTS[0]))
    expect(answer.statusCode).toBe(200)
    expect(answer.json().verdict).toBe('compliant')
    expect(answer.json().findings[0].trace.read.length).toBeGreaterThan(0)
  })

  test('names the path and what was expected for a wrong value', async () => {
    const wrong = structuredClone(REQUESTS[0]) as { dossier: { sender: { level: string } } }
    wrong.dossier.sender.level = 'galaxy'
    const { answer } = await post(JSON.stringify(wrong))
    expect(answer.statusCode).toBe(400)
    expect(answer.json().error.faults[0].path).toBe('dossier.sender.level')
    expect(answer.json().error.faults[0].message.vi).toContain('một trong: central')
  })

  test('answers 10,000 mutated requests with a result or a fault: no 500, no hang', async () => {
    const seen = new Map<number, number>()
    await fc.assert(
      fc.asyncProperty(mutated, async (payload) => {
        const { answer } = await post(payload)
        seen.set(answer.statusCode, (seen.get(answer.statusCode) ?? 0) + 1)
        expect([200, 400]).toContain(answer.statusCode)
        if (answer.statusCode === 400) expect(answer.json().error.message.vi).toBeTruthy()
      }),
      { numRuns: 10_000 },
    )
    // Mutations that nothing survives, or that nothing notices, would prove nothing.
    expect(seen.get(200)).toBeGreaterThan(500)
    expect(seen.get(400)).toBeGreaterThan(500)
  }, 300_000)

  test('refuses a list that no delegation needs, and does not hang on the longest it takes', async () => {
    const base = REQUESTS[0] as { dossier: Json & { members: Json[]; trip: Json } }
    const many = <Item>(count: number, item: (index: number) => Item) =>
      Array.from({ length: count }, (_, index) => item(index))
    const slow: Json[] = [
      { ...base.dossier, members: many(1000, (index) => ({ name: `Người ${index}`, role: 'member' })) },
      { ...base.dossier, leadership: many(1000, (index) => ({ unit: `Sở ${index}`, size: 3 })) },
      {
        ...base.dossier,
        members: many(900, (index) => ({ name: `N${index}`, role: 'member', unit: `U${index}` })),
        invitations: many(20, () => ({
          from: 'A',
          kind: 'foreign-enterprise',
          names: many(1000, (index) => `N${index}`),
        })),
        exceptions: many(1000, (index) => ({
          rule: 'trips-per-year',
          subject: `N${index}`,
          decidedBy: 'A',
          number: '1',
          on: '2026-01-01',
          reason: 'x',
        })),
      },
      {
        ...base.dossier,
        programme: [{ day: '2026-05-11', activity: 'free' }],
        trip: { departure: '2026-05-11', return: '2036-05-11', stays: [] },
      },
    ]
    for (const dossier of slow) {
      const { answer } = await post(JSON.stringify({ dossier }))
      expect([200, 400, 413]).toContain(answer.statusCode)
    }
    const crowd = many(1001, (index) => ({ name: `Người ${index}`, role: 'member' }))
    const refused = await post(JSON.stringify({ dossier: { ...base.dossier, members: crowd } }))
    expect(refused.answer.json().error.faults[0].message.vi).toContain('không quá 1000 mục')
    const deep = `{"dossier":${'['.repeat(100_000)}${']'.repeat(100_000)}}`
    expect((await post(deep)).answer.statusCode).toBe(400)
  }, 120_000)
})

const STRANGE: unknown[] = [
  null,
  true,
  0,
  -1,
  1e308,
  '',
  ' ',
  'x'.repeat(5000),
  '2026-02-30',
  '9999-12-31',
  '0000-00-00',
  [],
  {},
  [[]],
  '\u0000',
  '__proto__',
  'Nguyễn'.normalize('NFD'),
  { toString: 1 },
]

/** A request whose structure or whose text was spoiled. */
const mutated = fc
  .tuple(
    fc.constantFrom(...REQUESTS),
    fc.array(mutation(), { minLength: 1, maxLength: 4 }),
    fc.option(spoil(), { freq: 4, nil: undefined }),
  )
  .map(([request, mutations, spoiling]) => {
    const copy = structuredClone(request)
    for (const mutate of mutations) mutate(copy)
    const text = JSON.stringify(copy)
    return spoiling === undefined ? text : spoiling(text)
  })

function mutation(): fc.Arbitrary<(request: Json) => void> {
  return (
    fc
      .tuple(
        fc.nat(),
        fc.nat(),
        fc.constantFrom('replace', 'replace', 'remove', 'add', 'repeat', 'swap', 'day'),
        fc.oneof(fc.constantFrom(...STRANGE), fc.jsonValue({ maxDepth: 3 })),
      )
      // A copy each time: a value put into itself would make a circle.
      .map(([where, inside, kind, drawn]) => (request: Json) => {
        const value: unknown = structuredClone(drawn)
        const places = containers(request)
        const place = places[where % places.length]
        if (place === undefined) return
        const keys = Object.keys(place)
        const key = keys[inside % Math.max(1, keys.length)]
        if (key === undefined || kind === 'add') place[`field${inside % 3}`] = value
        else if (kind === 'remove') delete place[key]
        else if (kind === 'repeat')
          place[key] = Array.isArray(place[key]) ? [...place[key], ...place[key]] : [place[key], place[key]]
        else if (kind === 'swap') place[key] = place[keys[(inside + 1) % keys.length] ?? key]
        else if (kind === 'day' && typeof place[key] === 'string')
          place[key] = `2026-0${1 + (inside % 9)}-1${where % 10}`
        else if (kind === 'replace') place[key] = value
      })
  )
}

/** Every object and list of a request. */
function containers(value: unknown): Json[] {
  if (typeof value !== 'object' || value === null) return []
  return [value as Json, ...Object.values(value).flatMap(containers)]
}

function spoil(): fc.Arbitrary<(text: string) => string> {
  return fc
    .tuple(fc.nat(), fc.constantFrom('cut', 'insert', 'double', 'comma'), fc.string({ maxLength: 3 }))
    .map(([at, kind, extra]) => (text: string) => {
      const place = at % text.length
      if (kind === 'cut') return text.slice(0, place)
      if (kind === 'double') return text + text
      return text.slice(0, place) + (kind === 'comma' ? ',' : extra) + text.slice(place)
    })
}
