import type { Recommendation } from '../workflow.ts'

/** What a member may vote about a dossier. */
export const VOTES = ['approve', 'approve-with-cuts', 'postpone', 'refuse', 'abstain'] as const
export type Vote = (typeof VOTES)[number]

/** What a committee comes to: one of its answers, or none. `lapsed`: the dossier was no longer what had been laid before it. */
export const OUTCOMES = [
  'approve',
  'approve-with-cuts',
  'postpone',
  'refuse',
  'no-majority',
  'no-quorum',
  'lapsed',
] as const
export type CommitteeOutcome = (typeof OUTCOMES)[number]

/** Which part somebody plays. The secretary enters the papers of others, so the secretary has no vote. */
export const PARTS = ['chair', 'secretary', 'member'] as const
export type CommitteePart = (typeof PARTS)[number]

/** What members declare of themselves. */
export const CONFLICT_KINDS = ['own', 'kin', 'leads-sender', 'other'] as const
export type ConflictKind = (typeof CONFLICT_KINDS)[number]

/**
 * What the registers know of a member: they travel, somebody of their name does, they belong to the sender, write or sign for it
 * from above, a relative travels, or they sit for somebody of whom one of these is true.
 */
export const TIES = ['travels', 'namesake', 'of-sender', 'above-sender', 'kin-travels', 'stands-in'] as const
export type Tie = (typeof TIES)[number]

/** A share of a number. */
export interface Share {
  part: number
  of: number
}

/** The rules of the procedure by which a committee votes. */
export interface VotingRule {
  /** How many at least have a vote when it is convened. */
  members: number
  /** At least so many of those who have a vote take part. */
  quorum: Share
  /** More than so many of those who took part give the same answer. */
  majority: Share
}

/** The sums of the votes on a dossier, and what they come to. */
export interface Tally {
  /** How many sit with a vote, and how many of them have voted on this dossier. */
  seats: number
  took: number
  counts: Record<Vote, number>
  outcome: Exclude<CommitteeOutcome, 'lapsed'>
}

/**
 * Counts votes. Who is barred keeps the seat and takes no part, so that a quorum is never made by barring; who abstains takes
 * part. An abstention never carries. Pure.
 */
export function tallyOf(votes: readonly Vote[], seats: number, { quorum, majority }: VotingRule): Tally {
  const counts = { approve: 0, 'approve-with-cuts': 0, postpone: 0, refuse: 0, abstain: 0 }
  for (const vote of votes) counts[vote] += 1
  const took = votes.length
  const carried = ANSWERS.find((answer) => counts[answer] * majority.of > took * majority.part)
  const quorate = took > 0 && took * quorum.of >= seats * quorum.part
  return { seats, took, counts, outcome: quorate ? (carried ?? 'no-majority') : 'no-quorum' }
}

const ANSWERS = ['approve', 'approve-with-cuts', 'postpone', 'refuse'] as const

/** Whether an outcome says what to recommend. */
export function isAnswer(outcome: CommitteeOutcome): outcome is (typeof ANSWERS)[number] & Recommendation {
  return (ANSWERS as readonly string[]).includes(outcome)
}
