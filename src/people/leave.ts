import type { z } from 'zod'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { type Day, formatDay } from '../kernel/day.ts'
import { Refused } from '../kernel/errors.ts'
import { recordOf } from './audit.ts'
import type { leave as endpoint } from './contract.ts'
import { openPerson } from './open.ts'
import { closePost, findPosts } from './posts/store.ts'
import { updatePerson } from './store.ts'

/** The person leaves on a day: all posts end then, and lists no longer show the person unless asked to. */
export async function leave(
  transaction: Transaction,
  actor: Actor,
  { id, version, on, document }: z.output<typeof endpoint.input>,
  today: Day,
) {
  const person = await openPerson(transaction, id, today, version)
  if (on > today) throw notYet(on)
  const open = (await findPosts(transaction, [id])).filter((post) => post.to === null || post.to > on)
  for (const post of open) await closePost(transaction, post.id, on < post.from ? post.from : on)
  const saved = await updatePerson(transaction, id, { left_on: on, leader: false }, actor.name)
  await recordOf(transaction, actor, person, {
    action: 'person.left',
    after: { left_on: on },
    ground: document ?? undefined,
  })
  return { id, version: saved }
}

function notYet(on: Day): Refused {
  return new Refused({
    vi: `Ngày thôi công tác ${formatDay(on)} còn ở sau hôm nay. Hãy ghi khi đến ngày ấy; ngày nghỉ hưu dự kiến ghi ở «Ngày nghỉ hưu».`,
    en: `The last day, ${formatDay(on)}, is after today. Enter it when it comes; an expected retirement goes into “Retires on”.`,
  })
}
