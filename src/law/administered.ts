import { z } from 'zod'
import { type Day, isDay } from '../kernel/day.ts'
import { isJurisdiction } from './codes/jurisdictions.ts'
import { inForce } from './in-force.ts'
import type { AdministeredUse } from './result.ts'

/**
 * What no text defines and somebody had to choose: thresholds, lists of posts and countries, holidays, recipients.
 * One file of `law/administered/` holds one value with its whole history; each entry says who set it, when and why.
 */

const DaySchema = z.string().refine(isDay, { error: 'day' })
const BilingualText = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

export const AdministeredEntry = z.strictObject({
  value: z.unknown().refine((value) => value !== null && value !== undefined, { error: 'stated' }),
  /** The days for which it is to be used. */
  from: DaySchema,
  to: DaySchema.optional(),
  /** Where it is used; everywhere when absent. */
  jurisdiction: z.string().refine(isJurisdiction, { error: 'jurisdiction' }).optional(),
  setBy: z.string().min(1),
  setOn: DaySchema,
  reason: BilingualText,
})
export type AdministeredEntry = z.infer<typeof AdministeredEntry>

export const AdministeredValue = z.strictObject({
  id: z.string().regex(/^[a-z0-9-]+$/),
  title: BilingualText,
  entries: z.array(AdministeredEntry).min(1),
})
export type AdministeredValue = z.infer<typeof AdministeredValue>

/** The entry of an administered value for a day: the jurisdiction's own before the general one, the latest set first. */
export function administeredOn(
  values: readonly AdministeredValue[],
  id: string,
  day: Day,
  jurisdiction: string,
): AdministeredUse | undefined {
  const entries = values.find((value) => value.id === id)?.entries ?? []
  const valid = (entry: AdministeredEntry) => inForce({ from: entry.from, to: entry.to }, day)
  const entry =
    entries.findLast((one) => one.jurisdiction === jurisdiction && valid(one)) ??
    entries.findLast((one) => one.jurisdiction === undefined && valid(one))
  return entry && { id, value: entry.value, setBy: entry.setBy, setOn: entry.setOn, reason: entry.reason }
}

/** The administered value that a parameter refers to, `{ administered: id }`; `undefined` for a plain value. */
export function administeredReference(parameter: unknown): string | undefined {
  if (typeof parameter !== 'object' || parameter === null || !('administered' in parameter)) return undefined
  return typeof parameter.administered === 'string' ? parameter.administered : undefined
}
