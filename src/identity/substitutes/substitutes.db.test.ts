import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import {
  identityApp,
  makeAccount,
  makeBody,
  makeSubstitution,
  type TestRole,
  Visit,
} from '../../../test/support/identity.ts'
import { addDays, addMonths, dayInVietnam } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'

let database: TestDatabase
let app: FastifyInstance
let city = ''
let dept = ''
let ministry = ''
let addresses = 0
const today = dayInVietnam(new Date())

beforeAll(async () => {
  database = await openTestDatabase()
  app = await identityApp(database)
  city = await makeBody(database.pool, { name: 'Thành phố Thử' })
  dept = await makeBody(database.pool, { name: 'Sở Thử', parent: city, root: city })
  ministry = await makeBody(database.pool, { name: 'Bộ Thử' })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

async function signedIn(roles: TestRole[], name = 'Người Thử', root = city) {
  const login = `u-${newId()}`
  const { id, holdings } = await makeAccount(database.pool, { login, name, root, roles })
  addresses += 1
  const visit = new Visit(app, `203.0.113.${addresses}`)
  await visit.signIn(login)
  return { id, visit, holdingId: holdings[0] ?? '' }
}

const head = () => signedIn([{ role: 'unit-head', body: dept, root: city }], 'Thủ trưởng Thử')
const deputy = (roles: TestRole[] = []) => signedIn(roles, 'Phó Thử')
const days = { document: '5/GUQ', validFrom: today, validTo: addDays(today, 9) }

describe('a substitute', () => {
  it('is found among the accounts of the root, appointed by document and days, and may then sign', async () => {
    const holder = await head()
    const { id, visit } = await signedIn([], 'Vũ Thị Thay')
    const { items } = (
      await holder.visit.get(`/api/substitutions/candidates?holdingId=${holder.holdingId}&q=thay%20vu`)
    ).json()
    expect(items).toMatchObject([{ id, name: 'Vũ Thị Thay' }])
    const answer = await holder.visit.post('/api/substitutions', {
      holdingId: holder.holdingId,
      accountId: id,
      ...days,
    })
    expect(answer.statusCode).toBe(200)
    expect((await visit.get('/api/session')).json().account).toMatchObject({
      roles: [{ role: 'unit-head', bodyName: 'Sở Thử', document: '5/GUQ', principal: { name: 'Thủ trưởng Thử' } }],
      permissions: expect.arrayContaining(['plans.sign']),
      onBehalfOf: expect.arrayContaining([{ permission: 'plans.sign', name: 'Thủ trưởng Thử', document: '5/GUQ' }]),
    })
    expect((await visit.get('/api/substitutions')).json().received).toMatchObject([
      { state: 'in-force', holder: { id: holder.id } },
    ])
    const { rows } = await database.pool.query(
      "select content from audit_entry where action = 'substitute.appointed' and subject_id = $1",
      [id],
    )
    expect(JSON.parse(rows[0].content)).toMatchObject({
      by: { account: holder.id },
      ground: '5/GUQ',
      after: { role: 'unit-head' },
    })
  })

  it('loses the role the moment it is ended', async () => {
    const holder = await head()
    const { id, visit } = await deputy()
    const made = (
      await holder.visit.post('/api/substitutions', { holdingId: holder.holdingId, accountId: id, ...days })
    ).json()
    expect((await visit.post(`/api/substitutions/${made.id}/end`)).statusCode).toBe(403)
    expect((await holder.visit.post(`/api/substitutions/${made.id}/end`)).statusCode).toBe(204)
    expect((await visit.get('/api/session')).json().account.permissions).not.toContain('plans.sign')
    expect((await holder.visit.post(`/api/substitutions/${made.id}/end`)).statusCode).toBe(404)
    expect((await holder.visit.get('/api/substitutions')).json().given).toMatchObject([{ state: 'ended' }])
  })

  it('is ended by no other holder', async () => {
    const [holder, other] = [await head(), await head()]
    const { id } = await deputy()
    const made = (
      await holder.visit.post('/api/substitutions', { holdingId: holder.holdingId, accountId: id, ...days })
    ).json()
    expect((await other.visit.post(`/api/substitutions/${made.id}/end`)).statusCode).toBe(404)
  })

  it('passes the role on to nobody', async () => {
    const holder = await head()
    const [one, other] = [await deputy(), await deputy()]
    await makeSubstitution(database.pool, {
      holding: holder.holdingId,
      account: one.id,
      root: city,
      from: today,
      to: today,
    })
    const answer = await one.visit.post('/api/substitutions', {
      holdingId: holder.holdingId,
      accountId: other.id,
      ...days,
    })
    expect(answer.statusCode).toBe(403)
  })

  it('of one role cannot be appointed for another’s, even by somebody who may appoint', async () => {
    const [holder, other] = [await head(), await head()]
    const { id } = await deputy()
    const answer = await other.visit.post('/api/substitutions', { holdingId: holder.holdingId, accountId: id, ...days })
    expect(answer.statusCode).toBe(404)
  })
})

describe('nobody is appointed', () => {
  it.each([
    ['for more than a year', { validFrom: today, validTo: addMonths(today, 12) }, 'validTo'],
    ['backwards', { validFrom: today, validTo: addDays(today, -1) }, 'validTo'],
    ['from yesterday', { validFrom: addDays(today, -1), validTo: today }, 'validFrom'],
  ])('%s', async (_, wrong, path) => {
    const holder = await head()
    const { id } = await deputy()
    const answer = await holder.visit.post('/api/substitutions', {
      holdingId: holder.holdingId,
      accountId: id,
      ...days,
      ...wrong,
    })
    expect([answer.statusCode, answer.json().error.faults[0].path]).toEqual([400, path])
  })

  it('for longer than the role is held', async () => {
    const holder = await signedIn([{ role: 'unit-head', body: dept, root: city, to: addDays(today, 5) }])
    const { id } = await deputy()
    const answer = await holder.visit.post('/api/substitutions', {
      holdingId: holder.holdingId,
      accountId: id,
      ...days,
    })
    expect([answer.statusCode, answer.json().error.faults[0].path]).toEqual([400, 'validTo'])
  })

  it('by oneself for oneself, of another root, or with a disabled account', async () => {
    const holder = await head()
    const elsewhere = await signedIn([], 'Nơi Khác', ministry)
    const disabled = await deputy()
    await database.pool.query('update account set disabled_at = now() where id = $1', [disabled.id])
    const statuses = []
    for (const accountId of [holder.id, elsewhere.id, disabled.id]) {
      statuses.push(
        (await holder.visit.post('/api/substitutions', { holdingId: holder.holdingId, accountId, ...days })).statusCode,
      )
    }
    expect(statuses).toEqual([422, 404, 404])
  })

  it('who would both consolidate and approve', async () => {
    const authority = await signedIn([{ role: 'authority', body: city, root: city }])
    const consolidator = await deputy([{ role: 'foreign-affairs', body: dept, root: city }])
    const answer = await authority.visit.post('/api/substitutions', {
      holdingId: authority.holdingId,
      accountId: consolidator.id,
      ...days,
    })
    expect(answer.statusCode).toBe(422)
  })

  it('twice for the same days', async () => {
    const holder = await head()
    const { id } = await deputy()
    const appoint = () =>
      holder.visit.post('/api/substitutions', { holdingId: holder.holdingId, accountId: id, ...days })
    expect([(await appoint()).statusCode, (await appoint()).statusCode]).toEqual([200, 409])
  })

  it('for a role that signs nothing', async () => {
    const officer = await signedIn([
      { role: 'officer', body: dept, root: city },
      { role: 'unit-head', body: dept, root: city },
    ])
    const { id } = await deputy()
    const answer = await officer.visit.post('/api/substitutions', {
      holdingId: officer.holdingId,
      accountId: id,
      ...days,
    })
    expect(answer.statusCode).toBe(404)
  })
})
