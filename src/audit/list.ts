import type { z } from 'zod'
import type { Transaction } from '../db/transaction.ts'
import { byCodeUnit } from '../kernel/text.ts'
import { sortKey } from '../kernel/vietnamese.ts'
import type { AuditEntry, listAudit } from './contract.ts'
import { findActions, findActors, findEntries } from './store.ts'

/** A page of the trail, newest first; with the first page the deeds and the people to filter by. */
export async function list(transaction: Transaction, input: z.output<typeof listAudit.input>) {
  const { before, size, ...filter } = input
  const rows = await findEntries(transaction, filter, size + 1, before)
  const items: AuditEntry[] = rows
    .slice(0, size)
    .map(({ seq, content, hash }) => ({ ...JSON.parse(content), seq, hash }))
  const last = items.at(-1)
  return {
    items,
    ...(rows.length > size && last ? { before: last.seq } : {}),
    actions: before === undefined ? await findActions(transaction) : [],
    people: before === undefined ? (await findActors(transaction)).sort(byName) : [],
  }
}

function byName(one: { name: string }, other: { name: string }): number {
  return byCodeUnit(sortKey(one.name), sortKey(other.name))
}
