import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { type Config, readConfig } from './config.ts'
import { connect, type Database } from './db/connect.ts'
import { collectMigrations, migrate } from './db/migrate.ts'
import { inTransaction } from './db/transaction.ts'
import { openFiles } from './files/index.ts'
import { listen } from './http/listen.ts'
import { createServer } from './http/server.ts'
import { stopOnSignal } from './http/stop.ts'
import { firstAdministratorLink, recogniser } from './identity/index.ts'
import { dayInVietnam } from './kernel/day.ts'
import { Refusal } from './kernel/errors.ts'
import { type Law, loadCases, loadLaw, recordEdition } from './law/index.ts'
import { postBySmtp, startTicking } from './notices/index.ts'
import { loadSample } from './sample/index.ts'
import { agendasOf, migrationSources, slices } from './slices.ts'

try {
  await start()
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(`${error.text.vi}\n${error.text.en}`)
  process.exit(1)
}

async function start(): Promise<void> {
  const config = readConfig(process.env)
  const database = await connect(config)
  try {
    await serve(config, database)
  } catch (error) {
    await database.close()
    throw error
  }
}

async function serve(config: Config, database: Database): Promise<void> {
  const migrations = await collectMigrations(migrationSources)
  await migrate(database.pool, migrations)
  const law = loadLaw(config.lawDirs)
  const cases = loadCases()
  await inTransaction(database.pool, (transaction) => recordEdition(transaction, law))
  const files = openFiles(config)
  const routes = slices.flatMap((slice) => slice.routes({ law, cases, config, files }))
  const today = dayInVietnam(new Date())
  if (config.sampleData && (await loadSample({ pool: database.pool, routes, today }))) {
    console.log('Đã nạp dữ liệu mẫu – the sample data is loaded')
  }
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
  const stopTicking = tickingOf(config, database, law)
  stopOnSignal(app, async () => {
    await stopTicking()
    await database.close()
  })
  const address = await listen(app, config)
  const link = await firstAdministratorLink(database.pool, today)
  if (link) console.log(linkText(`${config.publicUrl ?? address}${link.path}`))
  console.log(`Đoàn Ra đang chạy tại ${address} – Đoàn Ra is running at ${address}`)
}

/** Mail and digests go out from here where a mail server is set up; the function stops them. */
function tickingOf({ mail, publicUrl }: Config, { pool }: Database, law: Law): () => Promise<void> {
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
