import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { NotFound, Refused } from '../../kernel/errors.ts'
import { recordOf } from '../audit.ts'
import type { endPost } from '../contract.ts'
import { openPerson } from '../open.ts'
import { outOfReach } from '../refusals.ts'
import { settle } from './settle.ts'
import { rootOfBody } from './start.ts'
import { closePost, findPosts } from './store.ts'

/** A post ends on a day. */
export async function end(
  transaction: Transaction,
  actor: Actor,
  { id, postId, on, document }: z.output<typeof endPost.input>,
  today: Day,
) {
  const person = await openPerson(transaction, id, today)
  const post = (await findPosts(transaction, [id])).find((one) => one.id === postId)
  if (!post) throw noSuchPost()
  if (on < post.from) throw tooEarly(post.from)
  if (!(await closePost(transaction, postId, on))) throw outOfReach(post.bodyName)
  const version = await settle(transaction, person, (bodyId) => rootOfBody(transaction, bodyId), today, actor.name)
  await recordOf(transaction, actor, person, {
    action: 'person.post-ended',
    before: { to: post.to },
    after: { to: on, title: post.title, body: post.bodyName },
    ground: document ?? undefined,
  })
  return { id, version }
}

function noSuchPost(): NotFound {
  return new NotFound({
    vi: 'Không có chức vụ này ở người này. Hãy tải lại trang rồi chọn lại.',
    en: 'This person has no such post. Load the page again and choose again.',
  })
}

function tooEarly(from: Day): Refused {
  return new Refused({
    vi: `Chức vụ bắt đầu ngày ${formatDay(from)}: ngày kết thúc phải từ ngày đó trở đi.`,
    en: `The post began on ${formatDay(from)}: it cannot end before.`,
  })
}
