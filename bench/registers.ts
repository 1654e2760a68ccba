/**
 * How fast the lists of the registers answer over HTTP at 100,000 people, on a PostgreSQL started for it, as callers of
 * narrow and of wide scope. `npm run bench:registers`; with `--plans` the database tells how it finds each answer.
 */
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { findPostgres, startPostgres } from '../scripts/postgres.ts'
import { connect, type Database } from '../src/db/connect.ts'
import { collectMigrations, migrate } from '../src/db/migrate.ts'
import { HOUSEKEEPING, inScope, type Scope } from '../src/db/scope.ts'
import type { Transaction } from '../src/db/transaction.ts'
import { createServer } from '../src/http/server.ts'
import { newId } from '../src/kernel/ids.ts'
import { searchKey, sortKey } from '../src/kernel/vietnamese.ts'
import { loadLaw } from '../src/law/index.ts'
import { migrationSources, slices } from '../src/slices.ts'
import { recogniseAs, testVisitor } from '../test/support/visitor.ts'

const PEOPLE = 100_000
const UNITS = 1000
const ROUNDS = 40
const PERMISSIONS = ['bodies.read', 'people.read'] as const

const FAMILIES = ['Nguyễn', 'Nguyễn', 'Nguyễn', 'Nguyễn', 'Trần', 'Lê', 'Phạm', 'Hoàng', 'Vũ', 'Đặng', 'Bùi', 'Đỗ']
const MIDDLES = ['Văn', 'Văn', 'Thị', 'Thị', 'Đức', 'Minh', 'Thu', 'Quang', 'Hữu', 'Ngọc']
const GIVEN =
  'An Anh Ánh Bình Chi Cường Dũng Đức Giang Hà Hải Hạnh Hiền Hoa Hòa Hùng Hương Khánh Lan Linh Long Mai'.split(' ')

interface Register {
  root: string
  /** A department and the units under it. */
  department: string
  bodies: string[]
}

const programs = await findPostgres()
if (!programs) throw new Error('no PostgreSQL here: install it (apt-get install postgresql)')
const cluster = await startPostgres(programs)
const database = await connect({ databaseUrl: cluster.url, dataDir: '' })
try {
  await migrate(database.pool, await collectMigrations(migrationSources))
  const register = await fill(database)
  await measure(database, register)
} finally {
  await database.close()
  await cluster.stop()
}

/** One root with everybody in it: the widest scope sees all of them. */
async function fill({ pool }: Database): Promise<Register> {
  const root = newId()
  const bodies = Array.from({ length: UNITS }, () => newId())
  const [department = root] = bodies
  await inScope(pool, HOUSEKEEPING, async (transaction) => {
    await insert(transaction, 'body', [{ id: root, root_id: root, code: 'H26' }])
    await insert(
      transaction,
      'body',
      bodies.map((id, at) => ({ id, root_id: root, code: `H26.${at}` })),
    )
    const parentOf = (at: number) => (at < 20 ? root : (bodies[at % 20] ?? root))
    await insert(transaction, 'body_version', [
      versionOf(root, root, null, 'Thành phố'),
      ...bodies.map((id, at) => versionOf(id, root, parentOf(at), `Đơn vị số ${at}`)),
    ])
    for (let from = 0; from < PEOPLE; from += 1000) {
      const people = Array.from({ length: 1000 }, (_, at) => personOf(from + at, root, bodies))
      await insert(transaction, 'person', people)
      await insert(transaction, 'passport', people.filter((_, at) => at % 10 === 0).map(passportOf))
    }
  })
  await pool.query('vacuum analyze')
  return { root, department, bodies: [department, ...bodies.filter((_, at) => at >= 20 && at % 20 === 0)] }
}

async function insert(
  transaction: Transaction,
  table: 'body' | 'body_version' | 'person' | 'passport',
  rows: object[],
) {
  const text = JSON.stringify(rows)
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${text}::jsonb)`.execute(transaction)
}

function versionOf(id: string, root: string, parent: string | null, name: string) {
  const fixed = { level: 'department', jurisdiction: 'VN-HN', official_order: 0, is_mission: false }
  return {
    id: newId(),
    body_id: id,
    root_id: root,
    valid_from: '2020-01-01',
    name,
    search_key: searchKey(name),
    parent_id: parent,
    ...fixed,
  }
}

function personOf(number: number, root: string, bodies: string[]) {
  const pick = (list: string[], factor: number) => list[Math.floor(number * factor) % list.length] ?? ''
  const name = `${pick(FAMILIES, 1)} ${pick(MIDDLES, 0.37)} ${pick(MIDDLES, 0.11)} ${pick(GIVEN, 0.73)}`
  const title = number % 25 === 0 ? 'Giám đốc' : 'Chuyên viên'
  const code = `CB${String(number).padStart(6, '0')}`
  return {
    id: newId(),
    root_id: root,
    body_id: pick(bodies, 0.61),
    code,
    name,
    sort_key: sortKey(name),
    search_key: searchKey(name, code, title),
    post_title: title,
    leader: number % 25 === 0,
    managed_by: number % 100 === 0 ? 'standing-committee' : 'unit',
    version: 1,
    changed_at: '2026-01-01T00:00:00Z',
  }
}

function passportOf({ id, root_id, body_id, code }: ReturnType<typeof personOf>, at: number) {
  const expires_on = at % 8 === 0 ? '2026-12-31' : '2031-01-01'
  return {
    id: newId(),
    person_id: id,
    root_id,
    body_id,
    kind: 'official',
    number: code,
    issued_on: '2021-01-01',
    expires_on,
    state: 'kept',
  }
}

async function measure(database: Database, { root, department, bodies }: Register): Promise<void> {
  const callers: [string, Scope][] = [
    ['một đơn vị (unit)', { bodies: bodies.slice(1, 2) }],
    ['một sở và trực thuộc (department)', { bodies }],
    ['cả tỉnh (root)', { roots: [root] }],
    ['cả tỉnh, kèm đơn vị (root and bodies)', { roots: [root], bodies }],
  ]
  const requests: [string, string][] = [
    ['danh sách', '/api/people'],
    ['trang 100', '/api/people?page=100'],
    ['tìm: nguyen', '/api/people?q=nguyen'],
    ['tìm: nguyen van an', '/api/people?q=nguyen%20van%20an'],
    ['tìm: cb012345', '/api/people?q=cb012345'],
    ['tìm: không có', '/api/people?q=zzz'],
    ['lãnh đạo', '/api/people?leaders=true'],
    ['diện Thường vụ quản lý', '/api/people?managedBy=standing-committee'],
    ['một sở và trực thuộc', `/api/people?body=${department}&subtree=true`],
    ['hộ chiếu sắp hết hạn', '/api/people?passportWithin=6'],
    ['chọn người', '/api/people/pick?q=tran%20duc'],
    ['hộ chiếu', '/api/passports?view=expiring'],
    ['cơ quan', '/api/bodies?q=don%20vi'],
  ]
  const law = { law: await loadLaw(), cases: [] } as unknown as Parameters<(typeof slices)[number]['routes']>[0]
  const routes = slices
    .filter((slice) => slice.name === 'bodies' || slice.name === 'people')
    .flatMap((slice) => slice.routes(law))
  console.log(`${PEOPLE} people, ${UNITS} bodies; milliseconds, median and 95th percentile of ${ROUNDS}\n`)
  let worst = 0
  for (const [name, scope] of callers) {
    const app = await serve(database, routes, scope)
    console.log(name)
    for (const [what, url] of requests) {
      const times: number[] = []
      for (let round = 0; round < ROUNDS + 3; round += 1) {
        const started = performance.now()
        const answer = await app.inject(url)
        if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}: ${answer.body}`)
        if (round >= 3) times.push(performance.now() - started)
      }
      times.sort((one, other) => one - other)
      const [median = 0, late = 0] = [times[Math.floor(ROUNDS * 0.5)], times[Math.ceil(ROUNDS * 0.95) - 1]]
      worst = Math.max(worst, late)
      console.log(`  ${what.padEnd(26)} ${median.toFixed(1).padStart(7)} ${late.toFixed(1).padStart(7)}`)
    }
    await app.close()
  }
  console.log(`\nthe slowest at the 95th percentile: ${worst.toFixed(1)} ms`)
  if (process.argv.includes('--plans')) await explain(requests, callers, routes)
}

function serve(database: Database, routes: Parameters<typeof createServer>[0]['routes'], scope: Scope) {
  return createServer({
    config: { logLevel: 'silent', rateLimit: 0, trustProxy: undefined },
    pool: database.pool,
    migrations: [],
    lawHash: '',
    routes,
    version: '0.0.0',
    webFolder: '/nowhere',
    recognise: recogniseAs(testVisitor(PERMISSIONS, scope)),
  }) as Promise<FastifyInstance>
}

/** The plans that the server logs by itself for every statement, request by request. */
async function explain(
  requests: [string, string][],
  callers: [string, Scope][],
  routes: Parameters<typeof createServer>[0]['routes'],
): Promise<void> {
  const url = new URL(cluster.url)
  const settings = ['log_min_duration=5', 'log_analyze=on', 'log_nested_statements=on', 'log_level=notice']
  const options = ['session_preload_libraries=auto_explain', ...settings.map((one) => `auto_explain.${one}`)]
  url.searchParams.set('options', options.map((one) => `-c ${one}`).join(' '))
  const watched = await connect({ databaseUrl: url.href, dataDir: '' })
  const heard = new WeakSet<object>()
  watched.pool.on('acquire', (client) => {
    if (!heard.has(client)) client.on('notice', (notice) => console.log(notice.message))
    heard.add(client)
  })
  for (const [name, scope] of callers) {
    const app = await serve(watched, routes, scope)
    for (const [what, url] of requests) {
      console.log(`\n── ${name}: ${what}`)
      await app.inject(url)
    }
    await app.close()
  }
  await watched.close()
}
