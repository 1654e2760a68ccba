import { CompiledQuery } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { makeAccount, makeBody, makeSubstitution } from '../../test/support/identity.ts'
import { HOUSEKEEPING, inScope, type Scope } from '../db/scope.ts'
import { newId } from '../kernel/ids.ts'

/** Tables of this slice, with the column that says whose a row is. */
const SECRET = [
  'account_secret',
  'session',
  'passkey',
  'recovery_code',
  'one_time_link',
  'single_sign_on',
  'known_device',
  'sign_in_challenge',
]
const KNOWN = ['account', 'role_holding', 'substitution']

let database: TestDatabase
let own: { id: string; holdings: string[] }
let other: { id: string; holdings: string[] }
let city = ''
let ministry = ''

beforeAll(async () => {
  database = await openTestDatabase()
  city = await makeBody(database.pool, { name: 'Thành phố' })
  ministry = await makeBody(database.pool, { name: 'Bộ' })
  own = await makeAccount(database.pool, {
    login: 'minh',
    root: city,
    roles: [{ role: 'unit-head', body: city, root: city }],
  })
  other = await makeAccount(database.pool, {
    login: 'khac',
    root: ministry,
    roles: [{ role: 'unit-head', body: ministry, root: ministry }],
  })
  for (const [one, another] of [
    [own, other],
    [other, own],
  ] as const) {
    const id = one.id
    const root = one === own ? city : ministry
    await makeSubstitution(database.pool, {
      holding: one.holdings[0] ?? '',
      account: another.id,
      root,
      from: '2026-01-01',
      to: '2026-12-31',
    })
    const add = (statement: string) => database.pool.query(statement.replaceAll('$id', `'${newId()}'`), [id])
    await add(
      "insert into session (id, account_id, token_hash, means, address, program, expires_at) values ($id, $1, $id, 'password', '', '', now())",
    )
    await add(
      "insert into passkey (id, account_id, public_key, counter, transports, name) values ($id, $1, '', 0, '{}', 'khóa')",
    )
    await add("insert into recovery_code (id, account_id, code_hash) values ($id, $1, '')")
    await add('insert into one_time_link (id, account_id, token_hash, expires_at) values ($id, $1, $id, now())')
    await add("insert into single_sign_on (issuer, subject, account_id) values ('x', $id, $1)")
    await add('insert into known_device (id, account_id, token_hash, expires_at) values ($id, $1, $id, now())')
    await add(
      "insert into sign_in_challenge (id, account_id, kind, content, expires_at) values ($id, $1, 'x', '{}', now())",
    )
  }
  await database.pool.query("insert into sign_in_failure (id, login_hash, address) values ($1, 'x', 'y')", [newId()])
})
afterAll(() => database.close())

/** How many rows a statement meets in this scope, as the application's role. Nothing of it stays. */
async function rows(scope: Scope, statement: string): Promise<number> {
  let count = 0
  const undone = inScope(database.pool, scope, async (transaction) => {
    const { rows: found, numAffectedRows } = await transaction.executeQuery(CompiledQuery.raw(statement))
    count = numAffectedRows === undefined ? found.length : Number(numAffectedRows)
    throw UNDO
  })
  await undone.catch((error: unknown) => {
    if (error !== UNDO) throw error
  })
  return count
}

const UNDO = new Error('undo')

const self = (): Scope => ({ account: own.id, permission: 'own.write', writes: true })
const administrator = (permission = 'accounts.write'): Scope => ({
  account: newId(),
  permission,
  roots: [city],
  writes: permission === 'accounts.write',
})
const anotherRoot = (): Scope => ({ account: newId(), permission: 'accounts.write', roots: [newId()], writes: true })
const reader = (): Scope => ({ account: newId(), permission: 'plans.write', roots: [city, ministry], writes: true })

it('every table of the slice has forced row-level security', async () => {
  const { rows: tables } = await database.pool.query(
    'select relname from pg_class where relname = any ($1) and relrowsecurity and relforcerowsecurity',
    [[...SECRET, ...KNOWN, 'sign_in_failure', 'installation']],
  )
  expect(tables).toHaveLength(SECRET.length + KNOWN.length + 2)
})

describe.each(SECRET)('of %s', (table) => {
  it('nobody who is not signed in sees a row', async () => {
    expect(await rows({}, `select from ${table}`)).toBe(0)
  })

  it('one sees one’s own only, whatever one administers otherwise', async () => {
    expect(await rows(self(), `select from ${table}`)).toBe(1)
    expect(await rows(self(), `select from ${table} where account_id = '${other.id}'`)).toBe(0)
    expect(await rows(reader(), `select from ${table}`)).toBe(0)
  })

  it('the administrator of another root sees and removes none', async () => {
    expect(await rows(anotherRoot(), `select from ${table}`)).toBe(0)
    expect(await rows(anotherRoot(), `delete from ${table}`)).toBe(0)
  })

  it('a permission that only reads removes none', async () => {
    expect(await rows({ ...self(), permission: 'own.read', writes: false }, `delete from ${table}`)).toBe(0)
  })
})

it.each(SECRET.filter((table) => table !== 'sign_in_challenge'))(
  'the administrator of a root sees the rows of its accounts in %s',
  async (table) => {
    expect(await rows(administrator('accounts.read'), `select from ${table}`)).toBe(1)
  },
)

describe.each(KNOWN)('of %s', (table) => {
  it('everybody signed in sees all, nobody else any', async () => {
    expect(await rows(reader(), `select from ${table}`)).toBe(2)
    expect(await rows({}, `select from ${table}`)).toBe(0)
  })

  it('nobody changes any without the right to', async () => {
    const column = table === 'account' ? 'name = name' : 'document = document'
    expect(await rows(reader(), `update ${table} set ${column}`)).toBe(0)
    expect(await rows(self(), `update ${table} set ${column}`)).toBe(0)
    expect(await rows(anotherRoot(), `update ${table} set ${column}`)).toBe(0)
    expect(await rows(administrator('accounts.read'), `update ${table} set ${column}`)).toBe(0)
    expect(await rows(administrator(), `update ${table} set ${column}`)).toBe(1)
  })
})

it('nobody gives a role to themselves, not even past the use case', async () => {
  const insert = (account: string, root: string) =>
    `insert into role_holding (id, account_id, role, body_id, root_id, valid_from)
     values ('${newId()}', '${account}', 'authority', '${root}', '${root}', '2026-01-01')`
  expect(await rows(administrator(), insert(own.id, city))).toBe(1)
  await expect(rows({ ...administrator(), account: own.id }, insert(own.id, city))).rejects.toThrow(
    'row-level security',
  )
  await expect(rows(administrator(), insert(other.id, city))).rejects.toThrow('row-level security')
  await expect(rows(administrator(), insert(own.id, ministry))).rejects.toThrow('row-level security')
})

it('a holder appoints for the own role only', async () => {
  const holder: Scope = { account: own.id, permission: 'substitutes.write', writes: true }
  const insert = (holding = '') =>
    `insert into substitution (id, holding_id, account_id, root_id, document, valid_from, valid_to)
     values ('${newId()}', '${holding}', '${other.id}', null, 'x', '2026-01-01', '2026-01-02')`
  expect(await rows(holder, insert(own.holdings[0]))).toBe(1)
  await expect(rows(holder, insert(other.holdings[0]))).rejects.toThrow('row-level security')
})

it('failed attempts and the kind of installation are for the server', async () => {
  expect(await rows(administrator(), 'select from sign_in_failure')).toBe(0)
  expect(await rows(HOUSEKEEPING, 'select from sign_in_failure')).toBe(1)
  expect(await rows({}, 'select from installation')).toBe(1)
  expect(await rows(administrator(), "update installation set mode = 'sample'")).toBe(0)
  await expect(rows(HOUSEKEEPING, 'delete from installation')).rejects.toThrow('permission denied')
})
