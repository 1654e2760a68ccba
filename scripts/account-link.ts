import { readConfig } from '../src/config.ts'
import { connect } from '../src/db/connect.ts'
import { collectMigrations, migrate } from '../src/db/migrate.ts'
import { recoveryLink } from '../src/identity/index.ts'
import { Refusal, Refused } from '../src/kernel/errors.ts'
import { migrationSources } from '../src/slices.ts'

/**
 * `npm run -s account:link -- LOGIN`: for somebody, an administrator above all, who has lost password and second factors.
 * Prints a one-time link, good for a day, that sets a new password and takes the second factors away. Works on the
 * configured database, brought up to date as at a start; an embedded one is held by the server while that runs.
 */
try {
  const login = readLogin(process.argv.slice(2))
  const config = readConfig(process.env)
  const database = await connect(config)
  try {
    await migrate(database.pool, await collectMigrations(migrationSources))
    const { path } = await recoveryLink(database.pool, login)
    const address = config.publicUrl ?? `http://${config.host}:${config.port}`
    console.log(
      [
        `Liên kết dùng một lần (trong 24 giờ): đặt mật khẩu mới cho ${login} và bỏ mọi bước xác thực thứ hai. Hãy giao tận tay đúng người.`,
        `One-time link (within 24 hours): sets a new password for ${login} and takes away every second factor. Hand it to the right person.`,
        `${address}${path}`,
      ].join('\n'),
    )
  } finally {
    await database.close()
  }
} catch (error) {
  if (!(error instanceof Refusal)) throw error
  console.error(`${error.text.vi}\n${error.text.en}`)
  process.exitCode = 1
}

function readLogin(words: readonly string[]): string {
  const [login, ...others] = words
  if (login !== undefined && !login.startsWith('-') && others.length === 0) return login
  throw new Refused({
    vi: 'Cần đúng một tên đăng nhập: npm run -s account:link -- TÊN_ĐĂNG_NHẬP',
    en: 'Exactly one login is needed: npm run -s account:link -- LOGIN',
  })
}
