import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import type { ClientBase, Pool } from 'pg'
import { Refused } from '../kernel/errors.ts'

/** A slice as far as the database is concerned: its name and the folder of its migrations. */
export interface MigrationSource {
  name: string
  /** A folder of `0001-what-it-does.sql` files; its address ends with a slash. */
  migrations: URL
}

/** One migration: `law/0001-create-law-edition`, its text, and the hash of the text. */
export interface Migration {
  name: string
  sql: string
  hash: string
}

const FILE = /^\d{4}-[a-z0-9-]+\.sql$/
/** Any number nobody else uses: the advisory lock under which one process migrates. */
const ADVISORY_LOCK = 7_306_013_942

/** Collects the migrations in the order in which they run: by slice, then by number. */
export async function collectMigrations(sources: readonly MigrationSource[]): Promise<Migration[]> {
  const lists = await Promise.all(sources.map(readFolder))
  return lists.flat()
}

/**
 * Brings the database to the state of these migrations: runs those not yet applied, each in a transaction of its own,
 * and returns their names. Forward only. Throws `Refused` when the database holds a migration that is not in the list,
 * or was made by another text of one, or when a new one comes before one of its slice that is applied already.
 * Two processes may do this at once: the second waits, and finds nothing left to do.
 */
export async function migrate(pool: Pool, migrations: readonly Migration[]): Promise<string[]> {
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [ADVISORY_LOCK])
    try {
      await client.query(
        'create table if not exists migration (name text primary key, hash text not null, applied_at timestamptz not null default now())',
      )
      const pending = pendingOf(migrations, await appliedOn(client))
      for (const migration of pending) await apply(client, migration)
      return pending.map((migration) => migration.name)
    } finally {
      await client.query('select pg_advisory_unlock($1)', [ADVISORY_LOCK])
    }
  } finally {
    client.release()
  }
}

/** Whether every migration of the list is applied, and nothing else. */
export async function isMigrated(pool: Pool, migrations: readonly Migration[]): Promise<boolean> {
  const { rows } = await pool.query<{ name: string; hash: string }>('select name, hash from migration')
  const applied = new Map(rows.map((row) => [row.name, row.hash]))
  return applied.size === migrations.length && migrations.every(({ name, hash }) => applied.get(name) === hash)
}

async function readFolder({ name, migrations }: MigrationSource): Promise<Migration[]> {
  const files = (await readdir(migrations)).filter((file) => file.endsWith('.sql')).sort()
  const numbers = new Set<string>()
  return Promise.all(
    files.map(async (file) => {
      const number = file.slice(0, 4)
      if (!FILE.test(file) || numbers.has(number)) throw badName(`${name}/${file}`)
      numbers.add(number)
      // Line ends are the checkout's affair, not a change.
      const sql = (await readFile(new URL(file, migrations), 'utf8')).replaceAll('\r\n', '\n')
      return {
        name: `${name}/${file.slice(0, -'.sql'.length)}`,
        sql,
        hash: createHash('sha256').update(sql).digest('hex'),
      }
    }),
  )
}

async function appliedOn(client: ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ name: string; hash: string }>('select name, hash from migration')
  return new Map(rows.map((row) => [row.name, row.hash]))
}

function pendingOf(migrations: readonly Migration[], applied: ReadonlyMap<string, string>): Migration[] {
  const known = new Set(migrations.map((migration) => migration.name))
  for (const name of applied.keys()) if (!known.has(name)) throw unknown(name)
  for (const { name, hash } of migrations) if ((applied.get(name) ?? hash) !== hash) throw changed(name)
  const pending = migrations.filter((migration) => !applied.has(migration.name))
  for (const { name } of pending) {
    const later = [...applied.keys()].find((other) => sliceOf(other) === sliceOf(name) && other > name)
    if (later) throw outOfOrder(name, later)
  }
  return pending
}

async function apply(client: ClientBase, { name, sql, hash }: Migration): Promise<void> {
  await client.query('begin')
  try {
    await client.query(sql)
    await client.query('insert into migration (name, hash) values ($1, $2)', [name, hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`The migration ${name} failed and was rolled back: ${error}`, { cause: error })
  }
}

function sliceOf(name: string): string {
  return name.slice(0, name.indexOf('/'))
}

function badName(file: string): Refused {
  return new Refused({
    vi: `Tệp nâng cấp ${file} phải có tên dạng 0001-viec-lam.sql, mỗi số một lần trong mỗi thư mục. Hãy đổi tên.`,
    en: `The migration file ${file} must be named like 0001-what-it-does.sql, each number once per folder. Rename it.`,
  })
}

function unknown(name: string): Refused {
  return new Refused({
    vi: `Cơ sở dữ liệu đã chạy bước nâng cấp ${name} mà phiên bản này không có. Hãy chạy phiên bản mới hơn, hoặc khôi phục bản sao lưu cũ hơn.`,
    en: `The database holds the migration ${name}, which this version does not have. Run the newer version, or restore an older backup.`,
  })
}

function changed(name: string): Refused {
  return new Refused({
    vi: `Bước nâng cấp ${name} đã chạy, nhưng nội dung tệp nay khác. Hãy trả tệp về như cũ và viết thay đổi vào một tệp mới.`,
    en: `The migration ${name} is applied, but its file has changed since. Restore the file and put the change into a new one.`,
  })
}

function outOfOrder(name: string, later: string): Refused {
  return new Refused({
    vi: `Bước nâng cấp mới ${name} đứng trước ${later} đã chạy. Hãy đặt cho nó một số lớn hơn.`,
    en: `The new migration ${name} comes before ${later}, which is applied. Give it a higher number.`,
  })
}
