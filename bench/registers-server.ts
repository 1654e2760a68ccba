/** What the benchmarks of the registers share: rows in bulk, a server for one scope, its times, and the plans of its queries. */
import os from 'node:os'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { findPostgres, startPostgres } from '../scripts/postgres.ts'
import { connect, type Database } from '../src/db/connect.ts'
import { collectMigrations, migrate } from '../src/db/migrate.ts'
import type { Scope } from '../src/db/scope.ts'
import type { Transaction } from '../src/db/transaction.ts'
import type { Route } from '../src/http/route.ts'
import { createServer } from '../src/http/server.ts'
import { newId } from '../src/kernel/ids.ts'
import type { Permission } from '../src/kernel/permissions.ts'
import { searchKey } from '../src/kernel/vietnamese.ts'
import { migrationSources } from '../src/slices.ts'
import { recogniseAs, testVisitor } from '../test/support/visitor.ts'

const ROUNDS = 40
const WARM_UP = 3
/** The slowest answer that a list may give, at the 95th percentile, in milliseconds. */
const GOAL = 100

/** Who asks, by a name for people, with the scope of the requests. */
export type Caller = [name: string, scope: Scope]
/** What is asked for, by a name for people, with its address. */
export type Question = [name: string, url: string]

/** What is measured: the routes served, with which permissions. */
export interface Subject {
  routes: readonly Route[]
  permissions: readonly Permission[]
}

/** Runs the work on a migrated PostgreSQL of its own. Throws when there is none on this machine. */
export async function onPostgres(work: (database: Database, url: string) => Promise<void>): Promise<void> {
  const programs = await findPostgres()
  if (!programs) throw new Error('no PostgreSQL here: install it (apt-get install postgresql)')
  // A quarter of the memory, as its handbook advises a server of its own to keep.
  const kept = `shared_buffers=${Math.floor(os.totalmem() / 4 / 2 ** 20)}MB`
  const cluster = await startPostgres(programs, [kept])
  const database = await connect({ databaseUrl: cluster.url, dataDir: '' })
  try {
    await migrate(database.pool, await collectMigrations(migrationSources))
    await work(database, cluster.url)
  } finally {
    await database.close()
    await cluster.stop()
  }
}

/** Writes rows that have the same columns, all at once. */
export async function insertRows(transaction: Transaction, table: string, rows: readonly object[]): Promise<void> {
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((column) => sql.ref(column)))
  await sql`insert into ${sql.table(table)} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)`.execute(
    transaction,
  )
}

/** The row of how a body stands since 2020. */
export function bodyVersion(id: string, root: string, parent: string | null, name: string, order: number) {
  return {
    id: newId(),
    body_id: id,
    root_id: root,
    valid_from: '2020-01-01',
    name,
    search_key: searchKey(name),
    parent_id: parent,
    level: 'department',
    jurisdiction: 'VN-HN',
    official_order: order,
    is_mission: false,
  }
}

/** Asks every question as every caller, prints the times, and says how many missed the goal. Returns those. */
export async function measure(database: Database, subject: Subject, callers: Caller[], questions: Question[]) {
  console.log(`milliseconds, median and 95th percentile of ${ROUNDS}`)
  const missed: [Caller, Question][] = []
  let slowest = 0
  for (const caller of callers) {
    console.log(`\n${caller[0]}`)
    const app = await serve(database, subject, caller[1])
    for (const question of questions) {
      const [median, late] = await time(app, question)
      slowest = Math.max(slowest, late)
      if (late > GOAL) missed.push([caller, question])
      console.log(`  ${question[0].padEnd(26)} ${median.toFixed(1).padStart(7)} ${late.toFixed(1).padStart(7)}`)
    }
    await app.close()
  }
  console.log(`\nthe slowest at the 95th percentile: ${slowest.toFixed(1)} ms; ${missed.length} over ${GOAL} ms`)
  return missed
}

/** The median and the 95th percentile of the times of a question, in milliseconds. */
export async function time(app: FastifyInstance, [, url]: Question, rounds = ROUNDS): Promise<[number, number]> {
  const times: number[] = []
  for (let round = 0; round < rounds + WARM_UP; round += 1) {
    const started = performance.now()
    const answer = await app.inject(url)
    if (answer.statusCode !== 200) throw new Error(`${url} answered ${answer.statusCode}: ${answer.body}`)
    if (round >= WARM_UP) times.push(performance.now() - started)
  }
  times.sort((one, other) => one - other)
  return [times[Math.floor(rounds * 0.5)] ?? 0, times[Math.ceil(rounds * 0.95) - 1] ?? 0]
}

/** The product's server for somebody of this scope. */
export function serve(database: Database, { routes, permissions }: Subject, scope: Scope): Promise<FastifyInstance> {
  return createServer({
    config: { logLevel: 'silent', rateLimit: 0, trustProxy: undefined },
    pool: database.pool,
    migrations: [],
    lawHash: '',
    routes: [...routes],
    version: '0.0.0',
    webFolder: '/nowhere',
    recognise: recogniseAs(testVisitor(permissions, scope)),
  }) as Promise<FastifyInstance>
}

/** Prints how the database finds the answer to each question: the plan of every statement that takes 5 ms or more. */
export async function explain(databaseUrl: string, subject: Subject, asked: [Caller, Question][]): Promise<void> {
  const url = new URL(databaseUrl)
  const settings = ['log_min_duration=5', 'log_analyze=on', 'log_nested_statements=on', 'log_level=notice']
  const options = ['session_preload_libraries=auto_explain', ...settings.map((one) => `auto_explain.${one}`)]
  url.searchParams.set('options', options.map((one) => `-c ${one}`).join(' '))
  const watched = await connect({ databaseUrl: url.href, dataDir: '' })
  const heard = new WeakSet<object>()
  watched.pool.on('acquire', (client) => {
    if (!heard.has(client)) client.on('notice', (notice) => console.log(notice.message))
    heard.add(client)
  })
  for (const [[caller, scope], [question, address]] of asked) {
    console.log(`\n── ${caller}: ${question}`)
    const app = await serve(watched, subject, scope)
    await app.inject(address)
    await app.close()
  }
  await watched.close()
}
