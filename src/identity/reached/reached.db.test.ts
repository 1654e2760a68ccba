import { afterAll, beforeAll, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../../test/support/database.ts'
import { makeAccount, makeBody, makeSubstitution } from '../../../test/support/identity.ts'
import { HOUSEKEEPING, inScope } from '../../db/scope.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Role } from '../roles.ts'
import { visitorOfAccount } from './account-visitor.ts'
import { accountsReaching, type Place } from './store.ts'

const DAY = '2026-11-23'

let database: TestDatabase
let city: string
let department: string
let centre: string
let mission: string
const names = new Map<string, string>()

beforeAll(async () => {
  database = await openTestDatabase()
  const { pool } = database
  city = await makeBody(pool, { name: 'Thành phố' })
  department = await makeBody(pool, { name: 'Sở', parent: city, root: city })
  centre = await makeBody(pool, { name: 'Trung tâm', parent: department, root: city })
  mission = await makeBody(pool, { name: 'Đại sứ quán', mission: true })
  await pool.query(
    `insert into mission_country (id, body_id, country, valid_from) values (gen_random_uuid(), $1, 'JP', '2020-01-01')`,
    [mission],
  )
  const elsewhere = await makeBody(pool, { name: 'Tỉnh khác' })
  await add('officer of the centre', 'officer', centre)
  await add('officer of the department', 'officer', department)
  await add('officer of the city', 'officer', city)
  await add('former officer', 'officer', department, { to: '2026-11-22' })
  await add('officer to come', 'officer', department, { from: '2026-11-24' })
  await add('officer elsewhere', 'officer', elsewhere, { root: elsewhere })
  await add('examiner', 'foreign-affairs', department)
  await add('examiner elsewhere', 'foreign-affairs', elsewhere, { root: elsewhere })
  await add('ambassador', 'mission', mission, { root: mission })
  await add('administrator', 'administrator', city)
})
afterAll(() => database.close())

async function add(name: string, role: Role, body: string, more: { root?: string; from?: string; to?: string } = {}) {
  const { root = city, ...days } = more
  const login = name.replaceAll(' ', '.')
  const made = await makeAccount(database.pool, { login, name, root, roles: [{ role, body, root, ...days }] })
  names.set(made.id, name)
  return made
}

/** The names of those who reach it. */
async function reaching(permission: Permission, place: Partial<Place> = {}): Promise<string[]> {
  const found = await inScope(database.pool, HOUSEKEEPING, (transaction) =>
    accountsReaching(transaction, permission, { bodyId: centre, rootId: city, ...place }, DAY),
  )
  return found.map((id) => names.get(id) ?? id).sort()
}

it('those who write for a body are those of the body and of the bodies above it, on that day', async () => {
  expect(await reaching('dossiers.write')).toEqual([
    'officer of the centre',
    'officer of the city',
    'officer of the department',
  ])
  expect(await reaching('dossiers.write', { bodyId: department })).toEqual([
    'officer of the city',
    'officer of the department',
  ])
})

it('a role over a root reaches all of it and nothing of another', async () => {
  expect(await reaching('dossiers.examine')).toEqual(['examiner'])
})

it('a mission is found by its country', async () => {
  expect(await reaching('dossiers.read', { countries: ['JP'], roles: ['mission'] })).toEqual(['ambassador'])
  expect(await reaching('dossiers.read', { countries: ['FR'], roles: ['mission'] })).toEqual([])
})

it('those who belong to the body it comes from can be left out', async () => {
  const except = { personIds: [] }
  expect(await reaching('dossiers.examine', { bodyId: department, except })).toEqual([])
  expect(await reaching('dossiers.examine', { except })).toEqual(['examiner'])
})

it('those who write or sign for it from above can be left out; whoever decides from there cannot', async () => {
  const except = { personIds: [] }
  const { id: head } = await add('head of the department', 'foreign-affairs', city)
  await add('authority of the city', 'authority', city)
  expect(await reaching('dossiers.examine', { except })).toEqual(['examiner', 'head of the department'])
  await database.pool.query(
    `insert into role_holding (id, account_id, role, body_id, root_id, valid_from)
      values (gen_random_uuid(), $1, 'unit-head', $2, $3, '2020-01-01')`,
    [head, department, city],
  )
  expect(await reaching('dossiers.examine', { except })).toEqual(['examiner'])
  expect(await reaching('dossiers.decide', { except })).toEqual(['authority of the city'])
  // What belongs to the top itself is the own affair of whoever holds a role there.
  expect(await reaching('dossiers.decide', { bodyId: city, except })).toEqual([])
  await database.pool.query('delete from role_holding where account_id = $1', [head])
})

it('a substitute is found for as long as the substitution lasts', async () => {
  const { holdings } = await add('second examiner', 'foreign-affairs', city)
  const { id } = await makeAccount(database.pool, { login: 'substitute', root: city })
  names.set(id, 'substitute')
  const term = { from: '2026-11-01', to: DAY }
  await makeSubstitution(database.pool, { holding: holdings[0] ?? '', account: id, root: city, ...term })
  expect(await reaching('dossiers.examine')).toEqual(['examiner', 'second examiner', 'substitute'])
  // Whoever only stands in for somebody whose own affair it is has no say in it either.
  expect(await reaching('dossiers.examine', { bodyId: city, except: { personIds: [] } })).toEqual(['examiner'])
  await database.pool.query('update account set disabled_at = now() where login = $1', ['second.examiner'])
  expect(await reaching('dossiers.examine')).toEqual(['examiner'])
})

it('it is the opposite of how far an account reaches', async () => {
  const ids = [...names.keys()]
  for (const permission of ['dossiers.write', 'dossiers.examine', 'dossiers.read', 'people.write'] as const) {
    const forward = await inScope(database.pool, HOUSEKEEPING, async (transaction) => {
      const found: string[] = []
      for (const id of ids) {
        const who = await visitorOfAccount(transaction, id, DAY)
        // Who reaches by a country is asked for by the country.
        if (!who?.permissions.has(permission) || names.get(id) === 'ambassador') continue
        const { bodies = [], roots = [] } = who.reach(permission)
        if (bodies.includes(centre) || roots.includes(city)) found.push(names.get(id) ?? id)
      }
      return found.sort()
    })
    // An administrator without a second factor may do nothing yet.
    expect((await reaching(permission)).filter((name) => name !== 'administrator')).toEqual(forward)
  }
})
