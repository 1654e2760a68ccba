import { z } from 'zod'
import { MOST_MONEY } from './plan-item.ts'

export { Id, listOf, MOST_COUNTED, PAGE } from '../kernel/inputs.ts'

/** Pieces of which the inputs of the plans' doors are made. */

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
