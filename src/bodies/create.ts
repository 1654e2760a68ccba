import type { z } from 'zod'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { newId } from '../kernel/ids.ts'
import { apply, notYours, openBody, recordOf, refuseTakenCode, said } from './administer.ts'
import type { createBody } from './contract.ts'
import { administers, insertBody, type Version } from './store.ts'

/** Adds a body under another, or a root (a province, a ministry), which only administrators of the installation may. */
export async function create(transaction: Transaction, actor: Actor, input: z.output<typeof createBody.input>) {
  const { parentId } = input
  const above = parentId === null ? undefined : await openBody(transaction, parentId)
  if (!above && !(await administers(transaction, undefined))) throw notYours()
  await refuseTakenCode(transaction, input.code)
  const id = newId()
  const version: Version = {
    ...input,
    id,
    versionId: newId(),
    rootId: above?.rootId ?? id,
    to: null,
    endDocument: null,
  }
  await insertBody(transaction, version)
  await apply(transaction, above?.tree ?? [], [{ update: [], insert: [version] }])
  await recordOf(transaction, actor, version, {
    action: 'body.created',
    after: said(version),
    ground: input.document ?? undefined,
  })
  return { id }
}
