import { z } from 'zod'
import { Money } from '../../law/dossier.ts'

/**
 * What is typed of an estimate: it stands in the content of a dossier under `costs`, is saved and merged like the rest, and
 * is no part of the contract. The lines that follow from norms are computed; here stands only what is said of them.
 */

/** A part of a line that somebody else pays. */
const Share = z.strictObject({ source: z.string(), percent: z.number() })

/** What is said of a line that follows from a norm; the `key` of the item is the line's id. */
const SaidOfNorm = z.strictObject({
  /** The norm is not claimed. */
  off: z.boolean().optional(),
  /** Another amount for one unit, in the currency of the norm. */
  amount: z.number().optional(),
  /** Who pays; the state budget unless said. */
  payer: z.string().optional(),
  share: Share.optional(),
  /** Why more than the norm. */
  reason: z.string().optional(),
})

/** A line for which there is no norm, such as air tickets. */
const TypedLine = z.strictObject({
  item: z.string().optional(),
  what: z.string().optional(),
  /** Where, if it is spent in one country. */
  country: z.string().optional(),
  units: z.number().optional(),
  /** For one unit. */
  amount: Money.optional(),
  /** Where the price comes from: a quotation, an invitation. */
  source: z.string().optional(),
  payer: z.string().optional(),
  share: Share.optional(),
  reason: z.string().optional(),
})

export const Costs = z.strictObject({
  norms: z.array(SaidOfNorm).optional(),
  lines: z.array(TypedLine).optional(),
})
