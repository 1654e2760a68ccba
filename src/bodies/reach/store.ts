import { sql } from 'kysely'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'

/** What a role held in a body can reach, by each of the ways in which a role may reach. */
export interface BodyReach {
  /** The body, everything under it today, and all that ended in one of these. */
  bodies: string[]
  /** Its root, and the roots that were merged into it. */
  roots: string[]
  /** Bodies of other roots that ended in one of these roots. */
  absorbed: string[]
  /** Roots whose accounts go up to the body or to one under it. */
  reportingRoots: string[]
  /** Countries and territories that it covers as a mission abroad. */
  countries: string[]
  /** Whether it stands at the top of its tree. */
  isRoot: boolean
}

/** One thing that a body reaches. */
export interface ReachRow {
  start: string
  kind: 'body' | 'root' | 'absorbed' | 'reporting' | 'country'
  value: string
}

/** How far each of these bodies reaches on a day, in one statement. Bodies that do not exist are left out. */
export async function reachOfBodies(
  transaction: Transaction,
  bodyIds: readonly string[],
  day: Day,
): Promise<Map<string, BodyReach>> {
  if (bodyIds.length === 0) return new Map()
  const { rows } = await sql<ReachRow>`
    select start, kind, value from app.reach_of_bodies(${sql.val([...bodyIds])}::uuid[], ${day}::date)
  `.execute(transaction)
  return reachesFrom(rows)
}

/** What each body reaches, from the rows that say so one by one. Pure. */
export function reachesFrom(rows: readonly ReachRow[]): Map<string, BodyReach> {
  const found = new Map<string, BodyReach>()
  for (const { start, kind, value } of rows) {
    const reach = found.get(start) ?? nothing()
    found.set(start, reach)
    if (kind === 'body') reach.bodies.push(value)
    if (kind === 'absorbed') reach.absorbed.push(value)
    if (kind === 'reporting') reach.reportingRoots.push(value)
    if (kind === 'country') reach.countries.push(value)
    if (kind === 'root') {
      reach.roots.push(value)
      if (value === start) reach.isRoot = true
    }
  }
  return found
}

function nothing(): BodyReach {
  return { bodies: [], roots: [], absorbed: [], reportingRoots: [], countries: [], isRoot: false }
}

/** All roots there ever were: what a role over the whole installation reaches. */
export async function allRoots(transaction: Transaction): Promise<string[]> {
  const rows = await transaction.selectFrom('body').select('id').whereRef('id', '=', 'root_id').execute()
  return rows.map((row) => row.id)
}

/** Names of bodies on a day: of a body that has ended its last name, of one to come its first. */
export async function namesOfBodies(
  transaction: Transaction,
  bodyIds: readonly string[],
  day: Day,
): Promise<Map<string, string>> {
  if (bodyIds.length === 0) return new Map()
  const rows = await transaction
    .selectFrom('body_version')
    .distinctOn('body_id')
    .select(['body_id', 'name'])
    .where('body_id', 'in', [...bodyIds])
    .orderBy('body_id')
    .orderBy((column) => sql`(${column.ref('valid_from')} <= ${day}) desc`)
    .orderBy((column) => sql`abs(${column.ref('valid_from')} - ${day}::date)`)
    .execute()
  return new Map(rows.map((row) => [row.body_id, row.name]))
}
