/**
 * How fast the lists of the registers answer over HTTP at 100,000 people, on a PostgreSQL started for it, as callers of
 * narrow and of wide scope. `npm run bench:registers`; with `--plans` the database tells how it finds each answer.
 */
import type { Database } from '../src/db/connect.ts'
import { HOUSEKEEPING, inScope } from '../src/db/scope.ts'
import { newId } from '../src/kernel/ids.ts'
import { searchKey, sortKey } from '../src/kernel/vietnamese.ts'
import { loadLaw } from '../src/law/index.ts'
import { slices } from '../src/slices.ts'
import {
  bodyVersion,
  type Caller,
  explain,
  insertRows,
  measure,
  onPostgres,
  type Question,
} from './registers-server.ts'

const PEOPLE = 100_000
const UNITS = 1000

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

await onPostgres(async (database, url) => {
  const { root, department, bodies } = await fill(database)
  const callers: Caller[] = [
    ['một đơn vị (unit)', { bodies: bodies.slice(1, 2) }],
    ['một sở và trực thuộc (department)', { bodies }],
    ['cả tỉnh (root)', { roots: [root] }],
    ['cả tỉnh, kèm đơn vị (root and bodies)', { roots: [root], bodies }],
  ]
  const questions = questionsOn(department)
  const law = { law: loadLaw(), cases: [] } as unknown as Parameters<(typeof slices)[number]['routes']>[0]
  const routes = slices
    .filter(({ name }) => name === 'bodies' || name === 'people')
    .flatMap((slice) => slice.routes(law))
  const subject = { routes, permissions: ['bodies.read', 'people.read'] as const }
  console.log(`${PEOPLE} people, ${UNITS} bodies`)
  await measure(database, subject, callers, questions)
  const all = callers.flatMap((caller) => questions.map((question): [Caller, Question] => [caller, question]))
  if (process.argv.includes('--plans')) await explain(url, subject, all)
})

function questionsOn(department: string): Question[] {
  return [
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
}

/** One root with everybody in it: the widest scope sees all of them. */
async function fill({ pool }: Database): Promise<Register> {
  const root = newId()
  const bodies = Array.from({ length: UNITS }, () => newId())
  const [department = root] = bodies
  await inScope(pool, HOUSEKEEPING, async (transaction) => {
    await insertRows(transaction, 'body', [{ id: root, root_id: root, code: 'H26' }])
    await insertRows(
      transaction,
      'body',
      bodies.map((id, at) => ({ id, root_id: root, code: `H26.${at}` })),
    )
    const parentOf = (at: number) => (at < 20 ? root : (bodies[at % 20] ?? root))
    await insertRows(transaction, 'body_version', [
      bodyVersion(root, root, null, 'Thành phố', 0),
      ...bodies.map((id, at) => bodyVersion(id, root, parentOf(at), `Đơn vị số ${at}`, 0)),
    ])
    for (let from = 0; from < PEOPLE; from += 1000) {
      const people = Array.from({ length: 1000 }, (_, at) => personOf(from + at, root, bodies))
      await insertRows(transaction, 'person', people)
      await insertRows(transaction, 'passport', people.filter((_, at) => at % 10 === 0).map(passportOf))
    }
  })
  await pool.query('vacuum analyze')
  return { root, department, bodies: [department, ...bodies.filter((_, at) => at >= 20 && at % 20 === 0)] }
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
