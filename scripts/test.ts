/**
 * Runs all tests: `npm test`, or those whose path holds a word: `npm test -- src/law`. Options of vitest are passed on.
 * The last line counts: `N passed, N failed`; the exit code is 1 when one failed or a part did not come to its end.
 */
import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import { fileURLToPath } from 'node:url'
import { findChromium } from './chromium.ts'
import { findPostgres, startPostgres } from './postgres.ts'

interface Count {
  passed: number
  failed: number
  skipped: number
}

/** One part of the run. `prepare` gives the environment it needs, or says why it cannot be had. */
interface Part {
  name: 'unit' | 'pglite' | 'postgres' | 'browser'
  owns(file: string): boolean
  /** How many files run at once, where it is not as many as the machine has processors: a test that waits for a server leaves one idle. */
  workers?: number
  prepare?(): Promise<{ environment: Record<string, string> } | { missing: string }>
}

const ROOT = fileURLToPath(new URL('..', import.meta.url))
const cleanups: (() => Promise<void>)[] = []
let running: ChildProcess | undefined
let postgres: ReturnType<typeof findOrStartPostgres> | undefined
let stopping = false

const PARTS: Part[] = [
  { name: 'unit', owns: (file) => !isDatabaseTest(file) && !isBrowserTest(file) },
  { name: 'pglite', owns: isDatabaseTest },
  { name: 'postgres', owns: isDatabaseTest, workers: 3, prepare: preparePostgres },
  { name: 'browser', owns: isBrowserTest, prepare: prepareBrowser },
]

// Asked to stop: the part that runs ends as failed, no other begins, and what it stood upon is cleaned up as ever.
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => {
    stopping = true
    running?.kill(signal)
  })
}

const words = process.argv.slice(2)
const total: Count = { passed: 0, failed: 0, skipped: 0 }
const files = await testFiles(words.filter((word) => !word.startsWith('-')))
const results = await mkdtemp(path.join(os.tmpdir(), 'doan-ra-tests-'))
cleanups.push(() => rm(results, { recursive: true, force: true }))

for (const part of PARTS) {
  const own = files.filter(part.owns)
  if (own.length > 0 && !stopping) add(await run(part, own.length))
}
await cleanUp()
if (files.length === 0) {
  console.log(`no test file matches: ${words.join(' ')}`)
  total.failed = 1
}
console.log(`${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ''}`)
process.exit(total.failed > 0 ? 1 : 0)

async function run(part: Part, size: number): Promise<Count> {
  console.log(`\n── ${part.name} ──`)
  try {
    const prepared = (await part.prepare?.()) ?? { environment: {} }
    if ('missing' in prepared) {
      console.log(`skipped ${part.name} (${size} files): ${prepared.missing}`)
      return { passed: 0, failed: 0, skipped: size }
    }
    const report = path.join(results, `${part.name}.json`)
    const vitest = ['node_modules/vitest/vitest.mjs', 'run', '--project', part.name]
    const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
    const workers = part.workers === undefined ? [] : [`--maxWorkers=${part.workers}`]
    const given = [...vitest, ...reporters, ...workers, ...(await leftTo(part)), ...words]
    const code = await execute(given, prepared.environment)
    return await countOf(report, code)
  } catch (error) {
    console.error(`the part ${part.name} did not come to its end:`, error)
    return { passed: 0, failed: 1, skipped: 0 }
  }
}

/**
 * In a whole run the embedded engine leaves the matrix of permissions to the PostgreSQL of the run, which walks it three times
 * as fast, by the same policies; asked for by name it walks it as well.
 */
async function leftTo({ name }: Part): Promise<string[]> {
  if (name !== 'pglite' || words.length > 0 || 'missing' in (await preparePostgres())) return []
  return ['--exclude', 'test/permissions.test.ts']
}

/** Reads the report of a part. A part that failed without a failed test (a file that does not load) counts as one. */
async function countOf(report: string, code: number): Promise<Count> {
  const { numPassedTests, numFailedTests, numPendingTests, numTodoTests } = JSON.parse(await readFile(report, 'utf8'))
  const failed = numFailedTests === 0 && code !== 0 ? 1 : numFailedTests
  return { passed: numPassedTests, failed, skipped: numPendingTests + numTodoTests }
}

/** The PostgreSQL of this run: one, for every part that needs it. */
function preparePostgres() {
  postgres ??= findOrStartPostgres()
  return postgres
}

async function findOrStartPostgres(): Promise<{ environment: Record<string, string> } | { missing: string }> {
  const given = process.env.TEST_DATABASE_URL
  if (given) return { environment: { TEST_DATABASE_URL: given } }
  const programs = await findPostgres()
  if (!programs)
    return { missing: 'no PostgreSQL here; install it (apt-get install postgresql) or set TEST_DATABASE_URL' }
  const cluster = await startPostgres(programs)
  cleanups.push(cluster.stop)
  return { environment: { TEST_DATABASE_URL: cluster.url } }
}

async function prepareBrowser() {
  const chromium = findChromium()
  if (!chromium)
    return { missing: 'no Chromium here; install it (apt-get install chromium-headless-shell) or set CHROMIUM_PATH' }
  const code = await execute(['node_modules/vite/bin/vite.js', 'build', '--logLevel', 'warn'], {})
  if (code !== 0) throw new Error('the web part does not build')
  // Journeys run on both engines where there is a PostgreSQL.
  const server = await preparePostgres()
  return { environment: { CHROMIUM_PATH: chromium, ...('environment' in server ? server.environment : {}) } }
}

function execute(command: string[], environment: Record<string, string>): Promise<number> {
  if (stopping) return Promise.resolve(1)
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, ...environment },
    })
    running = child
    child.once('error', reject)
    child.once('exit', (code) => resolve(code ?? 1))
  })
}

async function testFiles(filters: string[]): Promise<string[]> {
  const lists = await Promise.all(
    ['src', 'test', 'scripts'].map(async (folder) => {
      const names = await readdir(path.join(ROOT, folder), { recursive: true })
      return names.map((name) => `${folder}/${name.replaceAll('\\', '/')}`)
    }),
  )
  const tests = lists.flat().filter((file) => /\.test\.tsx?$/.test(file))
  return filters.length === 0 ? tests : tests.filter((file) => filters.some((filter) => file.includes(filter)))
}

function isDatabaseTest(file: string): boolean {
  return file.endsWith('.db.test.ts') || file === 'test/permissions.test.ts'
}

function isBrowserTest(file: string): boolean {
  return file.endsWith('.browser.test.ts')
}

function add(count: Count): void {
  total.passed += count.passed
  total.failed += count.failed
  total.skipped += count.skipped
}

async function cleanUp(): Promise<void> {
  for (const clean of cleanups.splice(0).reverse()) await clean()
}
