import type { z } from 'zod'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { addDays, type Day, formatDay } from '../kernel/day.ts'
import { Refused } from '../kernel/errors.ts'
import { type Administered, apply, openBody, recordOf } from './administer.ts'
import type { endBody } from './contract.ts'
import type { Version } from './store.ts'
import { underAfter } from './tree.ts'
import { type Change, changeFrom, endOn } from './versions.ts'

/** The body exists until a day; what stands under it goes elsewhere on the day after, or the end is refused. */
export async function end(transaction: Transaction, actor: Actor, input: z.output<typeof endBody.input>) {
  const body = await openBody(transaction, input.id)
  const moved = childrenMoved(body, input.on, input.childrenTo, input.document)
  await apply(transaction, body.tree, [endOn(body.history, input.on, input.document), ...moved])
  const name = body.history.at(-1)?.name ?? body.code
  await recordOf(
    transaction,
    actor,
    { ...body, name },
    {
      action: 'body.ended',
      after: { lastDay: input.on, childrenTo: input.childrenTo, childrenMoved: moved.length },
      ground: input.document,
    },
  )
  return { id: input.id }
}

/**
 * What stands under a body after its last day, moved under another from the day after. Throws `Refused` that names them
 * when there is no other.
 */
export function childrenMoved(
  { id, tree }: Pick<Administered, 'id' | 'tree'>,
  last: Day,
  childrenTo: string | null,
  document: string,
): Change[] {
  const under = underAfter(tree, id, last)
  if (under.length > 0 && childrenTo === null) throw stillUnder(under, last)
  return under.map((child) => {
    if (child.from > last) return { update: [{ ...child, parentId: childrenTo }], insert: [] }
    return changeFrom([child], addDays(last, 1), { ...child, parentId: childrenTo, document })
  })
}

function stillUnder(under: readonly Version[], last: Day): Refused {
  const names = [...new Set(under.map((one) => `«${one.name}»`))]
  const listed = `${names.slice(0, 5).join(', ')}${names.length > 5 ? ` … (${names.length})` : ''}`
  return new Refused({
    vi: `Sau ngày ${formatDay(last)} vẫn còn đơn vị trực thuộc: ${listed}. Hãy chọn cơ quan tiếp nhận các đơn vị này, hoặc kết thúc chúng trước.`,
    en: `After ${formatDay(last)} these still stand under it: ${listed}. Choose the body that takes them over, or end them first.`,
  })
}
