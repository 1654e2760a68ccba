import { z } from 'zod'
import { MOST_MONEY } from './plan-item.ts'

/** Pieces of which the inputs of the plans' doors are made. */

export const Id = z.uuid()
/** A year in a query. */
export const Year = z.coerce.number().int().min(2000).max(2199)
export const NewYear = z.int().min(2000).max(2199)
export const Version = z.int().positive()
export const Reason = z.string().trim().max(2000)
export const SaidReason = Reason.min(1)
export const DocumentText = z.string().trim().max(300)
/** Whole VND. */
export const Vnd = z.int().min(0).max(MOST_MONEY)
export const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')

export const PAGE = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
}

/** One page of a list; `total` is counted up to 10,001. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), total: z.number(), page: z.number(), size: z.number() })
}

/** The most that is counted: beyond it the answer says "10.000+". */
export const MOST_COUNTED = 10_000
