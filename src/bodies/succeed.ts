import type { z } from 'zod'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { addDays, type Day, formatDay } from '../kernel/day.ts'
import { Refused } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import { type Administered, apply, openBody, recordOf } from './administer.ts'
import type { mergeBodies, Successor, splitBody } from './contract.ts'
import { create } from './create.ts'
import { childrenMoved } from './end.ts'
import { insertSuccession } from './store.ts'
import { endOn, versionOn } from './versions.ts'

/**
 * Bodies become one on a day: they end the day before, save the one into which they go where it is one of them, and
 * what stood under them stands under it, where it is of the same tree.
 */
export async function merge(transaction: Transaction, actor: Actor, input: z.output<typeof mergeBodies.input>) {
  const { on, document } = input
  const id = await beginning(transaction, actor, input.into, on, document)
  const ending = [...new Set(input.bodies)].filter((body) => body !== id)
  if (ending.length === 0) throw nothingEnds()
  for (const body of ending) await endInto(transaction, actor, body, id, { on, document, kind: 'merged' })
  return { id }
}

/** A body is divided on a day: it ends the day before, or goes on beside what was split off. */
export async function split(transaction: Transaction, actor: Actor, input: z.output<typeof splitBody.input>) {
  const { on, document } = input
  const ids: string[] = []
  for (const part of input.into) ids.push(await beginning(transaction, actor, part, on, document))
  const body = await openBody(transaction, input.id)
  if (!versionOn(body.history, addDays(on, -1))) endOn(body.history, addDays(on, -1), document)
  if (!input.goesOn) await endBefore(transaction, body, on, input.childrenTo, document)
  for (const toId of ids) await succeed(transaction, input.id, toId, { on, document, kind: 'split' })
  await recordEnd(transaction, actor, body, { action: 'body.split', on, document, into: ids, goesOn: input.goesOn })
  return { ids }
}

/** The body that begins: one that exists on the day, or a new one. */
async function beginning(
  transaction: Transaction,
  actor: Actor,
  into: Successor,
  on: Day,
  document: string,
): Promise<string> {
  if (into.id === undefined) {
    const { id: _, ...fields } = into
    return (await create(transaction, actor, { ...fields, from: on, document })).id
  }
  const body = await openBody(transaction, into.id)
  if (versionOn(body.history, on)) return into.id
  throw new Refused({
    vi: `Cơ quan kế thừa «${body.history.at(-1)?.name}» không tồn tại vào ngày ${formatDay(on)}. Hãy chọn cơ quan khác hoặc ngày khác.`,
    en: `The succeeding body “${body.history.at(-1)?.name}” does not exist on ${formatDay(on)}. Choose another body or day.`,
  })
}

async function endInto(
  transaction: Transaction,
  actor: Actor,
  id: string,
  toId: string,
  how: { on: Day; document: string; kind: 'merged' },
): Promise<void> {
  const body = await openBody(transaction, id)
  const sameTree = body.tree.some((version) => version.id === toId)
  await endBefore(transaction, body, how.on, sameTree ? toId : null, how.document)
  await succeed(transaction, id, toId, how)
  await recordEnd(transaction, actor, body, { action: 'body.merged', on: how.on, document: how.document, into: [toId] })
}

async function endBefore(
  transaction: Transaction,
  body: Administered,
  on: Day,
  childrenTo: string | null,
  document: string,
): Promise<void> {
  const last = addDays(on, -1)
  const moved = childrenMoved(body, last, childrenTo, document)
  await apply(transaction, body.tree, [endOn(body.history, last, document), ...moved])
}

async function succeed(
  transaction: Transaction,
  fromId: string,
  toId: string,
  how: { on: Day; document: string; kind: 'merged' | 'split' },
): Promise<void> {
  await insertSuccession(transaction, newId(), { fromId, toId, ...how })
}

async function recordEnd(
  transaction: Transaction,
  actor: Actor,
  body: Administered,
  { action, document, ...after }: { action: string; document: string; on: Day; into: string[]; goesOn?: boolean },
): Promise<void> {
  const name = versionOn(body.history, addDays(after.on, -1))?.name ?? body.code
  await recordOf(transaction, actor, { ...body, name }, { action, after, ground: document })
}

function nothingEnds(): Refused {
  return new Refused({
    vi: 'Cần ít nhất một cơ quan khác với cơ quan kế thừa để sáp nhập. Hãy thêm cơ quan bị sáp nhập.',
    en: 'A merger needs at least one body besides the succeeding one. Add the body that is merged.',
  })
}
