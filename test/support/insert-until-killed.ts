/** Inserts one row after the other, and says each number once the database has acknowledged it, until it is killed. */
import { connect } from '../../src/db/connect.ts'

const { pool } = await connect({
  databaseUrl: process.env.DATABASE_URL || undefined,
  dataDir: process.env.DATA_DIR ?? '',
})
await pool.query('create table if not exists acknowledged (number int primary key)')
const { rows } = await pool.query<{ next: number }>('select coalesce(max(number), 0) + 1 as next from acknowledged')
for (let number = rows[0]?.next ?? 1; ; number++) {
  await pool.query('insert into acknowledged (number) values ($1)', [number])
  process.stdout.write(`kept ${number}\n`)
}
