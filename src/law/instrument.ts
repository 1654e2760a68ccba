import { z } from 'zod'
import { isDay } from '../kernel/day.ts'
import { isJurisdiction } from './codes/jurisdictions.ts'
import { Condition, Who } from './conditions.ts'
import { SEVERITIES } from './result.ts'

/**
 * The shape of a legal text as data: one file of `law/instruments/` each. A provision is a place in the text; a norm is
 * the use that this place makes of a rule: its parameters, whom it binds, under which conditions, what a breach means.
 * The parameters of a norm are validated by the rule that it names (see `load.ts`).
 */

const Day = z.string().refine(isDay, { error: 'day' })
const BilingualText = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })
const Severity = z.enum(SEVERITIES)

export const Norm = z.strictObject({
  rule: z.string(),
  severity: Severity,
  /** Severities of the lesser breaches that a rule tells apart, by the rule's name for them: `undeclared: missing`. */
  grades: z.record(z.string(), Severity).optional(),
  /** Whom it binds; everyone when absent. */
  who: Who.optional(),
  /** It applies only while these facts of the dossier hold. */
  when: Condition.optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
  /** Days in force of this norm, where they differ from the instrument's. */
  from: Day.optional(),
  to: Day.optional(),
  /** Why it ends, or what else a reader should know. */
  note: BilingualText.optional(),
})
export type Norm = z.infer<typeof Norm>

export const ObligationNorm = z.strictObject({
  rule: z.string(),
  /** Which day must lie within its days in force: the one whose law is asked for, or the day of return. */
  chosenBy: z.enum(['asOf', 'return']).optional(),
  when: Condition.optional(),
  parameters: z.record(z.string(), z.unknown()).optional(),
  from: Day.optional(),
  to: Day.optional(),
  note: BilingualText.optional(),
})
export type ObligationNorm = z.infer<typeof ObligationNorm>

export const Provision = z.strictObject({
  /** Point, and paragraph where there are several: `3.4`. Absent where the place in the text was not seen. */
  place: z.string().min(1).optional(),
  /** What it demands, in our own words. */
  summary: BilingualText,
  norms: z.array(Norm).optional(),
  obligations: z.array(ObligationNorm).optional(),
})
export type Provision = z.infer<typeof Provision>

export const Instrument = z.strictObject({
  id: z.string().regex(/^[A-Za-z0-9Đđ][A-Za-z0-9Đđ.-]*$/),
  number: z.string().min(1),
  title: BilingualText,
  issuer: BilingualText,
  issued: Day,
  /** Where they differ from "from the day of issue, with no end". */
  inForce: z.strictObject({ from: Day.optional(), to: Day.optional() }).optional(),
  jurisdiction: z.string().refine(isJurisdiction, { error: 'jurisdiction' }),
  /** What is known of its status, and how. */
  status: BilingualText,
  /** Where the text was read. */
  source: BilingualText.optional(),
  /** Texts, or places of them, that this one ends; they bind up to the day before `on`. */
  repeals: z
    .array(z.strictObject({ instrument: z.string(), places: z.array(z.string()).optional(), on: Day.optional() }))
    .optional(),
  provisions: z.array(Provision),
})
export type Instrument = z.infer<typeof Instrument>
