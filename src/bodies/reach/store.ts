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

const NOTHING: BodyReach = { bodies: [], roots: [], absorbed: [], reportingRoots: [], countries: [], isRoot: false }

/**
 * How far each of these bodies reaches on a day. A body that has ended belongs to those into which it was merged or by
 * which it was taken over, and where it has no successor to the one under which it stood last. One statement; bodies
 * that do not exist are left out.
 */
export async function reachOfBodies(
  transaction: Transaction,
  bodyIds: readonly string[],
  day: Day,
): Promise<Map<string, BodyReach>> {
  const found = new Map<string, BodyReach>()
  if (bodyIds.length === 0) return found
  const { rows } = await sql<{
    start: string
    kind: 'body' | 'root' | 'absorbed' | 'reporting' | 'country'
    value: string
  }>`
    with recursive start as (
      select id, root_id from body where id = any (${sql.val([...bodyIds])}::uuid[])
    ),
    reach (start, id) as (
      select id, id from start
      union
      select reach.start, next.id from reach cross join lateral (
        select version.body_id as id from body_version version
        where version.parent_id = reach.id and (
          ${inForce(day)}
          or version.valid_to < ${day}
            and not exists (
              select from body_version later
              where later.body_id = version.body_id and later.valid_from > version.valid_from and later.valid_from <= ${day}
            )
            and not exists (
              select from body_succession succession
              where succession.from_body_id = version.body_id and succession.kind <> 'split' and succession.on_day <= ${day}
            )
        )
        union all
        select succession.from_body_id from body_succession succession
        where succession.to_body_id = reach.id and succession.kind <> 'split' and succession.on_day <= ${day}
      ) next
    ),
    root_reach (start, id) as (
      select id, root_id from start
      union
      select root_reach.start, former.id from root_reach
        join body_succession succession on succession.to_body_id = root_reach.id
        join body former on former.id = succession.from_body_id and former.root_id = former.id
      where succession.kind <> 'split' and succession.on_day <= ${day}
    )
    select start, 'body' as kind, id::text as value from reach
    union all
    select start, 'root', id::text from root_reach
    union all
    select distinct root_reach.start, 'absorbed', former.id::text
      from root_reach join body inside on inside.root_id = root_reach.id
        join body_succession succession on succession.to_body_id = inside.id
        join body former on former.id = succession.from_body_id
      where succession.kind <> 'split' and succession.on_day <= ${day}
        and not exists (select from root_reach own where own.start = root_reach.start and own.id = former.root_id)
    union all
    select distinct reach.start, 'reporting', version.root_id::text
      from reach join body_reporting version on version.to_body_id = reach.id where ${inForce(day)}
    union all
    select start.id, 'country', version.country
      from start join mission_country version on version.body_id = start.id where ${inForce(day)}
  `.execute(transaction)
  for (const { start, kind, value } of rows) {
    const reach = found.get(start) ?? structuredClone(NOTHING)
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

function inForce(day: Day) {
  return sql`(version.valid_from <= ${day} and (version.valid_to is null or version.valid_to >= ${day}))`
}
