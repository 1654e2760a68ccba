import type { z } from 'zod'
import { bodyOn } from '../bodies/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import type { Day } from '../kernel/day.ts'
import { newId } from '../kernel/ids.ts'
import { recordOf } from './audit.ts'
import { columnsOf } from './change.ts'
import type { createPerson } from './contract.ts'
import { insertPost } from './posts/store.ts'
import { codeTaken, noBodyThen, outOfReach } from './refusals.ts'
import { findByCode, insertPerson, reachesBody } from './store.ts'

/** Adds a person with the main post that the person holds. */
export async function create(
  transaction: Transaction,
  actor: Actor,
  { post, ...input }: z.output<typeof createPerson.input>,
  today: Day,
) {
  const body = (await bodyOn(transaction, post.bodyId, today)) ?? (await bodyOn(transaction, post.bodyId, post.from))
  if (!body) throw noBodyThen(post.from)
  if (!(await reachesBody(transaction, post.bodyId))) throw outOfReach(body.name)
  const id = newId()
  const code = input.code ?? `CB-${id.slice(-8).toUpperCase()}`
  const taken = await findByCode(transaction, body.rootId, code)
  if (taken) throw codeTaken(code, taken.name)
  const columns = {
    ...columnsOf(input),
    name: input.name,
    code,
    post_title: post.title,
    managed_by: post.managedBy,
    leader: post.leader,
  }
  const place = { root_id: body.rootId, body_id: body.id }
  await insertPerson(transaction, { ...columns, ...place, id, changed_by: actor.name ?? null })
  await insertPost(transaction, newId(), id, { ...post, main: true, rootId: body.rootId })
  await recordOf(
    transaction,
    actor,
    { id, name: input.name, ...place },
    {
      action: 'person.created',
      after: { ...columns, body: body.name, from: post.from },
      ground: post.document ?? undefined,
    },
  )
  return { id, version: 1 }
}
