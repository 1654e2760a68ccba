import cluster from 'node:cluster'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Config, readConfig } from './config.ts'
import { connect, type Database } from './db/connect.ts'
import { collectMigrations, type Migration, migrate } from './db/migrate.ts'
import { inTransaction } from './db/transaction.ts'
import { openFiles } from './files/index.ts'
import { addressOf, listen } from './http/listen.ts'
import type { Route } from './http/route.ts'
import { createServer } from './http/server.ts'
import { closeServer, stopOnSignal } from './http/stop.ts'
import { outliveNoLeader, startWorkers } from './http/workers.ts'
import { firstAdministratorLink, recogniser } from './identity/index.ts'
import { dayInVietnam } from './kernel/day.ts'
import { Refusal } from './kernel/errors.ts'
import { type Law, loadCases, loadLaw, recordEdition } from './law/index.ts'
import { postBySmtp, startTicking } from './notices/index.ts'
import { loadSample } from './sample/index.ts'
import { agendasOf, migrationSources, slices } from './slices.ts'

await start().catch(giveUp)

/** Says in both languages why this process ends. */
function giveUp(reason: unknown): never {
  if (!(reason instanceof Refusal)) throw reason
  console.error(`${reason.text.vi}\n${reason.text.en}`)
  process.exit(1)
}

/** Starts the server, or one of its workers, whose leader has prepared the database. */
async function start(): Promise<void> {
  outliveNoLeader()
  const config = readConfig(process.env)
  const database = await connect(config)
  try {
    const parts = await partsOf(config, database)
    const serving = cluster.isWorker ? await serve(parts) : await lead(parts)
    stopOnSignal(async () => {
      await serving.stop()
      await database.close()
    })
    if (cluster.isPrimary) await announce(parts, serving)
  } catch (error) {
    await database.close()
    throw error
  }
}

interface Parts {
  config: Config
  database: Database
  law: Law
  migrations: Migration[]
  routes: Route[]
}

interface Serving {
  address: string
  stop(): Promise<void>
}

async function partsOf(config: Config, database: Database): Promise<Parts> {
  const law = loadLaw(config.lawDirs)
  const ground = { law, cases: loadCases(), config, files: openFiles(config) }
  const routes = slices.flatMap((slice) => slice.routes(ground))
  return { config, database, law, routes, migrations: await collectMigrations(migrationSources) }
}

/** Prepares the database, answers requests here or by workers, and does what is done by the clock. */
async function lead(parts: Parts): Promise<Serving> {
  const { config, law, migrations, routes } = parts
  const { pool } = parts.database
  await migrate(pool, migrations)
  await inTransaction(pool, (transaction) => recordEdition(transaction, law))
  if (config.sampleData) {
    const announce = () => console.log('Đang nạp dữ liệu mẫu, chừng nửa phút – loading the sample data, half a minute')
    const loaded = await loadSample({ pool, routes, today: dayInVietnam(new Date()), announce })
    if (loaded) console.log('Đã nạp dữ liệu mẫu – the sample data is loaded')
  }
  const { address, stop } = config.workers > 1 ? await serveByWorkers(config) : await serve(parts)
  const stopTicking = startClock(parts)
  return {
    address,
    async stop() {
      await stop()
      await stopTicking()
    },
  }
}

async function serveByWorkers({ host, workers }: Config): Promise<Serving> {
  const { port, stop } = await startWorkers(workers, giveUp)
  return { address: addressOf(host, port), stop }
}

async function serve({ config, database, law, migrations, routes }: Parts): Promise<Serving> {
  const { version } = JSON.parse(await readFile(new URL('../package.json', import.meta.url), 'utf8'))
  const app = await createServer({
    config,
    pool: database.pool,
    recognise: recogniser(database.pool),
    migrations,
    lawHash: law.hash,
    routes,
    version,
    webFolder: fileURLToPath(new URL('../dist/web', import.meta.url)),
    dev: process.argv.includes('--dev'),
  })
  return { address: await listen(app, config), stop: () => closeServer(app) }
}

async function announce({ config, database }: Parts, { address }: Serving): Promise<void> {
  const link = await firstAdministratorLink(database.pool, dayInVietnam(new Date()))
  if (link) console.log(linkText(`${config.publicUrl ?? address}${link.path}`))
  console.log(`Đoàn Ra đang chạy tại ${address} – Đoàn Ra is running at ${address}`)
}

/** Mail and digests go out from here where a mail server is set up; the function stops them. */
function startClock({ config: { mail, publicUrl }, database: { pool }, law }: Parts): () => Promise<void> {
  if (mail === undefined || publicUrl === undefined) return async () => undefined
  const onError = (error: unknown) => console.error(error)
  return startTicking({ pool, law, agendas: agendasOf(law), post: postBySmtp(mail), publicUrl, onError })
}

function linkText(link: string): string {
  return [
    'Chưa có ai quản trị. Hãy đặt mật khẩu cho tài khoản quan-tri bằng liên kết dùng một lần (trong 24 giờ):',
    'Nobody administers this yet. Set the password of the account quan-tri by this one-time link (within 24 hours):',
    link,
  ].join('\n')
}
