import { z } from 'zod'

/** Pieces of which the doors of slices are made. */

export const Id = z.uuid()

export const PAGE = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
}

/** One page of a list; `total` is counted up to 10,001, or less where `more` says that there are more. */
export function listOf<Item extends z.ZodType>(item: Item) {
  return z.object({
    items: z.array(item),
    total: z.number(),
    more: z.boolean().optional(),
    page: z.number(),
    size: z.number(),
  })
}

/** The most that is counted: beyond it the answer says "10.000+". */
export const MOST_COUNTED = 10_000
