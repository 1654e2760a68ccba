import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { identityApp, makeAccount, makeBody, PASSWORD, type TestRole, Visit } from '../../../test/support/identity.ts'
import { addPerson } from '../../../test/support/register.ts'
import { readXlsx } from '../../documents/xlsx.ts'
import { addDays, dayInVietnam } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { ROLES } from '../roles.ts'

let database: TestDatabase
let app: FastifyInstance
let city = ''
let dept = ''
let ministry = ''
let unit = ''
let addresses = 0
const today = dayInVietnam(new Date())

beforeAll(async () => {
  database = await openTestDatabase()
  app = await identityApp(database)
  city = await makeBody(database.pool, { name: 'Thành phố Thử' })
  dept = await makeBody(database.pool, { name: 'Sở Thử', parent: city, root: city })
  ministry = await makeBody(database.pool, { name: 'Bộ Thử' })
  unit = await makeBody(database.pool, { name: 'Vụ Thử', parent: ministry, root: ministry })
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** An account that is signed in; an administrator's has a second factor, as it must. */
async function signedIn(roles: TestRole[], root: string | null = city) {
  const login = `u-${newId()}`
  const { id, holdings } = await makeAccount(database.pool, { login, name: 'Người Thử', root, roles })
  addresses += 1
  const visit = new Visit(app, `203.0.113.${addresses}`)
  await visit.signIn(login)
  const factor = "update account_secret set totp_secret = 'ABCDEFGH', totp_confirmed_at = now() where account_id = $1"
  await database.pool.query(factor, [id])
  return { id, login, visit, holdings }
}

const ofCity = () => signedIn([{ role: 'administrator', body: city, root: city }])
const ofAll = () => signedIn([{ role: 'administrator', body: null, root: null }], null)
const officer = (): TestRole => ({ role: 'officer', body: dept, root: city })
const newAccount = (rootId: string | null) => ({ login: `moi-${newId()}`, name: 'Trần Mới', rootId })

async function lastDeed() {
  const { rows } = await database.pool.query('select content from audit_entry order by seq desc limit 1')
  return JSON.parse(rows[0].content)
}

describe('an administrator of a root', () => {
  it('creates an account, whose holder sets the password by the link', async () => {
    const { visit, id: administrator } = await ofCity()
    const input = { ...newAccount(city), email: 'moi@example.vn' }
    const { id, link } = (await visit.post('/api/accounts', input)).json()
    const { rows } = await database.pool.query(
      "select content from audit_entry where action = 'account.created' and subject_id = $1",
      [id],
    )
    expect(JSON.parse(rows[0].content)).toMatchObject({
      by: { account: administrator },
      after: { login: input.login, email: { hash: expect.any(String) } },
    })
    const holder = new Visit(app, '192.0.2.1')
    const token = link.path.split('#')[1]
    expect((await holder.post('/api/one-time-links/use', { token, password: PASSWORD })).json()).toEqual({
      login: input.login,
    })
    expect((await holder.signIn(input.login)).statusCode).toBe(200)
  })

  it('lists and shows the accounts of the root only, found without diacritics', async () => {
    const { visit } = await ofCity()
    const own = await makeAccount(database.pool, {
      login: `l-${newId()}`,
      name: 'Đặng Thị Ước',
      root: city,
      roles: [officer()],
    })
    const other = await makeAccount(database.pool, { login: `l-${newId()}`, name: 'Đặng Thị Ước', root: ministry })
    const { items, total } = (await visit.get('/api/accounts?q=uoc%20dang')).json()
    expect([total, items.map((item: { id: string }) => item.id)]).toEqual([1, [own.id]])
    expect(items[0]).toMatchObject({
      roles: [{ role: 'officer', bodyName: 'Sở Thử' }],
      hasPassword: true,
      factors: [],
      disabled: false,
    })
    expect((await visit.get(`/api/accounts/${own.id}`)).json()).toMatchObject({
      rootName: 'Thành phố Thử',
      roles: [{ role: 'officer', bodyName: 'Sở Thử', validTo: null }],
      own: false,
    })
    expect((await visit.get(`/api/accounts/${other.id}`)).statusCode).toBe(404)
  })

  it('filters by role and state', async () => {
    const { visit } = await ofCity()
    const { id } = await makeAccount(database.pool, {
      login: `f-${newId()}`,
      name: 'Lọc Thử',
      root: city,
      roles: [{ role: 'mission', body: dept, root: city }],
    })
    const found = async (query: string) => {
      const { items } = (await visit.get(`/api/accounts?q=loc&${query}`)).json()
      return items.map((item: { id: string }) => item.id)
    }
    expect(await found('role=mission&state=never-used')).toEqual([id])
    expect(await found('role=officer')).toEqual([])
    expect(await found('state=disabled')).toEqual([])
  })

  it('exports the accounts of the root as they are filtered: persons, roles with their days, second factors', async () => {
    const { visit, id: administrator } = await ofCity()
    const login = `x-${newId()}`
    const { id } = await makeAccount(database.pool, {
      login,
      name: '=Xuất Thử',
      root: city,
      roles: [
        { ...officer(), from: '2026-01-02', to: '9999-12-31' },
        { role: 'mission', body: dept, root: city, to: '2001-01-01' },
      ],
    })
    const person = await addPerson(database, 'Người Xuất', { root: city, body: dept })
    await database.pool.query('update account set person_id = $1, disabled_at = now() where id = $2', [person, id])
    await makeAccount(database.pool, { login: `x-${newId()}`, name: 'Xuất Thử', root: ministry })
    const exported = async (query: string) => {
      const file = await visit.get(`/api/accounts/export?${query}`)
      expect(file.statusCode).toBe(200)
      return (await readXlsx(file.rawPayload)).sheets[0]?.rows ?? []
    }
    const [, heads, ...rows] = await exported('q=xuat%20thu&role=officer&state=disabled')
    expect(heads?.slice(0, 3)).toEqual(['Tên đăng nhập', 'Tên', 'Người trong danh sách cán bộ'])
    const role = 'Chuyên viên của cơ quan – Sở Thử (từ 02/01/2026 đến 31/12/9999)'
    expect(rows.map((row) => Array.from({ length: 8 }, (_, at) => row[at] ?? null))).toEqual([
      [login, '=Xuất Thử', 'Người Xuất', 'Thành phố Thử', role, 'Không', null, 'Có'],
    ])
    expect(await exported('q=xuat%20thu&state=active')).toHaveLength(2)
    const { rows: own } = await database.pool.query('select login from account where id = $1', [administrator])
    const [, , self] = await exported(`q=${own[0].login}`)
    expect(self?.slice(4, 8)).toEqual([
      `${ROLES.administrator.name.vi} – Thành phố Thử (từ 01/01/2000)`,
      'Có',
      today,
      'Không',
    ])
  })

  it.each([
    ['for another root', () => ministry, 403],
    ['for the whole installation', () => null, 403],
    ['for a body that is not at the top', () => dept, 403],
  ])('creates none %s', async (_, root, status) => {
    const { visit } = await ofCity()
    expect((await visit.post('/api/accounts', newAccount(root()))).statusCode).toBe(status)
  })

  it('grants roles in the root, and none beyond it', async () => {
    const { visit } = await ofCity()
    const { id } = await makeAccount(database.pool, { login: `g-${newId()}`, root: city })
    const grant = (role: string, bodyId: string | null) =>
      visit.post(`/api/accounts/${id}/roles`, { role, bodyId, validFrom: today, document: '7/QĐ' })
    expect((await grant('unit-head', dept)).statusCode).toBe(200)
    expect(await lastDeed()).toMatchObject({
      action: 'role.granted',
      ground: '7/QĐ',
      after: { role: 'unit-head', bodyId: dept },
    })
    expect((await grant('unit-head', dept)).statusCode).toBe(409)
    expect((await grant('authority', unit)).statusCode).toBe(403)
    expect((await grant('administrator', null)).statusCode).toBe(403)
    expect((await grant('authority', null)).statusCode).toBe(400)
    expect((await grant('authority', newId())).statusCode).toBe(400)
  })

  it('gives nothing to the own account, nor opens or closes it', async () => {
    const { visit, id, holdings } = await ofCity()
    const statuses = [
      await visit.post(`/api/accounts/${id}/roles`, { role: 'authority', bodyId: city, validFrom: today }),
      await visit.post(`/api/accounts/${id}/roles/${holdings[0]}/end`, { lastDay: today, reason: 'thử' }),
      await visit.post(`/api/accounts/${id}/link`),
      await visit.post(`/api/accounts/${id}/factors/reset`, { reason: 'thử' }),
      await visit.post(`/api/accounts/${id}/disable`, { reason: 'thử' }),
    ].map(({ statusCode }) => statusCode)
    expect(statuses).toEqual([403, 403, 403, 403, 403])
  })

  it('opens no account that also holds a role elsewhere: it could be taken over with it', async () => {
    const { visit } = await ofCity()
    const { id } = await makeAccount(database.pool, {
      login: `b-${newId()}`,
      root: city,
      roles: [officer(), { role: 'authority', body: ministry, root: ministry }],
    })
    expect((await visit.post(`/api/accounts/${id}/link`)).statusCode).toBe(403)
    expect((await visit.post(`/api/accounts/${id}/factors/reset`, { reason: 'thử' })).statusCode).toBe(403)
    expect((await (await ofAll()).visit.post(`/api/accounts/${id}/link`)).statusCode).toBe(200)
  })
})

describe('an account', () => {
  it('disabled: its sessions end at once, its links serve no more, and nobody signs in', async () => {
    const { visit } = await ofCity()
    const { id, login, visit: theirs } = await signedIn([officer()])
    const { path } = (await visit.post(`/api/accounts/${id}/link`)).json()
    expect((await visit.post(`/api/accounts/${id}/disable`, { reason: 'thôi việc' })).statusCode).toBe(204)
    expect(await lastDeed()).toMatchObject({ action: 'account.disabled', ground: 'thôi việc' })
    expect((await theirs.get('/api/own/security')).statusCode).toBe(401)
    expect((await theirs.post('/api/one-time-links/read', { token: path.split('#')[1] })).statusCode).toBe(404)
    expect((await theirs.signIn(login)).statusCode).toBe(422)
    await visit.post(`/api/accounts/${id}/enable`, { reason: 'trở lại' })
    expect((await theirs.signIn(login)).statusCode).toBe(200)
  })

  it('whose factors are reset is signed out and signs in without them', async () => {
    const { visit } = await ofCity()
    const { id, login, visit: theirs } = await signedIn([officer()])
    expect((await theirs.signIn(login)).json().state).toBe('factor')
    await visit.post(`/api/accounts/${id}/factors/reset`, { reason: 'mất điện thoại' })
    expect((await theirs.signIn(login)).json().state).toBe('signed-in')
  })

  it('is changed with its version; a stale one is a conflict', async () => {
    const { visit } = await ofCity()
    const { id } = await makeAccount(database.pool, { login: `v-${newId()}`, root: city })
    const change = (version: number) =>
      visit.post(`/api/accounts/${id}`, { version, name: 'Tên Mới', email: 'a@example.vn', personId: null })
    expect((await change(1)).statusCode).toBe(204)
    expect((await change(1)).statusCode).toBe(409)
    // Beyond the integers of a database.
    expect((await change(2 ** 40)).statusCode).toBe(400)
    expect((await visit.get(`/api/accounts/${id}`)).json()).toMatchObject({
      name: 'Tên Mới',
      email: 'a@example.vn',
      version: 2,
    })
  })

  it('is not made twice under one login, nor for a person who does not exist', async () => {
    const { visit } = await ofCity()
    const input = newAccount(city)
    expect((await visit.post('/api/accounts', input)).statusCode).toBe(200)
    expect((await visit.post('/api/accounts', input)).statusCode).toBe(409)
    expect((await visit.post('/api/accounts', { ...newAccount(city), personId: newId() })).statusCode).toBe(400)
  })

  it('all its sessions can be ended', async () => {
    const { visit } = await ofCity()
    const { id, visit: theirs } = await signedIn([officer()])
    expect((await visit.post(`/api/accounts/${id}/sessions/end`)).json()).toEqual({ ended: 1 })
    expect((await theirs.get('/api/own/security')).statusCode).toBe(401)
  })
})

describe('the person of an account', () => {
  const personOf = (name: string, root = city) => addPerson(database, name, { root, body: root })

  it('is chosen when it is made or changed, and shown by name', async () => {
    const { visit } = await ofCity()
    const [first, second] = [await personOf('Phạm Thị Một'), await personOf('Phạm Thị Hai')]
    const { id } = (await visit.post('/api/accounts', { ...newAccount(city), personId: first })).json()
    const shown = async () => (await visit.get(`/api/accounts/${id}`)).json()
    expect(await shown()).toMatchObject({ personId: first, personName: 'Phạm Thị Một' })
    const change = { version: 1, name: 'Phạm Thị Hai', email: null, personId: second }
    expect((await visit.post(`/api/accounts/${id}`, change)).statusCode).toBe(204)
    expect(await shown()).toMatchObject({ personId: second, personName: 'Phạm Thị Hai' })
    expect(await lastDeed()).toMatchObject({ before: { personId: first }, after: { personId: second } })
  })

  it('has one account in use: a new one only when the former is disabled, which then stays so', async () => {
    const { visit } = await ofCity()
    const personId = await personOf('Phạm Thị Ba')
    const { id } = (await visit.post('/api/accounts', { ...newAccount(city), personId })).json()
    const another = () => visit.post('/api/accounts', { ...newAccount(city), personId })
    expect((await another()).statusCode).toBe(409)
    await visit.post(`/api/accounts/${id}/disable`, { reason: 'thôi việc' })
    expect((await another()).statusCode).toBe(200)
    const enabled = await visit.post(`/api/accounts/${id}/enable`, { reason: 'trở lại' })
    expect([enabled.statusCode, enabled.body]).toEqual([409, expect.stringContaining('tài khoản khác đang mở')])
    const rename = { version: 2, name: 'Tên Cũ', email: null, personId }
    expect((await visit.post(`/api/accounts/${id}`, rename)).statusCode).toBe(204)
    await visit.post(`/api/accounts/${id}`, { ...rename, version: 3, personId: null })
    expect((await visit.post(`/api/accounts/${id}/enable`, { reason: 'trở lại' })).statusCode).toBe(204)
    expect((await visit.post(`/api/accounts/${id}`, { ...rename, version: 5 })).statusCode).toBe(409)
  })

  it('is none that the administrator cannot see', async () => {
    const { visit } = await ofCity()
    const personId = await personOf('Người Bộ', ministry)
    expect((await visit.post('/api/accounts', { ...newAccount(city), personId })).statusCode).toBe(400)
  })
})

describe('a role', () => {
  it('that is ended gives nothing from that moment on, or from the day after its last', async () => {
    const { visit } = await ofCity()
    const { id, holdings, visit: theirs } = await signedIn([officer()])
    const permissions = async () => (await theirs.get('/api/session')).json().account.permissions
    const end = (lastDay: string) =>
      visit.post(`/api/accounts/${id}/roles/${holdings[0]}/end`, { lastDay, reason: 'chuyển công tác' })
    expect((await end(today)).statusCode).toBe(204)
    expect(await permissions()).toContain('plans.write')
    expect((await end(addDays(today, -1))).statusCode).toBe(204)
    expect(await permissions()).not.toContain('plans.write')
    expect((await end('1999-01-01')).statusCode).toBe(400)
    expect(
      (await visit.post(`/api/accounts/${id}/roles/${newId()}/end`, { lastDay: today, reason: 'x' })).statusCode,
    ).toBe(404)
  })

  it('granted today by mistake is taken back whole', async () => {
    const { visit } = await ofCity()
    const { id } = await makeAccount(database.pool, { login: `m-${newId()}`, root: city })
    const { holdingId } = (
      await visit.post(`/api/accounts/${id}/roles`, { role: 'officer', bodyId: dept, validFrom: today })
    ).json()
    const end = { lastDay: addDays(today, -1), reason: 'nhầm' }
    expect((await visit.post(`/api/accounts/${id}/roles/${holdingId}/end`, end)).statusCode).toBe(204)
    expect((await visit.get(`/api/accounts/${id}`)).json().roles).toEqual([])
  })
})

it('nobody but an administrator sees or changes accounts', async () => {
  const { visit } = await signedIn([officer()])
  expect((await visit.get('/api/accounts')).statusCode).toBe(403)
  expect((await visit.post('/api/accounts', newAccount(city))).statusCode).toBe(403)
})
