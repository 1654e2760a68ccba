import { type Insertable, type Selectable, type SelectQueryBuilder, sql } from 'kysely'
import type { Person as Row, Rows } from '../db/rows.ts'
import type { Scope } from '../db/scope.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import { searchKey, searchWords, sortKey } from '../kernel/vietnamese.ts'
import { MOST_COUNTED, type PersonFilter, type PersonLine } from './contract.ts'

/** What a list is asked for: the filter with its bodies worked out. */
export interface Wanted extends Omit<PersonFilter, 'body' | 'subtree' | 'passportWithin'> {
  /** Only people of these bodies. */
  bodies?: readonly string[] | undefined
  /** Only people with a passport that ends before this day. */
  passportBefore?: Day | undefined
}

type People<Selected> = SelectQueryBuilder<Rows, 'person', Selected>

/** A page of people in the Vietnamese order of names, and how many there are (10,001: more than are counted). */
export async function findPeople(
  transaction: Transaction,
  wanted: Wanted,
  scope: Scope,
  day: Day,
  page: { limit: number; offset: number },
): Promise<{ rows: PersonLine[]; total: number }> {
  const found = await findByWords(transaction, wanted, scope)
  const people = () => filtered(transaction.selectFrom('person'), wanted, scope, found?.ids)
  const total = found && !isNarrowed(wanted) ? found.count : await countUpTo(transaction, people())
  // The names of the bodies are looked up for the page alone, not for what stands before it.
  const paged = people().selectAll().orderBy('sort_key').orderBy('id').limit(page.limit).offset(page.offset)
  const rows = await transaction
    .selectFrom(paged.as('person'))
    .selectAll()
    .select(bodyName(day))
    .orderBy('sort_key')
    .orderBy('id')
    .execute()
  return { rows: rows.map(lineOf), total }
}

async function countUpTo(transaction: Transaction, people: People<object>): Promise<number> {
  const counted = people.select(sql`1`.as('one')).limit(MOST_COUNTED + 1)
  const { count } = await transaction
    .selectFrom(counted.as('counted'))
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .executeTakeFirstOrThrow()
  return count
}

/** Whether more is asked for than words, and those who are there or who have left. */
function isNarrowed({ bodies, managedBy, leaders, passportBefore }: Wanted): boolean {
  return [bodies, managedBy, leaders, passportBefore].some((one) => one !== undefined)
}

/** Whom the words find: how many (10,001: more than are counted), and who, where they are few enough to be named. */
interface Found {
  count: number
  ids: string[] | null
}

/** More than this and looking through the list in its order finds a page sooner. */
const FEW = 3000

/** `undefined` when no word is searched for. */
async function findByWords(transaction: Transaction, wanted: Wanted, scope: Scope): Promise<Found | undefined> {
  const words = searchWords(wanted.q ?? '')
  if (words.length === 0) return undefined
  const { roots = [], bodies = [] } = scope
  const own = roots.length === 0 && bodies.length > 0 ? sql`and body_id = any (${sql.val([...bodies])}::uuid[])` : sql``
  const there = wanted.left === 'with' ? sql`` : sql`and has_left = ${wanted.left === 'only'}`
  const having = (word: string) => sql`word >= ${word} and word < ${`${word}~`} ${there} ${own}`
  const [first = '', ...others] = words
  const also = others.map((word) => sql`and person_id in (select person_id from person_word where ${having(word)})`)
  const { rows } = await sql<Found>`
    with found as materialized (
        select distinct person_id from person_word where ${having(first)} ${sql.join(also, sql` `)}
        limit ${MOST_COUNTED + 1}
      ),
      counted as materialized (select count(*) as count from found)
    select count, case when count <= ${FEW} then array(select person_id::text from found) end as ids from counted`.execute(
    transaction,
  )
  return rows[0]
}

/** These people, in no order. */
export async function findByIds(transaction: Transaction, ids: readonly string[], day: Day): Promise<PersonLine[]> {
  if (ids.length === 0) return []
  const rows = await transaction
    .selectFrom('person')
    .selectAll()
    .select(bodyName(day))
    .where('id', 'in', [...ids])
    .execute()
  return rows.map(lineOf)
}

/** The whole row of a person; `lock` keeps others from changing it meanwhile. */
export function findPerson(transaction: Transaction, id: string, day: Day, lock = false) {
  const wanted = transaction.selectFrom('person').selectAll().select(bodyName(day)).where('id', '=', id)
  return (lock ? wanted.forUpdate() : wanted).executeTakeFirst()
}

/** The name of the body on a day, or the last it had before. */
function bodyName(day: Day) {
  return sql<string>`coalesce(
  (select name from body_version where body_version.body_id = person.body_id
    and body_version.valid_from <= ${day} order by body_version.valid_from desc limit 1), '?')`.as('body_name')
}

function filtered<Selected>(
  people: People<Selected>,
  wanted: Wanted,
  scope: Scope,
  ids: string[] | null | undefined,
): People<Selected> {
  let query = within(people, scope)
  if (wanted.bodies) query = query.where('body_id', 'in', [...wanted.bodies, NOBODY])
  if (wanted.managedBy) query = query.where('managed_by', '=', wanted.managedBy)
  if (wanted.leaders !== undefined) query = query.where('leader', '=', wanted.leaders)
  if (wanted.left === 'no') query = query.where('left_on', 'is', null)
  if (wanted.left === 'only') query = query.where('left_on', 'is not', null)
  if (wanted.passportBefore) {
    query = query.where(sql<boolean>`person.id in (select person_id from passport
      where state in ('kept', 'handed-over') and expires_on < ${wanted.passportBefore})`)
  }
  if (ids) return query.where(sql<boolean>`person.id = any (${sql.val(ids)}::uuid[])`)
  // Not `like`, of which the planner would expect next to nothing, and look through all to sort it: these are many.
  for (const word of searchWords(wanted.q ?? ''))
    query = query.where(sql<boolean>`strpos(search_key, ${` ${word}`}) > 0`)
  return query
}

const NOBODY = '00000000-0000-0000-0000-000000000000'

/**
 * Says again what row-level security says anyway, where it can be said by an index: its own condition joins two
 * columns by "or", which no index answers.
 */
function within<Selected>(people: People<Selected>, { roots = [], bodies = [] }: Scope): People<Selected> {
  const [root] = roots
  if (roots.length === 1 && root !== undefined && bodies.length === 0) return people.where('root_id', '=', root)
  if (roots.length === 0 && bodies.length > 0) return people.where('body_id', 'in', [...bodies])
  return people
}

/** Whether the caller reaches a body of the day, so that a person may belong to it. */
export async function reachesBody(transaction: Transaction, bodyId: string): Promise<boolean> {
  const { rows } = await sql<{ reached: boolean }>`
    select app.housekeeping() or root_id = any (app.roots()) or id = any (app.bodies()) as reached
    from body where id = ${bodyId}`.execute(transaction)
  return rows[0]?.reached === true
}

/** The person who has this code in a root. */
export function findByCode(transaction: Transaction, rootId: string, code: string) {
  return transaction
    .selectFrom('person')
    .select(['id', 'name'])
    .where('root_id', '=', rootId)
    .where('code', '=', code)
    .executeTakeFirst()
}

/** What is written of a person besides what follows from name and posts. */
export type Columns = Partial<
  Pick<
    Insertable<Row>,
    | 'code'
    | 'name'
    | 'birth_date'
    | 'sex'
    | 'rank_code'
    | 'grade'
    | 'managed_by'
    | 'post_title'
    | 'leader'
    | 'retires_on'
    | 'email'
    | 'phone'
    | 'home'
    | 'left_on'
  >
>

export async function insertPerson(
  transaction: Transaction,
  person: Columns & {
    id: string
    root_id: string
    body_id: string
    code: string
    name: string
    changed_by: string | null
  },
): Promise<void> {
  await transaction
    .insertInto('person')
    .values({ ...person, ...keysOf(person.name, person.code, person.post_title) })
    .execute()
}

/** Changes a person's row and counts its version up; gives the new version. */
export async function updatePerson(
  transaction: Transaction,
  id: string,
  columns: Columns & { root_id?: string; body_id?: string },
  by: string | undefined,
): Promise<number> {
  const row = await transaction
    .updateTable('person')
    .set({ ...columns, changed_by: by ?? null, changed_at: sql`now()`, version: sql`version + 1` })
    .where('id', '=', id)
    .returning(['version', 'name', 'code', 'post_title'])
    .executeTakeFirstOrThrow()
  await transaction
    .updateTable('person')
    .set(keysOf(row.name, row.code, row.post_title))
    .where('id', '=', id)
    .execute()
  return row.version
}

/** Takes what belongs to a person along to the body where the person now is. */
export async function moveBelongings(
  transaction: Transaction,
  personId: string,
  to: { root_id: string; body_id: string },
): Promise<void> {
  for (const table of ['passport', 'trip_entry', 'kinship'] as const) {
    await transaction.updateTable(table).set(to).where('person_id', '=', personId).execute()
  }
  const passports = sql`(select id from passport where person_id = ${personId})`
  await sql`update visa set root_id = ${to.root_id}, body_id = ${to.body_id}
    where passport_id in ${passports}`.execute(transaction)
  await sql`update passport_movement set root_id = ${to.root_id}, body_id = ${to.body_id}
    where passport_id in ${passports}`.execute(transaction)
}

function keysOf(name: string, code: string, post: string | null | undefined) {
  return { sort_key: sortKey(name), search_key: searchKey(name, code, post) }
}

export function lineOf(row: Selectable<Row> & { body_name: string }): PersonLine {
  return {
    id: row.id,
    code: row.code,
    name: row.name,
    sex: row.sex as PersonLine['sex'],
    bodyId: row.body_id,
    bodyName: row.body_name,
    rootId: row.root_id,
    postTitle: row.post_title,
    leader: row.leader,
    managedBy: row.managed_by as PersonLine['managedBy'],
    rankCode: row.rank_code,
    grade: row.grade,
    retiresOn: row.retires_on,
    leftOn: row.left_on,
  }
}
