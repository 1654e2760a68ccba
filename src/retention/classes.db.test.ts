import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { testApp } from '../../test/support/app.ts'
import { openTestDatabase, type TestDatabase } from '../../test/support/database.ts'
import { makeAccount } from '../../test/support/identity.ts'
import { addBody, addPerson } from '../../test/support/register.ts'
import { recogniseAs, testVisitor } from '../../test/support/visitor.ts'
import type { Scope } from '../db/scope.ts'
import { newId } from '../kernel/ids.ts'
import { loadLaw } from '../law/index.ts'
import { peopleRoutes } from '../people/index.ts'
import { slices } from '../slices.ts'
import { retentionRoutes } from './index.ts'

const law = loadLaw()
const classes = slices.flatMap((slice) => slice.retention ?? [])
const LONG_AGO = '2001-02-03'

let database: TestDatabase
let city: string
let health: string
const opened: FastifyInstance[] = []
beforeAll(async () => {
  database = await openTestDatabase()
})
afterAll(async () => {
  for (const app of opened) await app.close()
  await database.close()
})
beforeEach(async () => {
  city = await addBody(database, 'Thành phố', { level: 'province' })
  health = await addBody(database, 'Sở Y tế', { root: city })
})

/** Somebody who keeps house in the city, or as far as told. */
async function keeper(scope: Scope = { roots: [city] }): Promise<FastifyInstance> {
  const visitor = testVisitor(['retention.write', 'people.write'], scope)
  const routes = [...retentionRoutes(law, classes), ...peopleRoutes(law.data)]
  const app = await testApp(database, { routes, recognise: recogniseAs(visitor) })
  opened.push(app)
  return app
}

async function dueOf(app: FastifyInstance, id: string): Promise<{ id: string; due: number; before: string }> {
  return (await app.inject('/api/retention')).json().find((one: { id: string }) => one.id === id)
}

/** Deletes a class as its dry run shows it. */
async function purge(app: FastifyInstance, id: string) {
  const { before, due } = await dueOf(app, id)
  const payload = { class: id, before, due, reason: 'hết hạn lưu' }
  const deleted = (await app.inject({ method: 'POST', url: '/api/retention/purge', payload })).json()
  return { deleted, stillDue: (await dueOf(app, id)).due }
}

async function query<Row>(statement: string, ...values: unknown[]): Promise<Row[]> {
  return (await database.pool.query(statement, values)).rows
}

it('every class for which a time is set has its rows, and every class of rows a time', async () => {
  const listed = (await (await keeper()).inject('/api/retention')).json()
  const value = law.data.administered.find(({ id }) => id === 'retention-months')?.entries[0]?.value
  expect(listed.map(({ id }: { id: string }) => id).sort()).toEqual(Object.keys(value as object).sort())
})

describe('failed sign-ins', () => {
  it('go where they are past their time, for those who keep the whole installation only', async () => {
    for (const at of [LONG_AGO, 'now']) {
      const insert = 'insert into sign_in_failure (id, login_hash, address, at) values ($1, $2, $3, $4)'
      await query(insert, newId(), 'abc', '192.0.2.1', at)
    }
    expect((await dueOf(await keeper(), 'failed-sign-ins')).due).toBe(0)
    const whole = await keeper({ installation: true, roots: [city] })
    expect(await purge(whole, 'failed-sign-ins')).toEqual({ deleted: { deleted: 1 }, stillDue: 0 })
    expect(await query('select from sign_in_failure')).toHaveLength(1)
  })
})

describe('sessions', () => {
  async function open(account: string, on: string, more: { ended?: string; pending?: boolean } = {}) {
    const id = newId()
    await query(
      `insert into session (id, account_id, token_hash, means, pending_factor, address, program, opened_at, seen_at, expires_at, ended_at)
       values ($1, $2, $3, 'password', $4, '192.0.2.1', 'Trình duyệt', $5, $5, $5::timestamptz + interval '7 days', $6)`,
      ...[id, account, id, more.pending ?? false, on, more.ended ?? null],
    )
    return id
  }
  const left = (account: string) =>
    query<{ id: string; address: string }>(
      'select id, address from session where account_id = $1 order by seen_at',
      account,
    )

  it('that are over go; the last of an account only says when it was used', async () => {
    const { id: gone } = await makeAccount(database.pool, { login: `g-${newId()}`, root: city })
    await open(gone, '2001-01-01')
    await open(gone, LONG_AGO, { pending: true })
    const last = await open(gone, '2001-02-01')
    const { id: here } = await makeAccount(database.pool, { login: `h-${newId()}`, root: city })
    await open(here, LONG_AGO, { ended: LONG_AGO })
    const now = await open(here, new Date().toISOString())
    expect(await purge(await keeper(), 'sessions')).toEqual({ deleted: { deleted: 4 }, stillDue: 0 })
    expect(await left(gone)).toEqual([{ id: last, address: '' }])
    expect(await left(here)).toEqual([{ id: now, address: '192.0.2.1' }])
  })

  it('of accounts that others administer stay as they are', async () => {
    const { id } = await makeAccount(database.pool, { login: `o-${newId()}`, root: await addBody(database, 'Bộ') })
    await open(id, LONG_AGO)
    expect((await dueOf(await keeper(), 'sessions')).due).toBe(0)
  })
})

describe('rows of imports', () => {
  it('are emptied; the import keeps its line with the counts, and is undone no more', async () => {
    const [batch, person] = [newId(), await addPerson(database, 'Nguyễn Thị Nhập', { root: city, body: health })]
    await query(
      `insert into import_batch (id, root_id, body_id, kind, file_name, file_hash, mapping, account_id, done_at)
       values ($1, $2, $3, 'people', 'can-bo.xlsx', 'abc', '{}', $1, $4)`,
      ...[batch, city, health, LONG_AGO],
    )
    for (const [line, outcome, after] of [[3, 'added', '{"person": {}}'] as const, [4, 'rejected', null] as const]) {
      await query(
        `insert into import_row (id, batch_id, root_id, body_id, line, outcome, reasons, person_id, after)
         values ($1, $2, $3, $4, $5, $6, '[]', $7, $8)`,
        ...[newId(), batch, city, health, line, outcome, person, after],
      )
    }
    const app = await keeper()
    const imports = async () => (await app.inject('/api/people/imports')).json()
    expect(await imports()).toMatchObject([{ id: batch, emptied: false }])
    expect(await purge(app, 'import-rows')).toEqual({ deleted: { deleted: 2 }, stillDue: 0 })
    expect(await imports()).toMatchObject([{ id: batch, emptied: true, counts: { added: 1, rejected: 1 } }])
    const kept = 'select from import_row where batch_id = $1 and (after is not null or person_id is not null)'
    expect(await query(kept, batch)).toEqual([])
    const undone = await app.inject({ method: 'POST', url: `/api/people/imports/${batch}/undo`, payload: {} })
    expect([undone.statusCode, undone.body]).toEqual([422, expect.stringContaining('hết thời gian lưu')])
  })
})

describe('people who have left', () => {
  it('long ago lose what is sensitive, and keep name, posts and trips', async () => {
    const place = { root: city, body: health }
    const [former, relative, late] = [
      await addPerson(database, 'Trần Thị Cũ', place, { birthDate: '1950-01-02' }),
      await addPerson(database, 'Trần Văn Còn', place, { birthDate: '1970-01-02' }),
      await addPerson(database, 'Lê Thị Mới Nghỉ', place, { birthDate: '1960-01-02' }),
    ]
    await query(
      "update person set left_on = $2, email = 'a@example.vn', home = 'Số 1 phố Thử' where id = $1",
      former,
      LONG_AGO,
    )
    await query('update person set left_on = $2 where id = $1', late, new Date().toISOString().slice(0, 10))
    for (const [one, other] of [[former, relative] as const, [relative, former] as const]) {
      const kinship = `insert into kinship (id, person_id, relative_id, root_id, body_id, relation, declared_on)
        values ($1, $2, $3, $4, $5, 'sibling', $6)`
      await query(kinship, newId(), one, other, city, health, LONG_AGO)
    }
    const passport = `insert into passport (id, person_id, root_id, body_id, kind, number, issued_on, expires_on)
      values ($1, $2, $3, $4, 'official', $5, '2000-01-01', '2005-01-01')`
    const old = newId()
    await query(passport, old, former, city, health, `P${newId()}`)
    const visa = `insert into visa (id, passport_id, root_id, body_id, country, valid_from, valid_until, entries)
      values ($1, $2, $3, $4, 'JP', '2000-05-01', '2000-06-01', 'single')`
    await query(visa, newId(), old, city, health)

    const app = await keeper()
    expect(await purge(app, 'former-people')).toEqual({ deleted: { deleted: 1 }, stillDue: 0 })
    const [row] = await query<Record<string, unknown>>('select * from person where id = $1', former)
    expect(row).toMatchObject({
      name: 'Trần Thị Cũ',
      post_title: 'Chuyên viên',
      birth_date: null,
      email: null,
      home: null,
    })
    expect(await query('select number from passport where person_id = $1', former)).toEqual([{ number: null }])
    expect(await query('select from visa where passport_id = $1', old)).toEqual([])
    expect(await query('select title from post where person_id = $1', former)).toEqual([{ title: 'Chuyên viên' }])
    expect(await query('select from kinship where person_id in ($1, $2)', former, relative)).toEqual([])
    const born = 'select birth_date from person where id in ($1, $2) order by birth_date'
    expect(await query(born, relative, late)).toEqual([{ birth_date: '1960-01-02' }, { birth_date: '1970-01-02' }])
    const deeds = "select from audit_entry where action = 'retention.purged' and subject_id = 'former-people'"
    expect(await query(deeds)).toHaveLength(1)
  })
})
