import { z } from 'zod'
import { COST_ITEMS } from '../law/costs/items.ts'
import { RESOLUTIONS } from '../law/dossier.ts'
import { CheckResult, Finding, OUTCOMES, VERDICTS } from '../law/result.ts'
import type { Json } from './content/json.ts'
import { CONDITIONS, MET } from './lane/conditions.ts'
import { CONTENTS } from './steps/changed.ts'
import {
  DELEGATION_STATES,
  JUDGEMENTS,
  LETTER_REASONS,
  OPINION_ANSWERS,
  PARTIES,
  REASON_CODES,
  WAIVER_REASONS,
} from './workflow.ts'

/** What the doors of dossiers answer with. Instants in ISO 8601, days `YYYY-MM-DD`. */

const Text = z.object({ vi: z.string(), en: z.string() })

/**
 * JSON as dossiers, facts and steps hold it. It was seen to be JSON when it was entered: to walk and copy it once more, as
 * `z.json()` does, took more than a fourth of the memory that an opened dossier took.
 */
const Stored: z.ZodType<Json> = z.any()

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
  /** Working days until then, by the calendar of holidays: 0 is today, below 0 it is late; null where none is set. */
  daysLeft: z.number().nullable(),
  /** Since when the clock of the stage stands still, who has stopped it and why, and the working days that were left then. */
  paused: z.object({ on: z.string(), by: z.string(), reason: z.string(), daysLeft: z.number().nullable() }).nullable(),
  /** Signed straight to the authority. */
  urgent: z.boolean(),
  verdict: z.enum(VERDICTS).nullable(),
  countries: z.array(z.string()),
  departsOn: z.string().nullable(),
  returnsOn: z.string().nullable(),
  headcount: z.number(),
  /** It rests on no line of a yearly plan. */
  offPlan: z.boolean(),
  version: z.number(),
  changedAt: z.string(),
  changedBy: z.string(),
})
export type DelegationHead = z.infer<typeof DelegationHead>

export const Fact = z.object({
  at: z.string(),
  value: Stored,
  source: Text,
  heard: z.literal(true).optional(),
  withoutRate: z.array(z.string()).readonly().optional(),
  leavesOut: z.array(z.enum(COST_ITEMS)).readonly().optional(),
})

const Waived = z.object({
  rule: z.string(),
  norm: z.string(),
  subject: z.string().nullable(),
  /** It was not known whether the norm is broken. */
  notKnown: z.boolean(),
  grounds: z.string(),
  /** Null where none was asked for yet. */
  reasonCode: z.enum(WAIVER_REASONS).nullable(),
  /** The last day on which a trip that departs may use it. */
  lastDay: z.string().nullable(),
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
  said: z.record(z.string(), Stored),
  verdict: z.enum(VERDICTS).nullable(),
  by: z.string(),
  onBehalfOf: z.string().nullable(),
  at: z.string(),
})
export type StepHead = z.infer<typeof StepHead>

/** A field as it was and as it is; see `content/changes.ts`. */
const Changed = z.object({ at: z.string(), from: Stored.optional(), to: Stored.optional() })

/** What differs from the dossier as it was at an earlier step. */
export const Difference = z.object({
  since: z.object({ id: z.string(), action: z.string(), by: z.string(), at: z.string() }),
  changes: z.array(Changed),
})
export type Difference = z.infer<typeof Difference>

export const StepTaken = z.object({
  ...StepHead.shape,
  content: z.record(z.string(), Stored),
  facts: z.array(Fact),
  asOf: z.string().nullable(),
  result: CheckResult.nullable(),
  lawHash: z.string(),
  /** For a step that sends or decides the dossier: against the one before that did. */
  difference: Difference.nullable(),
})
export type StepTaken = z.infer<typeof StepTaken>

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

/** A question to a party, with its answer and its thread. */
export const Opinion = z.object({
  id: z.string(),
  party: z.enum(PARTIES),
  partyName: z.string(),
  country: z.string().nullable(),
  question: z.string(),
  silence: z.enum(['waits', 'no-objection']),
  required: z.boolean(),
  due: z.string(),
  askedBy: z.string(),
  askedAt: z.string(),
  /** Why the body of a traveller answers by letter; null where somebody may answer here, and for other parties. */
  letterBecause: z.enum(LETTER_REASONS).nullable(),
  answer: z.enum(OPINION_ANSWERS).nullable(),
  answerText: z.string(),
  answeredOn: z.string().nullable(),
  answeredBy: z.string().nullable(),
  documentNumber: z.string().nullable(),
  /** It came by letter, and was entered by the examiners. */
  byLetter: z.boolean(),
  /** Answers that no longer count: another took their place, or the question was asked anew. */
  former: z.array(
    z.object({
      question: z.string(),
      answer: z.enum(OPINION_ANSWERS),
      answerText: z.string(),
      answeredOn: z.string(),
      answeredBy: z.string(),
      documentNumber: z.string().nullable(),
      byLetter: z.boolean(),
    }),
  ),
  /** Whether the reader speaks for the party. */
  mine: z.boolean(),
  messages: z.array(z.object({ text: z.string(), by: z.string(), at: z.string() })),
})
export type Opinion = z.infer<typeof Opinion>

/** What an examiner thinks; not answered to the unit. */
export const Assessment = z.object({
  id: z.string(),
  subject: z.string(),
  norm: z.string().nullable(),
  about: z.string().nullable(),
  judgement: z.enum(JUDGEMENTS),
  reasonCode: z.enum(REASON_CODES),
  note: z.string(),
  /** How an overlap is settled. */
  resolution: z.enum(RESOLUTIONS).nullable(),
  by: z.string(),
  at: z.string(),
  /** The dossier has changed since in what was judged: the word no longer counts. */
  outdated: z.boolean(),
})
export type Assessment = z.infer<typeof Assessment>

/** What the examination proposes to cut. */
export const Cuts = z.object({
  members: z.array(z.string()).optional(),
  stays: z.array(z.string()).optional(),
  departure: z.string().optional(),
  return: z.string().optional(),
})

/** What differs from the decision, and the norms that the difference touches, judged anew. */
export const ChangeSinceDecision = z.object({
  contents: z.array(z.enum(CONTENTS)),
  findings: z.array(z.object({ finding: Finding, before: z.string().nullable() })),
  /** What it brings in that is agreed to in principle before it is decided: people by name, countries. */
  agreeFirst: z.object({ people: z.array(z.string()), countries: z.array(z.string()) }),
})
export type ChangeSinceDecision = z.infer<typeof ChangeSinceDecision>

/** What the law of another day says otherwise of a dossier that is the same. */
export const LawSince = z.object({
  /** The day whose law was read when the head signed. */
  signedOn: z.string(),
  findings: z.array(
    z.object({
      rule: z.string(),
      norm: z.string(),
      subject: z.string().nullable(),
      /** Null where the norm did not bind then. */
      before: z.enum(OUTCOMES).nullable(),
      /** Null where it binds no more. */
      now: Finding.nullable(),
    }),
  ),
})
export type LawSince = z.infer<typeof LawSince>

/** How a dossier stands to the simple lane of its procedure. */
export const LaneRead = z.object({
  condition: z.enum(CONDITIONS),
  met: z.enum(MET),
  found: z.number().nullable(),
  bound: z.number().nullable(),
  /** Who or what stands against it, or has still to speak. */
  named: z.array(Text),
})
const SimpleLane = z.object({
  /** Who has set it, and on what ground. */
  source: Text,
  /** The share that is examined in full by lot. */
  audit: z.object({ part: z.number(), of: z.number() }),
  read: z.array(LaneRead),
  /** The lot that counts; null before it is received, and where it could be no simple one then. Not told to its unit. */
  draw: z
    .object({ lot: z.number(), lots: z.number(), examined: z.number(), drawn: z.boolean(), at: z.string() })
    .nullable()
    .optional(),
})

/** A dossier whole. */
export const DelegationView = z.object({
  ...DelegationHead.shape,
  year: z.number(),
  planLine: z.string().nullable(),
  copiedFrom: z.string().nullable(),
  document: z.object({ number: z.string(), on: z.string() }).nullable(),
  /** What is worked on; see `content/content.ts`. */
  content: z.record(z.string(), Stored),
  facts: z.array(Fact),
  steps: z.array(StepHead),
  notes: z.array(Note),
  waivers: z.array(Waived),
  opinions: z.array(Opinion),
  assessments: z.array(Assessment),
  /** What the latest recommendation proposes to cut, while it awaits its decision. */
  cuts: Cuts.nullable(),
  /** Where a decision is being changed. */
  change: ChangeSinceDecision.nullable(),
  /** What the unit has changed since it was returned, against what it had sent. */
  difference: Difference.nullable(),
  /** Working days that the procedure gives each stage. */
  stages: z.partialRecord(z.enum(DELEGATION_STATES), z.number()),
  /** When the result was handed out to the sender, by the notice that goes with the decision, and by which day it had to be. */
  handedOut: z.object({ at: z.string(), due: z.string().nullable() }).nullable(),
  /** The day whose procedure governs it; null before it is submitted. */
  procedureDay: z.string().nullable(),
  /** The procedure that has come into force since: the dossier goes on by the former until it is moved. */
  newProcedure: z.object({ setBy: z.string(), reason: Text }).nullable(),
  /** What the law of today says otherwise than it said when the head signed, of the very same dossier. */
  lawSince: LawSince.nullable(),
  /** Whether somebody in it travels only when it was agreed in principle first. */
  principleFirst: z.boolean(),
  /** Whether it would be late if it were submitted today. */
  late: z.boolean(),
  controlledAt: z.string().nullable(),
  /** While it waits for the examiners or is with them, where its procedure has a simple lane. */
  lane: SimpleLane.nullable(),
  /** Which body decides it while it is with the authority, null for the authority above, and where that is laid down; null where any authority may. */
  decider: z.object({ body: z.string().nullable(), source: Text }).nullable(),
  /** Why the reader, who examines or decides, may not judge this one, and who may take its next step today. */
  own: z
    .object({ why: Text, others: z.array(z.object({ name: z.string(), offices: z.array(z.string()) })) })
    .nullable(),
  /** The steps the caller may take now; `why` where one is not possible. */
  actions: z.array(z.object({ action: z.string(), name: Text, why: Text.nullable() })),
  /** Whether the caller may change fields now. */
  mayWrite: z.boolean(),
  /** Whether the caller may keep papers of the authority with it now. */
  mayEnclose: z.boolean(),
})
export type DelegationView = z.infer<typeof DelegationView>

const Clash = z.object({
  at: z.string(),
  from: Stored.optional(),
  to: Stored.optional(),
  now: Stored.optional(),
})

export const SaveAnswer = z.object({
  version: z.number(),
  content: z.record(z.string(), Stored),
  facts: z.array(Fact),
  clashes: z.array(Clash),
})

/** What registers and law say of a delegation that is merely tried. */
export const TrialAnswer = z.object({
  content: z.record(z.string(), Stored),
  facts: z.array(Fact),
  result: CheckResult.nullable(),
  lawHash: z.string(),
  faults: z.array(z.object({ path: z.string(), message: Text })),
  /** By member of the register, the trips of that year that stand in plans alone. */
  planned: z.array(z.object({ member: z.string(), trips: z.number() })),
})

export const Edit = z.object({
  version: z.number(),
  by: z.string(),
  at: z.string(),
  changes: z.array(Changed),
})
export type Edit = z.infer<typeof Edit>
