import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inScope, type Scope } from '../src/db/scope.ts'
import { ROLE_CODES, recogniser } from '../src/identity/index.ts'
import { dayInVietnam } from '../src/kernel/day.ts'
import { changes, OPEN_TO_ALL, PERMISSIONS } from '../src/kernel/permissions.ts'
import { loadCases } from '../src/law/index.ts'
import { slices } from '../src/slices.ts'
import { makeCommittees } from './permissions/committees.ts'
import { entries } from './permissions/entries.ts'
import { ALWAYS_ADDED_TO, CHANGES_OUTSIDE, NOT_AUDITED } from './permissions/reasons.ts'
import { tableOf } from './permissions/table.ts'
import { makeUploads } from './permissions/uploads.ts'
import { type Caller, makeCallers } from './permissions/visitors.ts'
import { type Cell, endpointOf, Undone, walk } from './permissions/walk.ts'
import { buildWorld, NEW_PROCEDURE, type World } from './permissions/world.ts'
import { testApp } from './support/app.ts'
import { openTestDatabase, type TestDatabase } from './support/database.ts'
import { testFiles } from './support/files.ts'
import { laneFrom, lawWith } from './support/law.ts'

/** As good as no dossier is drawn to be examined in full. */
const NEVER_DRAWN = { part: 1, of: 1_000_000_000 }

const ground = {
  law: lawWith(laneFrom(NEW_PROCEDURE, NEVER_DRAWN)),
  cases: loadCases(),
  files: testFiles(),
  config: { publicUrl: undefined, singleSignOn: undefined },
}
const bySlice = slices.map((slice) => ({ name: slice.name, routes: slice.routes(ground) }))
const routes = bySlice.flatMap((slice) => slice.routes)
const addresses = routes.map(({ endpoint: { method, path } }) => `${method} ${path}`)

/** Runs each of the statements, undoes it, and keeps those that changed a row or were refused for want of something else than the right. */
const TRY_EACH = `do $$
declare
  statement text;
  passed text[] := '{}';
  changed bigint;
begin
  foreach statement in array string_to_array(current_setting('test.statements'), e'\\n') loop
    begin
      execute statement;
      get diagnostics changed = row_count;
      if changed > 0 then passed := passed || statement; end if;
      raise exception sqlstate 'UNDON';
    exception
      when sqlstate 'UNDON' or insufficient_privilege then null;
      when others then passed := passed || statement;
    end;
  end loop;
  perform set_config('test.passed', array_to_string(passed, e'\\n'), true);
end $$`

it('every endpoint has an entry, and every entry an endpoint', () => {
  const named = new Set(Object.keys(entries).map(endpointOf))
  expect({
    'endpoints without an entry in test/permissions/entries*.ts': addresses.filter((address) => !named.has(address)),
    'entries without an endpoint': [...named].filter((address) => !addresses.includes(address)),
  }).toEqual({
    'endpoints without an entry in test/permissions/entries*.ts': [],
    'entries without an endpoint': [],
  })
})

describe('every endpoint, asked by every role about what is within its scope and what is not:', () => {
  let database: TestDatabase
  let app: FastifyInstance
  let world: World
  let callers: Caller[]
  let cells: Cell[]

  beforeAll(async () => {
    database = await openTestDatabase()
    const { pool } = database
    world = await buildWorld(pool, routes, dayInVietnam(new Date()))
    callers = await makeCallers(pool, world)
    await makeUploads(pool, callers)
    await makeCommittees(pool, callers, world.today)
    const undone = new Undone()
    app = await testApp(database, { routes, recognise: recogniser(pool), transact: undone.inScope })
    cells = await walk(app, undone, { routes, entries, callers, world })
  }, 900_000)
  afterAll(async () => {
    await app?.close()
    await database?.close()
  })

  /** Cells that are not as they should be, each in one line. */
  function named(which: (cell: Cell) => boolean): string[] {
    return cells
      .filter(which)
      .map(({ row, column, scope, outcome, answer }) => `${column} ${scope}: ${row} → ${outcome} ${answer}`)
  }

  it('every role is asked for', () => {
    expect(new Set(callers.flatMap(({ role }) => role ?? []))).toEqual(new Set(ROLE_CODES))
  })

  it('no request brings the server to an error, or is wrong in its form', () => {
    expect(named(({ outcome }) => Number(outcome) >= 500)).toEqual([])
    expect(named(({ outcome, allowed, scope }) => outcome === '400' && allowed && scope === 'own')).toEqual([])
  })

  it('nobody gets anything but a request to sign in, save from what is open to all', () => {
    const closed = ({ permission }: Cell) => !OPEN_TO_ALL.has(permission)
    expect(named((cell) => cell.column === 'nobody' && closed(cell) && cell.outcome !== '401')).toEqual([])
    expect(named((cell) => cell.column !== 'nobody' && closed(cell) && cell.outcome === '401')).toEqual([])
  })

  it('a role without the permission is refused', () => {
    const lacking = ({ column, allowed }: Cell) => column !== 'nobody' && !allowed
    expect(named((cell) => lacking(cell) && cell.outcome !== '403')).toEqual([])
  })

  it('every role with a permission reaches something by it', () => {
    const reached = (row: string) => cells.some((cell) => endpointOf(cell.row) === row && cell.outcome === '✓')
    const unreached = addresses.filter((address) => !reached(address))
    expect(unreached).toEqual([
      'POST /api/session/totp',
      'POST /api/session/recovery-code',
      'POST /api/session/passkey',
      'GET /api/session/single-sign-on',
      'GET /api/session/single-sign-on/callback',
      'POST /api/own/passkeys',
    ])
  })

  it('nothing is changed outside the caller’s scope', () => {
    const outside = new Set(callers.filter(({ column }) => column !== 'install').map(({ column }) => column))
    const changed = named(
      ({ row, method, permission, column, scope, outcome }) =>
        method === 'POST' &&
        changes(permission) &&
        scope === 'other' &&
        outcome === '✓' &&
        outside.has(column) &&
        !(row in CHANGES_OUTSIDE),
    )
    expect(changed).toEqual([])
  })

  it('whatever is done leaves an entry in the audit trail of the same transaction', () => {
    const silent = ({ method, outcome, audited }: Cell) => method === 'POST' && outcome === '✓' && audited === 0
    const keys = ({ row, column }: Cell) => [endpointOf(row), `${column}: ${endpointOf(row)}`]
    const excused = (cell: Cell) => keys(cell).some((key) => key in NOT_AUDITED)
    expect(named((cell) => silent(cell) && !excused(cell))).toEqual([])
    const needless = Object.keys(NOT_AUDITED).filter(
      (key) => !cells.some((cell) => keys(cell).includes(key) && silent(cell)),
    )
    expect(needless).toEqual([])
  })

  it('is as test/permissions/matrix.txt says', async () => {
    const sliceOf = (address: string) =>
      bySlice.find((slice) => slice.routes.some(({ endpoint }) => `${endpoint.method} ${endpoint.path}` === address))
        ?.name ?? ''
    await expect(tableOf(cells, callers, sliceOf)).toMatchFileSnapshot('./permissions/matrix.txt')
  })

  describe('a permission that only reads', () => {
    const reading = PERMISSIONS.filter((permission) => !changes(permission))

    it('adds, changes and removes no row of any table, however far it reaches', async () => {
      const { rows: tables } = await database.pool.query<{ name: string; column: string }>(
        `select relname as name, (select attname from pg_attribute where attrelid = pg_class.oid and attnum > 0
           and not attisdropped order by has_column_privilege('doan_ra_app', attrelid, attnum, 'update') desc, attnum limit 1
         ) as column from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
         and (has_table_privilege('doan_ra_app', oid, 'insert') or has_table_privilege('doan_ra_app', oid, 'delete'))
         order by relname`,
      )
      expect(tables.length).toBeGreaterThan(30)
      const statements = tables.flatMap(({ name, column }) => [
        ...(name in ALWAYS_ADDED_TO ? [] : [`insert into ${name} default values`]),
        `update ${name} set ${column} = ${column}`,
        `delete from ${name}`,
      ])
      const scope = { account: world.culture.account.id, installation: true, roots: [world.city], writes: false }
      const written: string[] = []
      for (const permission of reading) {
        const passed = await passing(statements, { ...scope, permission })
        written.push(...passed.map((statement) => `${permission}: ${statement}`))
      }
      expect(written).toEqual([])
      const writes = { ...scope, permission: 'bodies.write', writes: true }
      expect(await passing(['update body set code = code'], writes)).toHaveLength(1)
    })

    /**
     * Those of the statements that row-level security lets pass, each undone. It is asked before anything else about a row; a
     * refusal for another reason means that it let it pass.
     */
    async function passing(statements: readonly string[], scope: Scope): Promise<string[]> {
      const passed = await inScope(database.pool, scope, async (transaction) => {
        await sql`select set_config('test.statements', ${statements.join('\n')}, true)`.execute(transaction)
        await sql.raw(TRY_EACH).execute(transaction)
        const { rows } = await sql<{ passed: string }>`select current_setting('test.passed') as passed`.execute(
          transaction,
        )
        return rows[0]?.passed ?? ''
      })
      return passed.split('\n').filter(Boolean)
    }
  })
})
