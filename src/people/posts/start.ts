import type { z } from 'zod'
import { bodyOn, rootOf } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { addDays, type Day, formatDay } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { recordOf } from '../audit.ts'
import type { Post, startPost } from '../contract.ts'
import { openPerson } from '../open.ts'
import { noBodyThen, outOfReach } from '../refusals.ts'
import { reachesBody } from '../store.ts'
import { settle } from './settle.ts'
import { closePost, findPosts, insertPost } from './store.ts'

/** A post begins. A main one ends the main post before it, and takes the person and what is theirs to its body. */
export async function start(
  transaction: Transaction,
  actor: Actor,
  { id, ...post }: z.output<typeof startPost.input>,
  today: Day,
) {
  const person = await openPerson(transaction, id, today)
  if (post.from > today) throw notYet(post.from)
  const body = await bodyOn(transaction, post.bodyId, post.from)
  if (!body) throw noBodyThen(post.from)
  if (!(await reachesBody(transaction, post.bodyId))) throw outOfReach(body.name)
  const posts = await findPosts(transaction, [id])
  if (post.main) await closeMainPost(transaction, posts, post.from)
  await insertPost(transaction, newId(), id, { ...post, rootId: body.rootId })
  const version = await settle(transaction, person, (bodyId) => rootOfBody(transaction, bodyId), today, actor.name)
  const moved = post.main && post.bodyId !== person.body_id
  await recordOf(transaction, actor, moved ? { ...person, body_id: post.bodyId, root_id: body.rootId } : person, {
    action: moved ? 'person.transferred' : 'person.post-started',
    before: moved ? { body: person.body_name } : undefined,
    after: { ...post, body: body.name },
    ground: post.document ?? undefined,
  })
  return { id, version }
}

/** The root of a body that is known to exist. */
export async function rootOfBody(transaction: Transaction, bodyId: string): Promise<string> {
  return (await rootOf(transaction, bodyId)) ?? bodyId
}

async function closeMainPost(transaction: Transaction, posts: readonly Post[], from: Day): Promise<void> {
  const later = posts.find((post) => post.main && post.from >= from)
  if (later) throw laterPost(later)
  const open = posts.find((post) => post.main && (post.to === null || post.to >= from))
  if (open && !(await closePost(transaction, open.id, addDays(from, -1)))) throw outOfReach(open.bodyName)
}

function notYet(day: Day): Refused {
  return new Refused({
    vi: `Chức vụ bắt đầu ngày ${formatDay(day)}, sau hôm nay. Hãy ghi khi đến ngày ấy: sổ luôn cho biết hiện nay ai ở đâu.`,
    en: `The post begins on ${formatDay(day)}, after today. Enter it when that day comes: the register says who is where now.`,
  })
}

function laterPost(post: Post): Refused {
  return new Refused({
    vi: `Đã có chức vụ chính «${post.title}» (${post.bodyName}) từ ngày ${formatDay(post.from)}. Hãy chọn ngày bắt đầu sau đó, hoặc ghi chức vụ này là kiêm nhiệm.`,
    en: `There is a main post “${post.title}” (${post.bodyName}) from ${formatDay(post.from)}. Choose a later day, or enter this one as an additional post.`,
  })
}
