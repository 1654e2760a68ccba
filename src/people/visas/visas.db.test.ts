import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '../../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { addBody, addPerson } from '../../../test/support/register.ts'
import { recogniseAs, testVisitor } from '../../../test/support/visitor.ts'
import { inScope, type Scope } from '../../db/scope.ts'
import { newId } from '../../kernel/ids.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { loadLaw } from '../../law/index.ts'
import { peopleRoutes } from '../index.ts'

let database: TestDatabase
let city: string
let health: string
let culture: string
let unit: FastifyInstance
let person: string
let passport: string
const opened: FastifyInstance[] = []

beforeAll(async () => {
  database = await openTestDatabase()
  city = await addBody(database, 'Thành phố', { level: 'province' })
  health = await addBody(database, 'Sở Y tế', { root: city })
  culture = await addBody(database, 'Sở Văn hóa', { root: city })
  unit = await appFor({ bodies: [health] })
})
afterAll(async () => {
  for (const app of opened) await app.close()
  await database.close()
})
beforeEach(async () => {
  person = await addPerson(database, 'Lê Văn Đi', { root: city, body: health })
  const number = `B${newId().slice(-8).toUpperCase()}`
  const days = { issuedOn: '2024-01-01', expiresOn: '2034-01-01', receivedOn: '2024-02-01' }
  passport = (await send('/api/passports', { personId: person, kind: 'official', number, ...days })).body.id
})

async function appFor(
  scope: Scope,
  permissions: Permission[] = ['people.read', 'people.write', 'passports.write'],
): Promise<FastifyInstance> {
  const recognise = recogniseAs(testVisitor(permissions, scope))
  const app = await testApp(database, { routes: peopleRoutes(loadLaw().data), recognise })
  opened.push(app)
  return app
}

async function send(url: string, payload: object, app = unit) {
  const answer = await app.inject({ method: 'POST', url, payload })
  return { status: answer.statusCode, body: answer.json() }
}

const JAPAN = { country: 'JP', validFrom: '2026-05-01', validUntil: '2026-07-31', entries: 'single' }
const enter = (visa: object, app = unit) => send(`/api/passports/${passport}/visas`, visa, app)

async function visas(app = unit) {
  return (await app.inject(`/api/people/${person}`)).json().passports[0]?.visas
}

async function deeds() {
  const rows = await inScope(database.pool, { roots: [city] }, (transaction) =>
    transaction.selectFrom('audit_entry').select('content').where('subject_id', '=', person).orderBy('seq').execute(),
  )
  return rows.map(({ content }) => JSON.parse(content))
}

describe('a visa', () => {
  it('stands with its passport for whoever reads the register, and is taken out for a reason that is kept', async () => {
    const { status, body } = await enter(JAPAN)
    expect(status).toBe(200)
    expect(await visas()).toEqual([{ id: body.id, ...JAPAN }])
    expect((await unit.inject(`/api/passports/${passport}`)).json().passport.visas).toHaveLength(1)
    const out = `/api/passports/${passport}/visas/${body.id}/take-out`
    expect((await send(out, { reason: ' x ' })).status).toBe(400)
    expect((await send(out, { reason: 'Ghi nhầm ngày' })).status).toBe(200)
    expect((await send(out, { reason: 'Ghi nhầm ngày' })).status).toBe(404)
    expect(await visas()).toEqual([])
    expect((await deeds()).slice(-2)).toMatchObject([
      { action: 'passport.visa-entered', after: { passport, ...JAPAN } },
      { action: 'passport.visa-taken-out', before: { passport, ...JAPAN }, ground: 'Ghi nhầm ngày' },
    ])
  })

  it.each([
    ['ends before it begins', 422, { ...JAPAN, validUntil: '2026-04-30' }, 'trước ngày bắt đầu'],
    ['is of no country', 400, { ...JAPAN, country: 'ZZ' }, ''],
    ['begins on no day', 400, { ...JAPAN, validFrom: '2026-02-30' }, ''],
    ['is for a number of entries that there is not', 400, { ...JAPAN, entries: 'ten' }, ''],
  ])('that %s is refused', async (_, status, visa, words) => {
    const answer = await enter(visa)
    expect([answer.status, answer.body.error.message.vi]).toEqual([status, expect.stringContaining(words)])
    expect(await visas()).toEqual([])
  })

  it('shares no day with another of the passport for the same country; with one for another country it may', async () => {
    await enter(JAPAN)
    const again = await enter({ ...JAPAN, validFrom: '2026-07-31', validUntil: '2026-12-01' })
    expect([again.status, again.body.error.message.vi]).toEqual([422, expect.stringContaining('Nhật Bản')])
    expect((await enter({ ...JAPAN, validFrom: '2026-08-01', validUntil: '2026-12-01' })).status).toBe(200)
    expect((await enter({ ...JAPAN, country: 'KR' })).status).toBe(200)
  })

  it('is entered once where two enter it at the same time', async () => {
    const answers = await Promise.all([enter(JAPAN), enter(JAPAN)])
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 422])
  })

  it.each(['lost', 'cancelled'])('goes into no passport that is %s', async (state) => {
    const step = state === 'lost' ? 'lost' : 'cancel'
    await send(`/api/passports/${passport}/${step}`, { on: '2026-02-01', document: '02/BC' })
    const answer = await enter(JAPAN)
    expect([answer.status, answer.body.error.message.vi]).toEqual([422, expect.stringContaining('hộ chiếu còn dùng')])
  })

  it('is neither entered nor seen by another body, nor entered by who only reads', async () => {
    const other = await appFor({ bodies: [culture] })
    expect((await enter(JAPAN, other)).status).toBe(404)
    expect((await enter(JAPAN, await appFor({ bodies: [health] }, ['people.read']))).status).toBe(403)
    const { body } = await enter(JAPAN)
    const reason = { reason: 'Không phải việc của họ' }
    expect((await send(`/api/passports/${passport}/visas/${body.id}/take-out`, reason, other)).status).toBe(404)
    const seen = await inScope(database.pool, { bodies: [culture] }, (transaction) =>
      transaction.selectFrom('visa').select('id').execute(),
    )
    expect(seen).toEqual([])
  })

  it('goes along when its holder does', async () => {
    await enter(JAPAN)
    const board = await appFor({ roots: [city] })
    const post = { bodyId: culture, title: 'Chuyên viên', from: '2025-01-01', document: '01/QĐ' }
    expect((await send(`/api/people/${person}/posts`, post, board)).status).toBe(200)
    expect(await visas(await appFor({ bodies: [culture] }))).toHaveLength(1)
  })
})
