import type { Transaction } from '../../db/transaction.ts'
import { type ItemFilter, listItemRows } from './store.ts'

/** One page of the lines within reach that the filter lets through. */
export async function listItems(transaction: Transaction, { page, size, ...filter }: ItemFilter & Page) {
  const { rows, total } = await listItemRows(transaction, filter, { limit: size, offset: (page - 1) * size })
  return { items: rows, total, page, size }
}

interface Page {
  page: number
  size: number
}
