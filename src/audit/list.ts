import type { z } from 'zod'
import type { Transaction } from '../db/transaction.ts'
import type { AuditEntry, listAudit } from './contract.ts'
import { findActions, findEntries } from './store.ts'

/** A page of the trail, newest first, and the kinds of deeds to filter by. */
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
  }
}
