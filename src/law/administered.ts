import { z } from 'zod'
import { isDay } from '../kernel/day.ts'
import { isJurisdiction } from './codes/jurisdictions.ts'

/**
 * What no text defines and somebody had to choose: thresholds, lists of posts and countries, holidays, recipients.
 * One file of `law/administered/` holds one value with its whole history; each entry says who set it, when and why.
 */

const Day = z.string().refine(isDay, { error: 'day' })
const BilingualText = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

export const AdministeredEntry = z.strictObject({
  value: z.unknown(),
  /** The days for which it is to be used. */
  from: Day,
  to: Day.optional(),
  /** Where it is used; everywhere when absent. */
  jurisdiction: z.string().refine(isJurisdiction, { error: 'jurisdiction' }).optional(),
  setBy: z.string().min(1),
  setOn: Day,
  reason: BilingualText,
})
export type AdministeredEntry = z.infer<typeof AdministeredEntry>

export const AdministeredValue = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: BilingualText,
  entries: z.array(AdministeredEntry).min(1),
})
export type AdministeredValue = z.infer<typeof AdministeredValue>
