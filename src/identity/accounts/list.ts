import type { z } from 'zod'
import { namesOfBodies } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { isRole } from '../roles.ts'
import type { listAccounts } from './contract.ts'
import { listAccountRows } from './store.ts'

/** A page of the accounts that the caller administers, by login. */
export async function list(
  transaction: Transaction,
  { q, role, state, page, size }: z.output<(typeof listAccounts)['input']>,
  today: Day,
) {
  const { items, total } = await listAccountRows(transaction, { q, role, state, page, size }, today)
  const bodyIds = items.flatMap(({ roles }) => roles.flatMap(({ bodyId }) => bodyId ?? []))
  const names = await namesOfBodies(transaction, [...new Set(bodyIds)], today)
  const rows = items.map((item) => ({
    ...item,
    roles: item.roles.flatMap(({ role: code, bodyId, validTo }) =>
      isRole(code) ? { role: code, bodyName: bodyId ? (names.get(bodyId) ?? null) : null, validTo } : [],
    ),
  }))
  return { items: rows, total, page, size }
}
