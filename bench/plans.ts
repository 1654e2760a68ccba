/**
 * How fast the lists of plans answer over HTTP at 50,000 lines, on a PostgreSQL started for it, as callers of narrow and of
 * wide scope. `npx tsx bench/plans.ts`; with `--plans` the database tells how it finds the slowest answers.
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
import { searchKey } from '../src/kernel/vietnamese.ts'
import { loadLaw } from '../src/law/index.ts'
import { planRoutes } from '../src/plans/index.ts'
import { migrationSources } from '../src/slices.ts'
import { recogniseAs, testVisitor } from '../test/support/visitor.ts'

const UNITS = 1000
const YEARS = [2023, 2024, 2025, 2026, 2027]
const LINES_A_PLAN = 10
const ROUNDS = 40

const SUBJECTS = [
  'Chuyển đổi số',
  'Y tế dự phòng',
  'Quản lý đô thị',
  'Du lịch xanh',
  'Xử lý nước thải',
  'Đào tạo giáo viên',
]
const ACTS = ['Học tập kinh nghiệm', 'Ký kết hợp tác', 'Xúc tiến đầu tư', 'Dự hội nghị', 'Khảo sát']
const COUNTRIES = ['JP', 'KR', 'CN', 'SG', 'TH', 'FR', 'DE', 'US', 'AU', 'LA']
const TABLES = ['body', 'body_version', 'plan', 'plan_item', 'plan_item_cost', 'plan_decision'] as const

const programs = await findPostgres()
if (!programs) throw new Error('no PostgreSQL here: install it (apt-get install postgresql)')
const cluster = await startPostgres(programs)
const database = await connect({ databaseUrl: cluster.url, dataDir: '' })
try {
  await migrate(database.pool, await collectMigrations(migrationSources))
  await measure(database, await fill(database))
} finally {
  await database.close()
  await cluster.stop()
}

/** One root with every plan in it: the widest scope sees all of them. */
async function fill({ pool }: Database): Promise<{ root: string; bodies: string[] }> {
  const root = newId()
  const bodies = Array.from({ length: UNITS }, () => newId())
  await inScope(pool, HOUSEKEEPING, async (transaction) => {
    const all = [root, ...bodies]
    await insert(
      transaction,
      'body',
      all.map((id, at) => ({ id, root_id: root, code: `H26.${at}`, created_at: '2020-01-01' })),
    )
    await insert(
      transaction,
      'body_version',
      all.map((id, at) => versionOf(id, root, at)),
    )
    for (const year of YEARS) {
      const plans = bodies.map((bodyId) => planOf(bodyId, root, year))
      await insert(transaction, 'plan', plans)
      for (let at = 0; at < plans.length; at += 100) {
        const items = plans.slice(at, at + 100).flatMap((plan, index) => linesOf(plan, at + index))
        await insert(transaction, 'plan_item', items)
        await insert(transaction, 'plan_item_cost', items.map(costOf))
        await insert(transaction, 'plan_decision', items.map(decisionOf))
      }
    }
  })
  await pool.query('vacuum analyze')
  return { root, bodies }
}

async function insert(transaction: Transaction, table: (typeof TABLES)[number], rows: object[]) {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    transaction,
  )
}

function versionOf(id: string, root: string, order: number) {
  const name = id === root ? 'Thành phố' : `Đơn vị số ${order}`
  return {
    id: newId(),
    body_id: id,
    root_id: root,
    valid_from: '2020-01-01',
    name,
    search_key: searchKey(name),
    parent_id: id === root ? null : root,
    level: 'department',
    jurisdiction: 'VN-HN',
    official_order: order,
    is_mission: false,
  }
}

function planOf(body_id: string, root_id: string, year: number) {
  const state = year < 2027 ? 'approved' : 'consolidating'
  return {
    id: newId(),
    root_id,
    body_id,
    year,
    edition: 1,
    state,
    note: '',
    version: 1,
    changed_at: '2026-01-01',
    changed_by: 'An',
  }
}

function linesOf(plan: ReturnType<typeof planOf>, number: number) {
  return Array.from({ length: LINES_A_PLAN }, (_, at) => {
    const seed = number * 7 + at * 13 + plan.year
    const pick = <Item>(list: readonly Item[], factor: number) => list[Math.floor(seed * factor) % list.length] as Item
    const title = `${pick(ACTS, 0.31)} về ${pick(SUBJECTS, 1)} đợt ${seed % 997}`
    const id = newId()
    const texts = {
      purpose: 'Bàn kế hoạch hợp tác',
      result: 'Biên bản',
      host: 'Cơ quan đối tác',
      task: 'Chương trình năm',
    }
    return {
      id,
      plan_id: plan.id,
      root_id: plan.root_id,
      body_id: plan.body_id,
      origin_id: id,
      year: plan.year,
      edition: 1,
      plan_state: plan.state,
      standing: 'planned',
      direction: seed % 5 === 0 ? 'incoming' : 'outgoing',
      title,
      purpose_kind: 'working',
      ...texts,
      countries: seed % 4 === 0 ? [pick(COUNTRIES, 1), 'IT'] : [pick(COUNTRIES, 1)],
      month_from: (seed % 12) + 1,
      month_to: (seed % 12) + 1,
      days: 3 + (seed % 5),
      headcount: 3 + (seed % 7),
      people: [],
      person_ids: [],
      priority: 1 + (seed % 3),
      off_plan: seed % 20 === 0,
      justification: '',
      position: at,
      search_key: searchKey(title, texts.host, texts.purpose, texts.task),
      adjust_reason: '',
      decision: seed % 7 > 4 ? 'waiting' : 'decided',
      touched: {},
      version: 1,
      changed_at: '2026-01-01',
      changed_by: 'An',
    }
  })
}

type Line = ReturnType<typeof linesOf>[number]

function costOf({ id, plan_id, root_id, body_id, headcount }: Line) {
  const vnd = headcount * 90_000_000
  return { item_id: id, plan_id, root_id, body_id, source: 'state-budget', amount: vnd, currency: 'VND', vnd }
}

function decisionOf({ id, plan_id, root_id, body_id, headcount }: Line) {
  const kind = headcount > 7 ? 'reduce' : 'keep'
  const change = kind === 'keep' ? {} : { headcount: 7 }
  return {
    id: newId(),
    item_id: id,
    plan_id,
    root_id,
    body_id,
    round: 1,
    kind,
    change,
    reason: 'Gọn nhẹ',
    final: false,
    by_name: 'An',
    at: '2026-01-02',
  }
}

async function measure(database: Database, { root, bodies }: Awaited<ReturnType<typeof fill>>): Promise<void> {
  const callers: [string, Scope][] = [
    ['một đơn vị (unit)', { bodies: bodies.slice(0, 1) }],
    ['cả tỉnh (root)', { roots: [root] }],
    ['trung ương (reporting)', { reportingRoots: [root] }],
    ['cơ quan đại diện (mission)', { countries: ['JP'] }],
  ]
  const requests: [string, string][] = [
    ['kế hoạch', '/api/plans'],
    ['kế hoạch năm 2027', '/api/plans?year=2027'],
    ['dòng: mọi năm', '/api/plan-items'],
    ['dòng: trang 100', '/api/plan-items?page=100'],
    ['dòng: năm 2026', '/api/plan-items?year=2026'],
    ['tìm: chuyen doi so', '/api/plan-items?q=chuyen%20doi%20so'],
    ['tìm: y te 2026', '/api/plan-items?q=y%20te&year=2026'],
    ['tìm: không có', '/api/plan-items?q=zzz'],
    ['nước và tháng', '/api/plan-items?country=JP&month=4&year=2027'],
    ['nguồn', '/api/plan-items?source=state-budget&year=2027'],
    ['chờ trả lời', '/api/plan-items?decision=waiting&year=2027'],
    ['theo tháng', '/api/plan-items?sort=month'],
    ['đông người trước', '/api/plan-items?sort=-headcount&direction=outgoing'],
    ['kinh phí', '/api/money?year=2026&by=source'],
    ['việc của tôi', '/api/work'],
  ]
  console.log(
    `${UNITS * YEARS.length * LINES_A_PLAN} lines, ${UNITS * YEARS.length} plans; milliseconds, median and 95th percentile of ${ROUNDS}\n`,
  )
  const slow: [string, Scope, string][] = []
  for (const [name, scope] of callers) {
    const app = await serve(database, scope)
    console.log(name)
    for (const [what, url] of requests) {
      const [median, late] = await time(app, url)
      if (late > 100) slow.push([name, scope, url])
      console.log(`  ${what.padEnd(26)} ${median.toFixed(1).padStart(7)} ${late.toFixed(1).padStart(7)}`)
    }
    if (name.includes('root'))
      console.log(
        `  bảng tổng hợp 1000 đơn vị  ${(await time(app, '/api/plans-board?year=2027', 5)).map((one) => one.toFixed(1).padStart(7)).join(' ')}`,
      )
    await app.close()
  }
  console.log(slow.length === 0 ? '\nevery list within 100 ms' : `\n${slow.length} lists over 100 ms`)
  if (process.argv.includes('--plans')) await explain(database, slow)
}

async function time(app: FastifyInstance, url: string, rounds = ROUNDS): Promise<[number, number]> {
  const times: number[] = []
  for (let round = 0; round < rounds + 3; round += 1) {
    const started = performance.now()
    const answer = await app.inject(url)
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}: ${answer.body}`)
    if (round >= 3) times.push(performance.now() - started)
  }
  times.sort((one, other) => one - other)
  return [times[Math.floor(rounds * 0.5)] ?? 0, times[Math.ceil(rounds * 0.95) - 1] ?? 0]
}

function serve(database: Database, scope: Scope): Promise<FastifyInstance> {
  const permissions = ['plans.read', 'own.read', 'plans.consolidate'] as const
  return createServer({
    config: { logLevel: 'silent', rateLimit: 0, trustProxy: undefined },
    pool: database.pool,
    migrations: [],
    lawHash: '',
    routes: planRoutes(loadLaw()),
    version: '0.0.0',
    webFolder: '/nowhere',
    recognise: recogniseAs(testVisitor(permissions, scope)),
  }) as Promise<FastifyInstance>
}

/** The plans that the server gives as notices for every statement of these requests. */
async function explain({ pool }: Database, requests: [string, Scope, string][]): Promise<void> {
  await pool.query("alter system set session_preload_libraries = 'auto_explain'")
  for (const setting of [
    'auto_explain.log_min_duration = 20',
    'auto_explain.log_analyze = on',
    'client_min_messages = log',
  ]) {
    await pool.query(`alter database postgres set ${setting}`)
  }
  await pool.query('select pg_reload_conf()')
  const fresh = await connect({ databaseUrl: cluster.url, dataDir: '' })
  fresh.pool.on('connect', (client) => client.on('notice', (notice) => console.log(notice.message)))
  for (const [name, scope, url] of requests) {
    console.log(`\n── ${name}: ${url}`)
    const app = await serve(fresh, scope)
    await app.inject(url)
    await app.close()
  }
  await fresh.close()
}
