import type { Transaction } from '../../db/transaction.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { type Fault, Invalid } from '../../kernel/errors.ts'
import type { DelegationRow } from '../store.ts'
import type { Recommendation } from '../workflow.ts'
import { findCommittee, laidBefore } from './store.ts'
import { type CommitteeOutcome, isAnswer } from './votes.ts'

/** The minutes on which a recommendation rests, as the step keeps them. */
export interface Minutes {
  id: string
  on: Day
  outcome: CommitteeOutcome
}

/**
 * The minutes that a recommendation names. The committee advises: whoever recommends something else than it came to says why.
 * Throws where they are not closed, are not about this dossier as it is, or have come to nothing.
 */
export async function restedOn(
  transaction: Transaction,
  delegation: Pick<DelegationRow, 'id'>,
  { committee: id, recommendation, reason }: { committee: string; recommendation: Recommendation; reason: string },
): Promise<Minutes> {
  const committee = await findCommittee(transaction, id)
  const laid = (await laidBefore(transaction, [id])).find((one) => one.id === delegation.id)
  const outcome = committee?.minutes?.find((one) => one.id === delegation.id)?.outcome
  if (committee === undefined || laid === undefined || !outcome) {
    throw refused('không có biên bản đã kết thúc nào về hồ sơ này', 'there are no closed minutes about this dossier')
  }
  if (!laid.same) {
    throw refused(
      `hồ sơ đã sửa từ khi hội đồng họp ngày ${formatDay(committee.on)}; hãy triệu tập phiên họp mới`,
      `the dossier has changed since the committee met on ${committee.on}; convene another`,
    )
  }
  if (!isAnswer(outcome)) {
    throw refused(
      'hội đồng không đi đến kết luận về hồ sơ này (không đủ người, hoặc không ý kiến nào đủ quá bán)',
      'the committee came to nothing about this dossier: too few took part, or no answer carried',
    )
  }
  if (outcome !== recommendation && reason === '') throw new Invalid([differs])
  return { id, on: committee.on, outcome }
}

const differs: Fault = {
  path: 'reason',
  message: {
    vi: 'đề xuất khác kết luận của hội đồng thì cần nêu lý do',
    en: 'a recommendation that differs from what the committee came to needs its reason',
  },
}

function refused(vi: string, en: string): Invalid {
  return new Invalid([{ path: 'committee', message: { vi, en } }])
}
