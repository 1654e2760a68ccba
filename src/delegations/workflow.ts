import type { Bilingual } from '../kernel/text.ts'

/**
 * The way of a dossier: unit → its head → reception → examination → agreement in principle where the procedure asks for it →
 * decision, here or by the authority above; afterwards changes, which are endorsed or decided anew.
 */
export const DELEGATION_STATES = [
  'draft',
  'submitted',
  'returned',
  'signed',
  'examining',
  'proposed',
  'agreed',
  'passed-up',
  'approved',
  'amending',
  'amended',
  'refused',
  'cancelled',
  'withdrawn',
] as const
export type DelegationState = (typeof DELEGATION_STATES)[number]

/** States in which the unit writes the dossier. */
export const OPEN_TO_UNIT: ReadonlySet<DelegationState> = new Set(['draft', 'returned', 'amending'])

/** States after which nothing more is decided. */
export const CLOSED: ReadonlySet<DelegationState> = new Set(['refused', 'cancelled', 'withdrawn'])

/** States in which a trip is decided, be it that a change of it is not yet. */
export const DECIDED: ReadonlySet<DelegationState> = new Set(['approved', 'amending', 'amended'])

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
  agreed: { vi: 'đã được đồng ý chủ trương', en: 'agreed in principle' },
  'passed-up': { vi: 'đang trình cấp trên', en: 'with the authority above' },
  approved: { vi: 'đã được duyệt', en: 'approved' },
  amending: { vi: 'đang sửa đổi sau quyết định', en: 'being changed after the decision' },
  amended: { vi: 'đang trình thay đổi', en: 'waiting for its change to be decided' },
  refused: { vi: 'không được duyệt', en: 'refused' },
  cancelled: { vi: 'đã hủy', en: 'cancelled' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
}

/** What somebody is asked to do with a dossier that waits for them. */
export const WORK_KINDS = [
  'draft',
  'change',
  'sign',
  'sign-change',
  'receive',
  'examine',
  'control',
  'decide',
  'await-decision',
  'advise',
] as const
export type WorkKind = (typeof WORK_KINDS)[number]

/** Who is heard about a dossier while it is examined. */
export const PARTIES = [
  'mission',
  'organisation-board',
  'cadre-authority',
  'finance',
  'public-security',
  'home-body',
  'other',
] as const
export type Party = (typeof PARTIES)[number]

/** States in which parties are heard. */
export const HEARING_STATES: ReadonlySet<DelegationState> = new Set([
  'examining',
  'proposed',
  'agreed',
  'passed-up',
  'amended',
])

/** States in which those who examine and decide keep papers of their own with the dossier. */
export const TAKES_PAPERS: ReadonlySet<DelegationState> = new Set([
  'examining',
  'proposed',
  'agreed',
  'passed-up',
  'amended',
  'approved',
])

/** Why the body of a traveller cannot be asked here, so that it answers by letter. */
export const LETTER_REASONS = ['no-body', 'several-bodies', 'several-homes'] as const
export type LetterReason = (typeof LETTER_REASONS)[number]

/** What a party may answer. */
export const OPINION_ANSWERS = ['agrees', 'no-objection', 'objects'] as const
export type OpinionAnswer = (typeof OPINION_ANSWERS)[number]

/** What only a person can judge of a dossier, besides the findings of the law. */
export const JUDGED_BY_PEOPLE = ['practicality', 'overlap', 'programme'] as const

/** What an examiner thinks of a finding, or of what only a person can judge. */
export const JUDGEMENTS = ['accepted', 'asked', 'not-accepted'] as const
export type AssessmentJudgement = (typeof JUDGEMENTS)[number]

/** Why an examiner thinks so: codes that add up to statistics. */
export const REASON_CODES = [
  'well-founded',
  'evidence-lacking',
  'purpose-vague',
  'too-many-people',
  'too-long',
  'too-many-countries',
  'repeats-former',
  'partner-unfit',
  'cost-too-high',
  'wrong-person',
  'other',
] as const
export type ReasonCode = (typeof REASON_CODES)[number]

/** Why a decision waives a norm: codes that add up to statistics, besides the grounds in words. */
export const WAIVER_REASONS = [
  'leaders-task',
  'urgent-task',
  'host-protocol',
  'agreement',
  'fixed-programme',
  'only-expert',
  'route',
  'other',
] as const
export type WaiverReason = (typeof WAIVER_REASONS)[number]

/** Why a norm was waived, in words: for screens and workbooks. */
export const WAIVER_REASON_NAMES: Record<WaiverReason, Bilingual> = {
  'leaders-task': { vi: 'Nhiệm vụ cấp có thẩm quyền giao', en: 'Task given by a competent authority' },
  'urgent-task': { vi: 'Việc đột xuất, không lùi được', en: 'Urgent, cannot be put off' },
  'host-protocol': { vi: 'Yêu cầu lễ tân, đề nghị của nước chủ nhà', en: 'Protocol or request of the host' },
  agreement: { vi: 'Thực hiện điều ước, thỏa thuận đã ký', en: 'A treaty or agreement to be carried out' },
  'fixed-programme': { vi: 'Chương trình, lịch do bên tổ chức ấn định', en: 'Programme set by the organiser' },
  'only-expert': { vi: 'Chuyên môn không ai khác thay được', en: 'Expertise that nobody else has' },
  route: { vi: 'Không có đường đi nào khác', en: 'No other route' },
  other: { vi: 'Lý do khác', en: 'Another reason' },
}

/** What stands where no reason was asked for yet. */
export const NOT_STATED: Bilingual = { vi: 'không ghi', en: 'not stated' }

/** What became of an exception: the trip is ahead, was made, was changed after the decision, or is not made. */
export const WAIVER_OUTCOMES = ['ahead', 'carried-out', 'changed', 'cancelled'] as const
export type WaiverOutcome = (typeof WAIVER_OUTCOMES)[number]

export const WAIVER_OUTCOME_NAMES: Record<WaiverOutcome, Bilingual> = {
  ahead: { vi: 'Chưa đi', en: 'Ahead' },
  'carried-out': { vi: 'Đã thực hiện', en: 'Carried out' },
  changed: { vi: 'Đã thay đổi sau quyết định', en: 'Changed after the decision' },
  cancelled: { vi: 'Không thực hiện', en: 'Not carried out' },
}
