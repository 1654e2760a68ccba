import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Post } from '../contract.ts'
import { moveBelongings, updatePerson } from '../store.ts'
import { findPosts } from './store.ts'

/**
 * Brings the person's row in line with the posts of a day: the main post says to which body the person belongs, by
 * whom managed, and what lists show. Without a main post on the day the person stays where the last one was.
 */
export async function settle(
  transaction: Transaction,
  person: { id: string; root_id: string; body_id: string },
  rootOfBody: (bodyId: string) => Promise<string>,
  today: Day,
  by: string | undefined,
): Promise<number> {
  const posts = await findPosts(transaction, [person.id])
  const begun = posts.filter((post) => post.from <= today)
  const held = begun.filter((post) => isHeld(post, today))
  const main = held.find((post) => post.main) ?? begun.find((post) => post.main)
  const place = main
    ? { root_id: await rootOfBody(main.bodyId), body_id: main.bodyId }
    : { root_id: person.root_id, body_id: person.body_id }
  if (place.body_id !== person.body_id) await moveBelongings(transaction, person.id, place)
  const shown = main && isHeld(main, today) ? main : undefined
  return updatePerson(
    transaction,
    person.id,
    {
      ...place,
      post_title: shown?.title ?? null,
      managed_by: shown?.managedBy ?? null,
      leader: held.some((post) => post.leader),
    },
    by,
  )
}

function isHeld(post: Post, day: Day): boolean {
  return post.from <= day && (post.to === null || post.to >= day)
}
