import type { Permission } from '../kernel/permissions.ts'
import type { Bilingual } from '../kernel/text.ts'

/**
 * The way of a plan: draft → head of the unit → consolidation → authority. An adjustment during the year is a new
 * edition, drafted beside the approved one and going the same way; the approved edition binds until the new one takes
 * its place.
 */
export const PLAN_STATES = [
  'draft',
  'submitted',
  'returned',
  'signed',
  'consolidating',
  'proposed',
  'approved',
  'superseded',
  'withdrawn',
] as const
export type PlanState = (typeof PLAN_STATES)[number]

interface TransitionDefinition {
  action: string
  from: readonly PlanState[]
  to: PlanState
  /** Whose step it is; none for what follows from another plan's approval. */
  permission: Permission | undefined
  name: Bilingual
  /** Why must be said. */
  needsReason?: true
  /** The number and day of a document must be given. */
  needsDocument?: true
  /** Only editions after the first. */
  adjustmentsOnly?: true
  /** It judges the plan, so nobody may take it for a plan of their own body or for their own trip. */
  decides?: true
}

/** Every step there is. One table for the server and for the buttons. */
export const TRANSITIONS = [
  {
    action: 'submit',
    from: ['draft', 'returned'],
    to: 'submitted',
    permission: 'plans.write',
    name: { vi: 'Trình thủ trưởng', en: 'Submit to the head' },
  },
  {
    action: 'send-back',
    from: ['submitted'],
    to: 'draft',
    permission: 'plans.sign',
    name: { vi: 'Trả lại chuyên viên', en: 'Send back to the officer' },
    needsReason: true,
  },
  {
    action: 'sign',
    from: ['submitted'],
    to: 'signed',
    permission: 'plans.sign',
    name: { vi: 'Ký gửi Sở Ngoại vụ', en: 'Sign off' },
  },
  {
    action: 'receive',
    from: ['signed'],
    to: 'consolidating',
    permission: 'plans.consolidate',
    name: { vi: 'Tiếp nhận, tổng hợp', en: 'Take in for consolidation' },
    decides: true,
  },
  {
    action: 'return',
    from: ['signed', 'consolidating'],
    to: 'returned',
    permission: 'plans.consolidate',
    name: { vi: 'Trả lại đơn vị', en: 'Return to the unit' },
    needsReason: true,
    decides: true,
  },
  {
    action: 'propose',
    from: ['consolidating'],
    to: 'proposed',
    permission: 'plans.consolidate',
    name: { vi: 'Trình cấp có thẩm quyền', en: 'Propose to the authority' },
    decides: true,
  },
  {
    // The plan of the consolidating body itself: its own people must not appraise it, so the authority draws it up.
    action: 'take-up',
    from: ['signed'],
    to: 'proposed',
    permission: 'plans.approve',
    name: { vi: 'Cấp trên tự thẩm định', en: 'Take up for own appraisal' },
    needsReason: true,
    decides: true,
  },
  {
    action: 'hand-back',
    from: ['proposed'],
    to: 'consolidating',
    permission: 'plans.approve',
    name: { vi: 'Trả lại để tổng hợp lại', en: 'Hand back for consolidation' },
    needsReason: true,
    decides: true,
  },
  {
    action: 'turn-down',
    from: ['proposed'],
    to: 'returned',
    permission: 'plans.approve',
    name: { vi: 'Trả lại đơn vị', en: 'Turn down to the unit' },
    needsReason: true,
    decides: true,
  },
  {
    action: 'approve',
    from: ['proposed'],
    to: 'approved',
    permission: 'plans.approve',
    name: { vi: 'Phê duyệt', en: 'Approve' },
    needsDocument: true,
    decides: true,
  },
  {
    action: 'withdraw',
    from: ['draft', 'returned'],
    to: 'withdrawn',
    permission: 'plans.write',
    name: { vi: 'Rút đề nghị điều chỉnh', en: 'Withdraw the adjustment' },
    needsReason: true,
    adjustmentsOnly: true,
  },
  {
    action: 'supersede',
    from: ['approved'],
    to: 'superseded',
    permission: undefined,
    name: { vi: 'Được thay bằng bản điều chỉnh', en: 'Superseded by an adjustment' },
  },
] as const satisfies readonly TransitionDefinition[]

export type PlanAction = (typeof TRANSITIONS)[number]['action']
export type Transition = TransitionDefinition & { action: PlanAction }

/** The step of that name. */
export function transition(action: PlanAction): Transition {
  const found = TRANSITIONS.find((one) => one.action === action)
  if (found === undefined) throw new Error(`no step of a plan is called ${action}`)
  return found
}

/** The steps that lead on from a state, whoever may take them. */
export function stepsFrom(state: PlanState, edition: number): Transition[] {
  return TRANSITIONS.filter(
    (one: Transition) => one.from.includes(state) && (edition > 1 || one.adjustmentsOnly !== true),
  )
}

/** The steps somebody with these permissions may take from a state, as far as the state and the permission decide. */
export function stepsFor(state: PlanState, edition: number, permissions: ReadonlySet<Permission>): Transition[] {
  return stepsFrom(state, edition).filter(({ permission }) => permission !== undefined && permissions.has(permission))
}

/** States in which the unit writes its lines. */
export const OPEN_TO_UNIT: ReadonlySet<PlanState> = new Set(['draft', 'returned'])

/** States that only the unit itself sees: the plan has not left it. */
export const WITHIN_UNIT: ReadonlySet<PlanState> = new Set(['draft', 'submitted'])

/** States that end an edition. */
export const CLOSED: ReadonlySet<PlanState> = new Set(['approved', 'superseded', 'withdrawn'])

/** What the consolidating body says of a line. */
export const DECISIONS = ['keep', 'reduce', 'cut', 'merge', 'lead', 'shift'] as const
export type DecisionKind = (typeof DECISIONS)[number]

export const ANSWERS = ['accept', 'contest'] as const

/** Whether the unit is asked what it says of the decision. */
export function asksUnit(kind: DecisionKind): boolean {
  return kind !== 'keep'
}

/**
 * Where consolidating stands with a line: nothing decided yet; decided for good (kept, accepted by the unit, or final);
 * waiting for the unit's answer; contested by the unit and not decided again.
 */
export const DECISION_STANDINGS = ['open', 'decided', 'waiting', 'contested'] as const
export type DecisionStanding = (typeof DECISION_STANDINGS)[number]

/** The standing of a line by its latest decision. */
export function decisionStanding(
  latest: { kind: DecisionKind; final: boolean; answer: (typeof ANSWERS)[number] | null } | null | undefined,
): DecisionStanding {
  if (latest == null) return 'open'
  if (!asksUnit(latest.kind) || latest.final || latest.answer === 'accept') return 'decided'
  return latest.answer === 'contest' ? 'contested' : 'waiting'
}

/** The fields that each decision may change: fewer people, days, countries or less money; another time; a joint trip. */
export const CHANGED_BY = {
  keep: [],
  reduce: ['headcount', 'people', 'days', 'countries', 'costs', 'departure', 'return'],
  cut: [],
  merge: [],
  lead: ['title', 'headcount', 'people', 'days', 'countries', 'costs', 'monthFrom', 'monthTo', 'departure', 'return'],
  shift: ['monthFrom', 'monthTo', 'departure', 'return'],
} as const satisfies Record<DecisionKind, readonly string[]>

/** Bookings of the ledger: planned by the plan itself, the others by a document. */
export const MONEY_KINDS = ['planned', 'committed', 'released', 'spent', 'refunded'] as const
export type MoneyKind = (typeof MONEY_KINDS)[number]
