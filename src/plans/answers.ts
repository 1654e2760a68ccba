import { z } from 'zod'
import { BLOCS, FUNDING_SOURCES, LOCALITIES, MANAGING_LEVELS, SENDER_LEVELS } from '../law/dossier.ts'
import { PlanItemFields, STANDINGS } from './plan-item.ts'
import { ANSWERS, DECISIONS, MONEY_KINDS, PLAN_STATES } from './workflow.ts'

/** What the doors of the plans answer. Ids are UUIDs, days `YYYY-MM-DD`, instants ISO 8601, money whole VND. */

const Id = z.string()
const DayText = z.string()
const Instant = z.string()
const Vnd = z.number()
export const Half = z.union([z.literal(1), z.literal(2)])

/** A body as a plan names it: as it stood in the plan's year. */
export const PlanBody = z.object({
  id: Id,
  rootId: Id,
  name: z.string(),
  shortName: z.string().nullable(),
  code: z.string(),
  order: z.number(),
  level: z.enum(SENDER_LEVELS),
  bloc: z.enum(BLOCS).optional(),
  locality: z.enum(LOCALITIES).optional(),
  jurisdiction: z.string(),
})
export type PlanBody = z.infer<typeof PlanBody>

/** What a decision of the consolidating body says, and what the unit answered. */
export const Decision = z.object({
  id: Id,
  round: z.number(),
  kind: z.enum(DECISIONS),
  /** Merged into this line. */
  intoItemId: Id.nullable(),
  intoTitle: z.string().nullable(),
  change: PlanItemFields.partial(),
  reason: z.string(),
  by: z.string(),
  at: Instant,
  /** Taken after the unit contested an earlier one: it stands without another answer, and the authority sees both. */
  final: z.boolean(),
  answer: z.object({ kind: z.enum(ANSWERS), text: z.string(), by: z.string(), at: Instant }).nullable(),
})
export type Decision = z.infer<typeof Decision>

export const PlanItem = z.object({
  id: Id,
  /** The same in every edition of the plan. */
  originId: Id,
  planId: Id,
  version: z.number(),
  standing: z.enum(STANDINGS),
  fields: PlanItemFields,
  vnd: Vnd,
  /** Why it was added, changed or dropped in this adjustment. */
  adjustReason: z.string(),
  /** The fields as the unit asked for them, where a decision has changed them. */
  asked: PlanItemFields.partial().nullable(),
  mergedIntoId: Id.nullable(),
  /** The decisions on it, first to last. */
  decisions: z.array(Decision),
  changedAt: Instant,
  changedBy: z.string(),
})
export type PlanItem = z.infer<typeof PlanItem>

/** A ceiling on money: of one source or all, of a half-year or the year. */
export const Ceiling = z.object({
  id: Id,
  bodyId: Id,
  year: z.number(),
  source: z.enum(FUNDING_SOURCES).nullable(),
  half: Half.nullable(),
  vnd: Vnd,
  document: z.string(),
  version: z.number(),
})
export type Ceiling = z.infer<typeof Ceiling>

/** What the register knows of a person whom a plan names, as the rules ask it. */
export const PlanPerson = z.object({
  id: Id,
  name: z.string(),
  post: z.string(),
  unit: z.string(),
  leader: z.boolean().optional(),
  keyLeader: z.boolean().optional(),
  collective: z.boolean().optional(),
  managedBy: z.enum(MANAGING_LEVELS).optional(),
  rank: z.string().optional(),
  retiresOn: DayText.optional(),
  /** Trips of the plan's year that the ledger knows from elsewhere: other plans, dossiers, imports. */
  trips: z.array(z.object({ departure: DayText, title: z.string() })),
})
export type PlanPerson = z.infer<typeof PlanPerson>

/** Another body's delegation, as much as is needed to know of it. */
export const Neighbour = z.object({
  country: z.string(),
  monthFrom: z.number(),
  monthTo: z.number(),
  headcount: z.number().nullable(),
})
export type Neighbour = z.infer<typeof Neighbour>

/** A swap inside the total: money of one line given up for another. */
export const Swap = z.object({
  id: Id,
  fromOriginId: Id,
  fromTitle: z.string(),
  toOriginId: Id,
  toTitle: z.string(),
  source: z.enum(FUNDING_SOURCES),
  vnd: Vnd,
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
export type Swap = z.infer<typeof Swap>

/** The head of a plan. */
export const PlanHead = z.object({
  id: Id,
  body: PlanBody,
  year: z.number(),
  /** 1 for the first, 2 and on for the adjustments. */
  edition: z.number(),
  state: z.enum(PLAN_STATES),
  version: z.number(),
  /** The separate line for travel abroad in VND; `null` while the plan has none. */
  travelLine: Vnd.nullable(),
  note: z.string(),
  document: z.object({ number: z.string(), on: DayText }).nullable(),
  changedAt: Instant,
  changedBy: z.string(),
})
export type PlanHead = z.infer<typeof PlanHead>

/** A plan whole, as its editor and the consolidating body need it. */
export const Plan = PlanHead.extend({
  items: z.array(PlanItem),
  ceilings: z.array(Ceiling),
  swaps: z.array(Swap),
  people: z.array(PlanPerson),
  /** Sizes of collective leaderships: of the plan's body. */
  collectiveSize: z.number().optional(),
  /** Sums of the ledger per line (`originId`), source and kind; planned ones too. */
  ledger: z.array(
    z.object({ originId: Id, source: z.enum(FUNDING_SOURCES), half: Half, kind: z.enum(MONEY_KINDS), vnd: Vnd }),
  ),
  /** The edition that is in force, when this one is another. */
  inForceId: Id.nullable(),
  /** The adjustment that is under way, when this one is in force. */
  openEditionId: Id.nullable(),
})
export type Plan = z.infer<typeof Plan>

/** The plan in a list, with its sums. */
export const PlanSummary = PlanHead.extend({
  items: z.number(),
  people: z.number(),
  outgoingVnd: Vnd,
  incomingVnd: Vnd,
  offPlanItems: z.number(),
  offPlanVnd: Vnd,
  /**
   * Lines decided on, among them those cut and merged; of these, waiting for the unit's answer, and contested; and those
   * still to be decided on: of an adjustment only what is new or changed.
   */
  decided: z.number(),
  undecided: z.number(),
  waiting: z.number(),
  contested: z.number(),
})
export type PlanSummary = z.infer<typeof PlanSummary>

/** A line in a list over many plans. Money is `null` where it is none of the reader's business. */
export const ListedItem = z.object({
  id: Id,
  planId: Id,
  version: z.number(),
  body: z.object({ id: Id, name: z.string() }),
  year: z.number(),
  edition: z.number(),
  state: z.enum(PLAN_STATES),
  standing: z.enum(STANDINGS),
  /** The latest decision on it; `null` where there is none, or where it is none of the reader's business. */
  decision: z.object({ kind: z.enum(DECISIONS), final: z.boolean(), answer: z.enum(ANSWERS).nullable() }).nullable(),
  title: z.string(),
  direction: PlanItemFields.shape.direction,
  purposeKind: PlanItemFields.shape.purposeKind,
  host: z.string(),
  countries: z.array(z.string()),
  monthFrom: z.number().nullable(),
  monthTo: z.number().nullable(),
  departure: DayText.nullable(),
  return: DayText.nullable(),
  days: z.number().nullable(),
  headcount: z.number().nullable(),
  priority: z.number().nullable(),
  offPlan: z.boolean(),
  vnd: Vnd.nullable(),
  sources: z.array(z.enum(FUNDING_SOURCES)),
})
export type ListedItem = z.infer<typeof ListedItem>

/** A step that was taken, and the plan as it was frozen then. */
export const PlanVersionHead = z.object({
  id: Id,
  planId: Id,
  edition: z.number(),
  number: z.number(),
  action: z.string(),
  from: z.enum(PLAN_STATES).nullable(),
  to: z.enum(PLAN_STATES),
  reason: z.string(),
  document: z.object({ number: z.string(), on: DayText }).nullable(),
  by: z.string(),
  onBehalfOf: z.string().nullable(),
  at: Instant,
})
export type PlanVersionHead = z.infer<typeof PlanVersionHead>

/** What a version freezes. */
export const PlanContent = z.object({
  year: z.number(),
  edition: z.number(),
  body: z.object({ id: Id, name: z.string() }),
  travelLine: Vnd.nullable(),
  note: z.string(),
  items: z.array(
    z.object({
      originId: Id,
      standing: z.enum(STANDINGS),
      fields: PlanItemFields,
      vnd: Vnd,
      reason: z.string(),
    }),
  ),
})
export type PlanContent = z.infer<typeof PlanContent>

export const PlanVersion = PlanVersionHead.extend({ content: PlanContent })
export type PlanVersion = z.infer<typeof PlanVersion>

/** How many delegations may be in a country in a month. */
export const DensityCell = z.object({
  country: z.string(),
  month: z.number(),
  /** Lines whose time may fall into the month; of them, those that fall nowhere else. */
  delegations: z.number(),
  firm: z.number(),
  people: z.number(),
})
export type DensityCell = z.infer<typeof DensityCell>

/** The standing of money: committed and spent net of what was released and refunded. */
export const MoneyStanding = z.object({ planned: Vnd, committed: Vnd, spent: Vnd, forecast: Vnd })
export type MoneyStanding = z.infer<typeof MoneyStanding>

/** A ceiling beside what is planned, committed and spent under it, and what is to be expected by the year's end. */
export const CeilingUse = Ceiling.extend(MoneyStanding.shape)
export type CeilingUse = z.infer<typeof CeilingUse>

/** A leader who would travel more often than a norm allows, if all lines came true. */
export const LeaderOverQuota = z.object({
  personId: Id,
  name: z.string(),
  post: z.string(),
  body: z.object({ id: Id, name: z.string() }),
  trips: z.array(z.object({ departure: DayText, title: z.string(), itemId: Id.nullable() })),
  limit: z.number(),
  /** Where the norms stand: `38-CT-TW-2014#3.4`. */
  norms: z.array(z.string()),
  outcome: z.enum(['violated', 'unknown']),
})
export type LeaderOverQuota = z.infer<typeof LeaderOverQuota>

export const BoardUnit = z.object({
  body: PlanBody,
  /** The latest edition that has left the unit; `null` while none has. */
  plan: PlanSummary.nullable(),
  /** The edition in force, if it is another. */
  inForceId: Id.nullable(),
  ceilings: z.array(CeilingUse),
})
export type BoardUnit = z.infer<typeof BoardUnit>

export const Board = z.object({
  year: z.number(),
  root: PlanBody,
  units: z.array(BoardUnit),
  /** Ceilings of the root as a whole. */
  ceilings: z.array(CeilingUse),
  density: z.array(DensityCell),
  /** The administered number from which a month is dense, with its place; `null` where the law gives none. */
  densityThreshold: z.object({ value: z.number(), norm: z.string(), setBy: z.string(), setOn: DayText }).nullable(),
  leaders: z.array(LeaderOverQuota),
})
export type Board = z.infer<typeof Board>

/** A booking of the ledger. */
export const MoneyEntry = z.object({
  id: Id,
  bodyId: Id,
  originId: Id,
  title: z.string(),
  year: z.number(),
  half: Half,
  source: z.enum(FUNDING_SOURCES),
  kind: z.enum(MONEY_KINDS),
  amount: z.number(),
  currency: z.string(),
  rate: z.number().nullable(),
  rateDay: DayText.nullable(),
  rateSource: z.string().nullable(),
  vnd: Vnd,
  on: DayText,
  document: z.string(),
  reason: z.string(),
  by: z.string(),
  at: Instant,
})
export type MoneyEntry = z.infer<typeof MoneyEntry>

/** What waits for somebody. */
export const WORK_KINDS = ['draft', 'sign', 'receive', 'consolidate', 'answer', 'approve', 'ceiling'] as const
export const WorkItem = z.object({
  kind: z.enum(WORK_KINDS),
  planId: Id.nullable(),
  body: z.object({ id: Id, name: z.string() }),
  year: z.number(),
  edition: z.number(),
  state: z.enum(PLAN_STATES).nullable(),
  /** Since when it waits. */
  since: Instant.nullable(),
  /** The day by which it is due, where a text or an administered value gives one; none does for the steps of a plan. */
  due: DayText.nullable(),
  /** Lines concerned. */
  count: z.number(),
  /** What the plan costs abroad; for a ceiling, by how much it is exceeded. */
  vnd: Vnd,
  /** Why it came back, where it did. */
  note: z.string(),
})
export type WorkItem = z.infer<typeof WorkItem>
