import { z } from 'zod'

/** What the check answers; the second half of the dossier contract, with a trace on each finding. */

const Day = z.string()
const BilingualText = z.object({ vi: z.string(), en: z.string() })

export const OUTCOMES = ['pass', 'violated', 'waived', 'unknown'] as const
export type Outcome = (typeof OUTCOMES)[number]

/** From the worst to the mildest. */
export const SEVERITIES = ['prohibited', 'needs-exception', 'missing', 'explain', 'advice'] as const
export type Severity = (typeof SEVERITIES)[number]

/** From the worst to the best: the worst finding decides. */
export const VERDICTS = ['prohibited', 'needs-exception', 'incomplete', 'compliant'] as const
export type Verdict = (typeof VERDICTS)[number]

/** A value that no text defines: set by a named body, on a day, for a reason. */
export const AdministeredUse = z.object({
  id: z.string(),
  value: z.unknown(),
  setBy: z.string(),
  setOn: Day,
  reason: BilingualText,
})
export type AdministeredUse = z.infer<typeof AdministeredUse>

/** Why a finding says what it says: enough to repeat it by hand. */
export const Trace = z.object({
  /** The values read, each with its path in the dossier; a fact that is not stated has no `value`. */
  read: z.array(z.object({ path: z.string(), value: z.unknown().optional() })),
  /** How things were counted, where the rule counts. */
  counting: BilingualText.optional(),
  /** The administered values used. */
  administered: z.array(AdministeredUse).optional(),
  /** The days in which the norm binds: from, and to where it ends. */
  inForce: z.object({ from: Day, to: Day.optional() }),
  /** Other norms of the same rule that say otherwise, and which text is the later. */
  conflict: BilingualText.optional(),
})
export type Trace = z.infer<typeof Trace>

export const Finding = z.object({
  rule: z.string(),
  /** Instrument, `#`, place: `4060-CV-BTCTU-2019#1`. */
  norm: z.string(),
  outcome: z.enum(OUTCOMES),
  severity: z.enum(SEVERITIES),
  /** The member, country, unit, day or document concerned. */
  subject: z.string().optional(),
  message: BilingualText,
  limit: z.union([z.number(), z.string()]).optional(),
  actual: z.union([z.number(), z.string()]).optional(),
  /** For `unknown`: the facts to state, as paths in the dossier. */
  needs: z.array(z.string()).optional(),
  remedy: BilingualText.optional(),
  trace: Trace,
})
export type Finding = z.infer<typeof Finding>

export const OBLIGATION_STATES = ['due', 'met', 'late', 'overdue'] as const
export type ObligationState = (typeof OBLIGATION_STATES)[number]

export const Obligation = z.object({
  rule: z.string(),
  norm: z.string(),
  due: Day,
  what: BilingualText,
  recipients: z.array(z.string()),
  state: z.enum(OBLIGATION_STATES),
})
export type Obligation = z.infer<typeof Obligation>

export const CheckResult = z.object({
  asOf: Day,
  verdict: z.enum(VERDICTS),
  instruments: z.array(z.object({ id: z.string(), number: z.string(), title: z.string() })),
  findings: z.array(Finding),
  obligations: z.array(Obligation),
})
export type CheckResult = z.infer<typeof CheckResult>
