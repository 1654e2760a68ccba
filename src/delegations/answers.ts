import { z } from 'zod'
import { CheckResult, VERDICTS } from '../law/result.ts'
import { DELEGATION_STATES } from './workflow.ts'

/** What the doors of dossiers answer with. Instants in ISO 8601, days `YYYY-MM-DD`. */

const Text = z.object({ vi: z.string(), en: z.string() })

/** A dossier in a list. */
export const DelegationHead = z.object({
  id: z.string(),
  /** `ĐR-2026-0143` */
  code: z.string(),
  title: z.string(),
  body: z.object({ id: z.string(), name: z.string() }),
  state: z.enum(DELEGATION_STATES),
  stateSince: z.string(),
  /** The last day of this stage by the procedure; null where none is set. */
  due: z.string().nullable(),
  verdict: z.enum(VERDICTS).nullable(),
  countries: z.array(z.string()),
  departsOn: z.string().nullable(),
  returnsOn: z.string().nullable(),
  headcount: z.number(),
  version: z.number(),
  changedAt: z.string(),
  changedBy: z.string(),
})
export type DelegationHead = z.infer<typeof DelegationHead>

export const Fact = z.object({ at: z.string(), value: z.json(), source: Text })

const Waived = z.object({
  rule: z.string(),
  norm: z.string(),
  subject: z.string().nullable(),
  grounds: z.string(),
  decidedBy: z.string(),
  document: z.object({ number: z.string(), on: z.string() }),
})

/** A step that was taken, without the dossier that it froze. */
export const StepHead = z.object({
  id: z.string(),
  action: z.string(),
  from: z.enum(DELEGATION_STATES),
  to: z.enum(DELEGATION_STATES),
  reason: z.string(),
  document: z.object({ number: z.string(), on: z.string() }).nullable(),
  said: z.record(z.string(), z.json()),
  verdict: z.enum(VERDICTS).nullable(),
  by: z.string(),
  onBehalfOf: z.string().nullable(),
  at: z.string(),
})
export type StepHead = z.infer<typeof StepHead>

export const StepTaken = z.object({
  ...StepHead.shape,
  content: z.record(z.string(), z.json()),
  facts: z.array(Fact),
  asOf: z.string().nullable(),
  result: CheckResult.nullable(),
  lawHash: z.string(),
})

export const Note = z.object({
  id: z.string(),
  field: z.string().nullable(),
  norm: z.string().nullable(),
  note: z.string(),
  by: z.string(),
  at: z.string(),
  resolvedAt: z.string().nullable(),
  resolvedBy: z.string().nullable(),
  answer: z.string(),
})
export type Note = z.infer<typeof Note>

/** A dossier whole. */
export const DelegationView = z.object({
  ...DelegationHead.shape,
  year: z.number(),
  planLine: z.string().nullable(),
  copiedFrom: z.string().nullable(),
  document: z.object({ number: z.string(), on: z.string() }).nullable(),
  /** What is worked on; see `content/content.ts`. */
  content: z.record(z.string(), z.json()),
  facts: z.array(Fact),
  steps: z.array(StepHead),
  notes: z.array(Note),
  waivers: z.array(Waived),
  /** The steps the caller may take now; `why` where one is not possible. */
  actions: z.array(z.object({ action: z.string(), name: Text, why: Text.nullable() })),
  /** Whether the caller may change fields now. */
  mayWrite: z.boolean(),
})
export type DelegationView = z.infer<typeof DelegationView>

const Clash = z.object({
  at: z.string(),
  from: z.json().optional(),
  to: z.json().optional(),
  now: z.json().optional(),
})

export const SaveAnswer = z.object({
  version: z.number(),
  content: z.record(z.string(), z.json()),
  facts: z.array(Fact),
  clashes: z.array(Clash),
})

export const Edit = z.object({
  version: z.number(),
  by: z.string(),
  at: z.string(),
  changes: z.array(z.object({ at: z.string(), from: z.json().optional(), to: z.json().optional() })),
})
export type Edit = z.infer<typeof Edit>
