import { z } from 'zod'
import { isDay } from '../kernel/day.ts'
import { OUTCOMES, SEVERITIES, VERDICTS } from './result.ts'

/**
 * A case of the law: facts, and what the law must answer. One file of `law/cases/` each, readable by a lawyer: it starts
 * from a whole dossier of `law/cases/bases/` and states only what differs.
 */

const BilingualText = z.strictObject({ vi: z.string().min(1), en: z.string().min(1) })

/** A finding as a case expects it; severity is compared where the outcome is violated or waived. */
export const ExpectedFinding = z.strictObject({
  rule: z.string(),
  norm: z.string(),
  outcome: z.enum(OUTCOMES),
  severity: z.enum(SEVERITIES).optional(),
  subject: z.string().optional(),
})
export type ExpectedFinding = z.infer<typeof ExpectedFinding>

export const CaseFile = z.strictObject({
  about: BilingualText,
  /** The name of a base dossier. */
  base: z.string(),
  asOf: z.string().refine(isDay, { error: 'day' }),
  /** Paths of the dossier and their values here; `null` takes the field away, save for `plan` and `plan.itemId`. */
  change: z.record(z.string(), z.unknown()).optional(),
  /** Whether the page on which a delegation is tried offers it as an example. */
  example: z.boolean().optional(),
  expect: z.strictObject({
    verdict: z.enum(VERDICTS),
    /** How many norms pass, where the case says so. */
    passes: z.int().optional(),
    /** Every finding that is not a pass. */
    findings: z.array(ExpectedFinding),
    /** Norms that must pass, as `rule norm` (one place holds several): for the boundary on the right side. */
    passing: z.array(z.string()).optional(),
    obligations: z
      .array(
        z.strictObject({
          rule: z.string(),
          norm: z.string(),
          due: z.string().optional(),
          state: z.string().optional(),
        }),
      )
      .optional(),
  }),
})
export type CaseFile = z.infer<typeof CaseFile>

/** A case ready to be run: its file's name, the whole request, and what is expected. */
export const Case = z.object({
  id: z.string(),
  about: z.object({ vi: z.string(), en: z.string() }),
  example: z.boolean(),
  /** A check request of the dossier contract. */
  request: z.object({ asOf: z.string(), dossier: z.record(z.string(), z.unknown()) }),
  expect: CaseFile.shape.expect,
})
export type Case = z.infer<typeof Case>
