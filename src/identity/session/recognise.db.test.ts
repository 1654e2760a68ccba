import type { FastifyInstance, FastifyRequest } from 'fastify'
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
import type { Visitor } from '../../http/who.ts'
import { addDays, dayInVietnam } from '../../kernel/day.ts'
import { newId } from '../../kernel/ids.ts'
import { recogniser } from './recognise.ts'
import { SESSION_COOKIE } from './token.ts'

let database: TestDatabase
let app: FastifyInstance
const today = dayInVietnam(new Date())
const [yesterday, tomorrow] = [addDays(today, -1), addDays(today, 1)]
const ids = {
  city: '',
  dept: '',
  division: '',
  former: '',
  formerDivision: '',
  older: '',
  ended: '',
  sister: '',
  ministry: '',
  mission: '',
  otherCity: '',
  swallowed: '',
}

beforeAll(async () => {
  database = await openTestDatabase()
  app = await identityApp(database)
  const { pool } = database
  ids.city = await makeBody(pool, { name: 'Thành phố' })
  const under = (name: string, parent: string, more: { from?: string; to?: string } = {}) =>
    makeBody(pool, { name, parent, root: ids.city, ...more })
  ids.dept = await under('Sở', ids.city)
  ids.division = await under('Phòng', ids.dept)
  ids.sister = await under('Sở khác', ids.city)
  ids.former = await under('Sở cũ', ids.city, { to: '2025-02-28' })
  ids.formerDivision = await under('Phòng của sở cũ', ids.former, { to: '2025-02-28' })
  ids.older = await under('Sở cũ nữa', ids.city, { to: '2008-07-31' })
  ids.ended = await under('Phòng đã thôi', ids.dept, { to: '2020-12-31' })
  ids.ministry = await makeBody(pool, { name: 'Bộ' })
  ids.mission = await makeBody(pool, { name: 'Đại sứ quán', parent: ids.ministry, root: ids.ministry, mission: true })
  ids.otherCity = await makeBody(pool, { name: 'Tỉnh cũ', to: '2025-06-30' })
  ids.swallowed = await makeBody(pool, {
    name: 'Ban của bộ',
    parent: ids.ministry,
    root: ids.ministry,
    to: '2025-02-28',
  })
  const succession = (from: string, to: string, kind: string, day: string) =>
    pool.query('insert into body_succession (id, from_body_id, to_body_id, kind, on_day) values ($1, $2, $3, $4, $5)', [
      newId(),
      from,
      to,
      kind,
      day,
    ])
  await succession(ids.former, ids.dept, 'merged', '2025-03-01')
  await succession(ids.older, ids.former, 'taken-over', '2008-08-01')
  await succession(ids.sister, ids.dept, 'split', '2010-01-01')
  await succession(ids.otherCity, ids.city, 'merged', '2025-07-01')
  await succession(ids.swallowed, ids.dept, 'taken-over', '2025-03-01')
  const country = (code: string, from: string, to: string | null) =>
    pool.query('insert into mission_country (id, body_id, country, valid_from, valid_to) values ($1, $2, $3, $4, $5)', [
      newId(),
      ids.mission,
      code,
      from,
      to,
    ])
  await country('FR', '2000-01-01', null)
  await country('MC', '2000-01-01', yesterday)
  await country('AD', tomorrow, null)
  await pool.query('insert into body_reporting (id, root_id, to_body_id, valid_from) values ($1, $2, $3, $4)', [
    newId(),
    ids.city,
    ids.ministry,
    '2000-01-01',
  ])
})
afterAll(async () => {
  await app.close()
  await database.close()
})

/** How the server sees whoever holds these roles, after signing in. */
async function visitorWith(...roles: TestRole[]): Promise<Visitor> {
  const login = `r-${newId()}`
  await makeAccount(database.pool, { login, roles })
  return recognised(await signedIn(login))
}

async function signedIn(login: string): Promise<Visit> {
  const visit = new Visit(app)
  expect((await visit.signIn(login)).json()).toEqual({ state: 'signed-in', factors: [] })
  return visit
}

function recognised(visit: Visit): Promise<Visitor> {
  return recogniser(database.pool)({ cookies: Object.fromEntries(visit.cookies) } as unknown as FastifyRequest)
}

describe('a role reaches', () => {
  it('as an officer: the body, what is under it, what was merged into it and what ended under it', async () => {
    const who = await visitorWith({ role: 'officer', body: ids.dept, root: ids.city })
    const { bodies, ...rest } = who.reach('plans.write')
    expect(rest).toEqual({})
    const { dept, division, former, formerDivision, older, ended, swallowed } = ids
    expect([...(bodies ?? [])].sort()).toEqual([dept, division, former, formerDivision, older, ended, swallowed].sort())
  })

  it('as an officer of the body at the top: the whole root, in one word', async () => {
    const who = await visitorWith({ role: 'officer', body: ids.city, root: ids.city })
    expect(new Set(who.reach('plans.write').roots)).toEqual(new Set([ids.city, ids.otherCity]))
  })

  it('as the department of foreign affairs: the whole root with what was merged into it', async () => {
    const who = await visitorWith({ role: 'foreign-affairs', body: ids.dept, root: ids.city })
    const { roots, bodies } = who.reach('plans.consolidate')
    expect(new Set(roots)).toEqual(new Set([ids.city, ids.otherCity]))
    expect(bodies).toContain(ids.swallowed)
  })

  it('at the centre: also the roots that report to it', async () => {
    const who = await visitorWith({ role: 'foreign-affairs', body: ids.ministry, root: ids.ministry })
    expect(who.reach('plans.read')).toMatchObject({ roots: [ids.ministry], reportingRoots: [ids.city] })
  })

  it('as a mission: the countries that it covers today', async () => {
    const who = await visitorWith({ role: 'mission', body: ids.mission, root: ids.ministry })
    expect(who.reach('plans.read')).toEqual({ countries: ['FR'], bodies: [ids.mission] })
  })

  it('with two roles: as far as both, each permission by the roles that give it', async () => {
    const who = await visitorWith(
      { role: 'officer', body: ids.division, root: ids.city },
      { role: 'inspector', body: ids.ministry, root: ids.ministry },
    )
    expect(who.reach('plans.write')).toEqual({ bodies: [ids.division] })
    expect(who.reach('audit.read').roots).toEqual([ids.ministry])
    expect(who.reach('plans.read')).toMatchObject({ roots: [ids.ministry] })
    expect(who.reach('plans.read').bodies).toContain(ids.division)
    expect(who.reach('plans.approve')).toEqual({})
  })

  it('only on its days', async () => {
    const held = (from: string, to?: string): TestRole => ({
      role: 'unit-head',
      body: ids.dept,
      root: ids.city,
      from,
      ...(to ? { to } : {}),
    })
    const may = async (role: TestRole) => (await visitorWith(role)).permissions.has('plans.sign')
    expect(await may(held(today, today))).toBe(true)
    expect(await may(held('2000-01-01', yesterday))).toBe(false)
    expect(await may(held(tomorrow))).toBe(false)
  })

  it('nothing without one, but one’s own things', async () => {
    const who = await visitorWith()
    expect([...who.permissions]).toEqual(['public', 'law.read', 'law.check', 'session.open', 'own.read', 'own.write'])
  })
})

describe('what a server knows of the bodies', () => {
  /** One server for the whole test, asked again and again by the same session. */
  async function asking(...roles: TestRole[]) {
    const login = `k-${newId()}`
    await makeAccount(database.pool, { login, roles })
    const request = { cookies: Object.fromEntries((await signedIn(login)).cookies) } as unknown as FastifyRequest
    const recognise = recogniser(database.pool)
    return async () => recognise(request)
  }

  it('holds until a body is put under another, and no longer', async () => {
    const again = await asking({ role: 'officer', body: ids.division, root: ids.city })
    expect((await again()).reach('plans.write').bodies).toEqual([ids.division])
    expect((await again()).reach('plans.write').bodies).toEqual([ids.division])
    const group = await makeBody(database.pool, { name: 'Tổ', parent: ids.division, root: ids.city })
    expect((await again()).reach('plans.write').bodies).toEqual([ids.division, group])
    await database.pool.query('update body_version set parent_id = $1 where body_id = $2', [ids.sister, group])
    expect((await again()).reach('plans.write').bodies).toEqual([ids.division])
    await database.pool.query('delete from body_version where body_id = $1', [group])
  })

  it.each([
    [
      'is added',
      'insert into mission_country (id, body_id, country, valid_from) values ($1, $2, $3, $4)',
      ['FR', 'LU'],
    ],
    [
      'is taken away',
      'delete from mission_country where country = $3 and (id <> $1 and body_id = $2 and valid_from = $4)',
      ['FR'],
    ],
  ])('holds until a country of a mission %s', async (_, statement, countries) => {
    const again = await asking({ role: 'mission', body: ids.mission, root: ids.ministry })
    await again()
    await database.pool.query(statement, [newId(), ids.mission, 'LU', '2000-01-01'])
    expect((await again()).reach('plans.read').countries).toEqual(countries)
  })

  it('is asked for anew where a role is held in a body of which nobody has asked', async () => {
    const login = `n-${newId()}`
    const { id } = await makeAccount(database.pool, {
      login,
      roles: [{ role: 'officer', body: ids.division, root: ids.city }],
    })
    const request = { cookies: Object.fromEntries((await signedIn(login)).cookies) } as unknown as FastifyRequest
    const recognise = recogniser(database.pool)
    await recognise(request)
    await database.pool.query(
      "insert into role_holding (id, account_id, role, body_id, root_id, valid_from) values ($1, $2, 'officer', $3, $4, '2000-01-01')",
      [newId(), id, ids.sister, ids.city],
    )
    expect((await recognise(request)).reach('plans.write').bodies).toEqual([ids.division, ids.sister])
  })

  it('is not taken from a transaction that is undone', async () => {
    const again = await asking({ role: 'officer', body: ids.division, root: ids.city })
    await again()
    const client = await database.pool.connect()
    await client.query('begin')
    await client.query('update body_version set parent_id = $1 where body_id = $2', [ids.division, ids.sister])
    await client.query('rollback')
    client.release()
    expect((await again()).reach('plans.write').bodies).toEqual([ids.division])
  })
})

describe('an administrator', () => {
  it('without a second factor may only add one', async () => {
    const who = await visitorWith({ role: 'administrator', body: null, root: null })
    expect(who.permissions.has('accounts.read')).toBe(false)
    expect(who.permissions.has('own.write')).toBe(true)
  })

  it('of the installation reaches every root', async () => {
    const login = `a-${newId()}`
    const { id } = await makeAccount(database.pool, {
      login,
      roles: [{ role: 'administrator', body: null, root: null }],
    })
    const visit = await signedIn(login)
    await database.pool.query(
      "update account_secret set totp_secret = 'ABCDEFGH', totp_confirmed_at = now() where account_id = $1",
      [id],
    )
    const { installation, roots = [] } = (await recognised(visit)).reach('accounts.write')
    expect(installation).toBe(true)
    expect(new Set(roots)).toEqual(new Set([ids.city, ids.ministry, ids.otherCity]))
  })
})

describe('a substitute', () => {
  async function substitute(from: string, to: string) {
    const login = `s-${newId()}`
    const head = await makeAccount(database.pool, {
      login: `h-${newId()}`,
      name: 'Thủ trưởng Thử',
      root: ids.city,
      roles: [{ role: 'unit-head', body: ids.dept, root: ids.city }],
    })
    const { id } = await makeAccount(database.pool, { login, root: ids.city })
    const holding = head.holdings[0] ?? ''
    const substitution = await makeSubstitution(database.pool, { holding, account: id, root: ids.city, from, to })
    return { visit: await signedIn(login), head: head.id, holding, substitution }
  }

  it('acts on the holder’s behalf, as far as the holder, and appoints nobody further', async () => {
    const { visit, head } = await substitute(today, today)
    const who = await recognised(visit)
    expect(who.onBehalfOf('plans.sign')).toEqual({ accountId: head, name: 'Thủ trưởng Thử', document: '12/GUQ' })
    expect(who.onBehalfOf('own.write')?.accountId).toBe(head)
    expect(who.reach('plans.sign').bodies).toContain(ids.division)
    expect(who.permissions.has('substitutes.write')).toBe(false)
  })

  it.each([
    ['before its first day', tomorrow, tomorrow],
    ['after its last day', '2020-01-01', yesterday],
  ])('is none %s', async (_, from, to) => {
    const { visit } = await substitute(from, to)
    expect((await recognised(visit)).permissions.has('plans.sign')).toBe(false)
  })

  it.each([
    ['it is ended', 'update substitution set ended_at = now() where id = $1', 'substitution'],
    ['the holder’s role ends', `update role_holding set valid_to = '${yesterday}' where id = $1`, 'holding'],
    ['the holder’s account is disabled', 'update account set disabled_at = now() where id = $1', 'head'],
  ] as const)('is none from the moment %s', async (_, statement, which) => {
    const made = await substitute('2020-01-01', tomorrow)
    expect((await recognised(made.visit)).permissions.has('plans.sign')).toBe(true)
    await database.pool.query(statement, [made[which]])
    expect((await recognised(made.visit)).permissions.has('plans.sign')).toBe(false)
  })

  it('acts in the own name where the own role gives the same permission', async () => {
    const { visit } = await substitute(today, today)
    const own = (await recognised(visit)).account?.id
    await database.pool.query(
      "insert into role_holding (id, account_id, role, body_id, root_id, valid_from) values ($1, $2, 'unit-head', $3, $4, '2000-01-01')",
      [newId(), own, ids.sister, ids.city],
    )
    const who = await recognised(visit)
    expect(who.onBehalfOf('plans.sign')).toBeUndefined()
    expect(who.reach('plans.sign').bodies).toEqual(expect.arrayContaining([ids.dept, ids.sister]))
  })
})

describe('a session gives nothing', () => {
  it.each([
    ['once ended', 'update session set ended_at = now() where account_id = $1'],
    [
      'after twelve hours without use',
      "update session set seen_at = now() - interval '12 hours' where account_id = $1",
    ],
    ['after seven days', 'update session set expires_at = now() where account_id = $1'],
    ['while its second factor is asked for', 'update session set pending_factor = true where account_id = $1'],
    ['of a disabled account', 'update account set disabled_at = now() where id = $1'],
  ])('%s', async (_, statement) => {
    const login = `x-${newId()}`
    const { id } = await makeAccount(database.pool, { login })
    const visit = await signedIn(login)
    expect((await recognised(visit)).account?.id).toBe(id)
    await database.pool.query(statement, [id])
    expect((await recognised(visit)).account).toBeUndefined()
    expect((await visit.get('/api/own/security')).statusCode).toBe(401)
  })

  it('for a token that is none', async () => {
    const visit = new Visit(app)
    visit.cookies.set(SESSION_COOKIE, 'x'.repeat(43))
    expect((await recognised(visit)).account).toBeUndefined()
  })
})

it('the token is kept as its hash only, in a cookie that scripts cannot read', async () => {
  const login = `c-${newId()}`
  await makeAccount(database.pool, { login })
  const visit = new Visit(app)
  const answer = await visit.signIn(login)
  const cookie = answer.cookies.find(({ name }) => name === SESSION_COOKIE)
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: 'Lax', path: '/' })
  const { rows } = await database.pool.query('select count(*)::int as count from session where token_hash = $1', [
    cookie?.value,
  ])
  expect(rows).toEqual([{ count: 0 }])
})
