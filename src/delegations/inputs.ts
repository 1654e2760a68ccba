import { z } from 'zod'

export { Id, listOf, MOST_COUNTED, PAGE } from '../kernel/inputs.ts'

/** Pieces of which the doors of dossiers are made. */

export const Version = z.int().positive()
export const Title = z.string().trim().min(1).max(500)
export const Reason = z.string().trim().max(4000)
export const SaidReason = Reason.min(1)
/** How a body or an authority is called. */
export const SaidName = z.string().trim().min(1).max(200)
