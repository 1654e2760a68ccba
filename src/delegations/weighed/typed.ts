import { z } from 'zod'

/**
 * What a unit has weighed before it sends anybody: it stands in the content of a dossier under `weighed`, is saved and merged like
 * the rest, and is no part of the contract.
 */

/** Whether it could be done otherwise, and why the trip is proposed all the same, or why it could not. */
const Alternative = z.strictObject({ able: z.boolean().optional(), reason: z.string().optional() })

export const Weighed = z.strictObject({
  /** Whether a meeting over video could do it. */
  virtual: Alternative.optional(),
  /** Whether the mission abroad could do it. */
  mission: Alternative.optional(),
  /** Why the trip is proposed outside the yearly plan. */
  offPlan: z.string().optional(),
})
