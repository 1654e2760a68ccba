import type { Permission } from '../kernel/permissions.ts'
import type { Bilingual } from '../kernel/text.ts'

/** The way of a dossier: unit → its head → reception → examination → decision. */
export const DELEGATION_STATES = [
  'draft',
  'submitted',
  'returned',
  'signed',
  'examining',
  'proposed',
  'approved',
  'refused',
  'cancelled',
  'withdrawn',
] as const
export type DelegationState = (typeof DELEGATION_STATES)[number]

interface TransitionDefinition {
  action: string
  from: readonly DelegationState[]
  to: DelegationState
  permission: Permission
  name: Bilingual
  /** Why must be said. */
  needsReason?: true
  /** The number and day of a document must be given. */
  needsDocument?: true
  /** It judges the dossier: nobody takes it who travels in the delegation or belongs to the sender. */
  decides?: true
  /** The dossier must be of its form, and its findings are frozen with the step. */
  judged?: true
}

/** Every step there is. One table for the server and for the buttons. */
export const TRANSITIONS = [
  {
    action: 'submit',
    from: ['draft', 'returned'],
    to: 'submitted',
    permission: 'dossiers.write',
    name: { vi: 'Trình thủ trưởng', en: 'Submit to the head' },
    judged: true,
  },
  {
    action: 'send-back',
    from: ['submitted'],
    to: 'draft',
    permission: 'dossiers.sign',
    name: { vi: 'Trả lại chuyên viên', en: 'Send back to the officer' },
    needsReason: true,
  },
  {
    action: 'sign',
    from: ['submitted'],
    to: 'signed',
    permission: 'dossiers.sign',
    name: { vi: 'Ký gửi Sở Ngoại vụ', en: 'Sign off' },
    judged: true,
  },
  {
    action: 'receive',
    from: ['signed'],
    to: 'examining',
    permission: 'dossiers.examine',
    name: { vi: 'Tiếp nhận thẩm định', en: 'Receive for examination' },
    decides: true,
  },
  {
    action: 'return',
    from: ['signed', 'examining'],
    to: 'returned',
    permission: 'dossiers.examine',
    name: { vi: 'Trả lại đơn vị', en: 'Return to the unit' },
    needsReason: true,
    decides: true,
  },
  {
    action: 'recommend',
    from: ['examining'],
    to: 'proposed',
    permission: 'dossiers.examine',
    name: { vi: 'Trình cấp có thẩm quyền', en: 'Recommend to the authority' },
    decides: true,
    judged: true,
  },
  {
    action: 'hand-back',
    from: ['proposed'],
    to: 'examining',
    permission: 'dossiers.decide',
    name: { vi: 'Yêu cầu thẩm định lại', en: 'Hand back for examination' },
    needsReason: true,
    decides: true,
  },
  {
    action: 'approve',
    from: ['proposed'],
    to: 'approved',
    permission: 'dossiers.decide',
    name: { vi: 'Quyết định cử đoàn', en: 'Approve' },
    needsDocument: true,
    decides: true,
    judged: true,
  },
  {
    action: 'refuse',
    from: ['proposed'],
    to: 'refused',
    permission: 'dossiers.decide',
    name: { vi: 'Không đồng ý', en: 'Refuse' },
    needsReason: true,
    needsDocument: true,
    decides: true,
    judged: true,
  },
  {
    action: 'withdraw',
    from: ['draft', 'returned', 'submitted', 'signed', 'examining'],
    to: 'withdrawn',
    permission: 'dossiers.write',
    name: { vi: 'Rút hồ sơ', en: 'Withdraw' },
    needsReason: true,
  },
  {
    action: 'cancel',
    from: ['approved'],
    to: 'cancelled',
    permission: 'dossiers.write',
    name: { vi: 'Hủy chuyến đi', en: 'Cancel the trip' },
    needsReason: true,
  },
] as const satisfies readonly TransitionDefinition[]

export type DelegationAction = (typeof TRANSITIONS)[number]['action']
export type Transition = TransitionDefinition & { action: DelegationAction }

/** The step of that name. */
export function transition(action: DelegationAction): Transition {
  const found = TRANSITIONS.find((one) => one.action === action)
  if (found === undefined) throw new Error(`no step of a dossier is called ${action}`)
  return found
}

/** The steps that lead on from a state, whoever may take them. */
export function stepsFrom(state: DelegationState): Transition[] {
  return TRANSITIONS.filter((one: Transition) => one.from.includes(state))
}

/** States in which the unit writes the dossier. */
export const OPEN_TO_UNIT: ReadonlySet<DelegationState> = new Set(['draft', 'returned'])

/** States after which nothing more is decided. */
export const CLOSED: ReadonlySet<DelegationState> = new Set(['refused', 'cancelled', 'withdrawn'])

/**
 * Working days that each stage may take in Hà Nội, the day of arrival not counted: reception 1, examination with its report
 * 2, decision 2 (procedure of the city as found).
 */
export const STAGE_DAYS: Partial<Record<DelegationState, number>> = { signed: 1, examining: 2, proposed: 2 }

/** What the examination ends with. */
export const RECOMMENDATIONS = ['approve', 'approve-with-cuts', 'merge', 'postpone', 'refuse'] as const
export type Recommendation = (typeof RECOMMENDATIONS)[number]

/** States as they are called in a sentence. */
export const STATE_NAMES: Record<DelegationState, Bilingual> = {
  draft: { vi: 'đang soạn', en: 'a draft' },
  submitted: { vi: 'đang trình thủ trưởng', en: 'with the head of the unit' },
  returned: { vi: 'được trả lại', en: 'returned' },
  signed: { vi: 'chờ tiếp nhận', en: 'waiting to be received' },
  examining: { vi: 'đang thẩm định', en: 'under examination' },
  proposed: { vi: 'đang trình cấp có thẩm quyền', en: 'with the authority' },
  approved: { vi: 'đã được duyệt', en: 'approved' },
  refused: { vi: 'không được duyệt', en: 'refused' },
  cancelled: { vi: 'đã hủy', en: 'cancelled' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
}

/** What somebody is asked to do with a dossier that waits for them. */
export const WORK_KINDS = ['draft', 'sign', 'receive', 'examine', 'decide'] as const
export type WorkKind = (typeof WORK_KINDS)[number]
