import type { z } from 'zod'
import type { Scope } from '../db/scope.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import { noSuchBody } from './administer.ts'
import { findAssignments } from './assignments/store.ts'
import type { getBody } from './contract.ts'
import { namesOfBodies } from './reach/store.ts'
import { findBodies, findBody, findSuccessions, findTree } from './store.ts'
import { aboveOn } from './tree.ts'
import { versionOn } from './versions.ts'

/** A body with its whole history, and how it stands on a day. `administered`: whose bodies the caller may change. */
export async function get(
  transaction: Transaction,
  { id, day: asked }: z.output<typeof getBody.input>,
  today: Day,
  administered: Scope,
) {
  const body = await findBody(transaction, id)
  if (!body) throw noSuchBody()
  const day = asked ?? today
  const tree = await findTree(transaction, body.root_id, '0001-01-01')
  const history = tree.filter((version) => version.id === id).sort((one, other) => (one.from < other.from ? -1 : 1))
  const under = await findBodies(transaction, { day, root: body.root_id })
  const receivers = id === body.root_id ? await findAssignments(transaction, 'body_reporting', id) : []
  const names = await namesOfBodies(
    transaction,
    receivers.map((one) => one.value),
    day,
  )
  const nameOn = (bodyId: string, on: Day) =>
    versionOn(
      tree.filter((version) => version.id === bodyId),
      on,
    )?.name ?? null
  return {
    id,
    rootId: body.root_id,
    code: body.code,
    day,
    current: versionOn(history, day) ?? null,
    above: aboveOn(tree, id, day).map((one) => ({ id: one.id, name: one.name })),
    under: under.filter((one) => one.parentId === id),
    history: history.map((one) => ({ ...one, parentName: one.parentId && nameOn(one.parentId, one.from) })),
    successions: await findSuccessions(transaction, id),
    countries: (await findAssignments(transaction, 'mission_country', id)).map(({ value, ...dates }) => ({
      country: value,
      ...dates,
    })),
    reportsTo: receivers.map(({ value, ...dates }) => ({ id: value, name: names.get(value) ?? '', ...dates })),
    mayChange: administered.installation === true || administered.roots?.includes(body.root_id) === true,
  }
}
