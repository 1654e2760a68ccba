import { z } from 'zod'

/**
 * What the outline of a study trip answers: it stands in the content of a dossier under `outline`, is saved and merged like the
 * rest, and is no part of the contract, which knows the outline by its number and days only.
 */
export const Outline = z.strictObject({
  /** What earlier delegations to the same places, and their reports, left open. */
  leftOpen: z.string().optional(),
  /** What this delegation is to find out. */
  questions: z.string().optional(),
})
