import { type Selectable, sql } from 'kysely'
import { type Question, question } from '../../db/question.ts'
import type { Post as Row } from '../../db/rows.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Post, PostFields } from '../contract.ts'

/** Somebody who holds a post. */
export interface Holder {
  personId: string
  name: string
  title: string
}

/** A post with the person who holds it. */
export interface HeldPost extends Holder {
  collective: boolean
  leader: boolean
}

/** Who held which post in a body on a day; leaders in the order of their appointment. */
export async function findPostsOfBody(transaction: Transaction, bodyId: string, day: Day): Promise<HeldPost[]> {
  const rows = await transaction
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select(['person.id', 'person.name', 'post.title', 'post.collective', 'post.leader'])
    .where('post.body_id', '=', bodyId)
    .where('post.valid_from', '<=', day)
    .where((column) => column.or([column('post.valid_to', 'is', null), column('post.valid_to', '>=', day)]))
    .orderBy('post.valid_from')
    .orderBy('person.sort_key')
    .execute()
  return rows.map(({ id, ...post }) => ({ personId: id, ...post }))
}

/**
 * How many people within reach hold a post in the collective leadership on a day: of a body, and of the bodies within reach in
 * which these people hold their main posts; bodies where nobody does are left out.
 */
export function countCollectives(
  bodyId: string,
  personIds: readonly string[],
  day: Day,
): Question<Map<string, number>> {
  const statement = sql<{ body: string; count: number }>`
    select post.body_id as body, count(distinct post.person_id) as count
    from post join person on person.id = post.person_id
    where post.collective and post.valid_from <= ${day} and (post.valid_to is null or post.valid_to >= ${day})
      and post.body_id = any (array(
        select ${bodyId}::uuid union select held.body_id from post held
        where held.person_id = any (${sql.val([...personIds])}::uuid[]) and held.main
          -- Of a body beyond, some few would be counted for all.
          and (held.root_id = any (app.roots()) or held.body_id = any (app.bodies()))
          and held.valid_from <= ${day} and (held.valid_to is null or held.valid_to >= ${day})
      ))
    group by post.body_id`
  return question(statement, (rows) => new Map(rows.map(({ body, count }) => [body, count])))
}

/** All posts of these people, the latest first, each with the name its body had then. */
export async function findPosts(
  transaction: Transaction,
  personIds: readonly string[],
): Promise<(Post & { personId: string })[]> {
  if (personIds.length === 0) return []
  const rows = await transaction
    .selectFrom('post')
    .selectAll()
    .select(
      sql<string>`coalesce(
        (select name from body_version where body_version.body_id = post.body_id
          and body_version.valid_from <= coalesce(post.valid_to, 'infinity') order by body_version.valid_from desc limit 1),
        '?')`.as('body_name'),
    )
    .where('person_id', 'in', [...personIds])
    .orderBy('valid_from', 'desc')
    .orderBy('id')
    .execute()
  return rows.map((row) => ({ personId: row.person_id, ...postOf(row) }))
}

export async function insertPost(
  transaction: Transaction,
  id: string,
  personId: string,
  post: PostFields & { rootId: string },
): Promise<void> {
  await transaction
    .insertInto('post')
    .values({
      id,
      person_id: personId,
      root_id: post.rootId,
      body_id: post.bodyId,
      title: post.title,
      main: post.main,
      leader: post.leader,
      collective: post.collective,
      managed_by: post.managedBy,
      valid_from: post.from,
      valid_to: post.to,
      document: post.document,
    })
    .execute()
}

/** Sets the last day of a post; says whether the caller may. */
export async function closePost(transaction: Transaction, id: string, lastDay: Day): Promise<boolean> {
  const closed = await transaction
    .updateTable('post')
    .set({ valid_to: lastDay })
    .where('id', '=', id)
    .executeTakeFirst()
  return closed.numUpdatedRows > 0n
}

function postOf(row: Selectable<Row> & { body_name: string }): Post {
  return {
    id: row.id,
    bodyId: row.body_id,
    bodyName: row.body_name,
    title: row.title,
    main: row.main,
    leader: row.leader,
    collective: row.collective,
    managedBy: row.managed_by as Post['managedBy'],
    from: row.valid_from,
    to: row.valid_to,
    document: row.document,
  }
}
