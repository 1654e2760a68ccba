import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { Invalid, Refused } from '../../kernel/errors.ts'
import { refuseMarkings } from '../../kernel/markings.ts'
import { judgedOf } from '../opinions/about.ts'
import { noDelegation } from '../refusals.ts'
import { refuseOwn } from '../steps/refuse-own.ts'
import { findDelegation } from '../store.ts'
import { type AssessmentJudgement, JUDGED_BY_PEOPLE, type ReasonCode, STATE_NAMES } from '../workflow.ts'
import type { Resolution } from './contract.ts'
import { keepAssessment } from './store.ts'

/** What an examiner says of one finding, or of what only a person can judge. */
export interface Said {
  id: string
  subject: string
  norm?: string | undefined
  about?: string | undefined
  judgement: AssessmentJudgement
  reasonCode: ReasonCode
  note: string
  resolution?: Resolution | undefined
}

/**
 * Keeps what an examiner thinks. It is for the examiners and the authority: the unit hears of it by a return or a decision.
 * Throws where the dossier is not under examination, or is the examiner's own.
 */
export async function assess(transaction: Transaction, asking: Actor, said: Said, today: Day): Promise<void> {
  const delegation = await findDelegation(transaction, said.id)
  if (delegation === undefined) throw noDelegation()
  const actor = await refuseOwn(transaction, asking, delegation, today)
  if (!['examining', 'amended', 'approved'].includes(delegation.state)) {
    throw new Refused({
      vi: `Chỉ nhận xét khi hồ sơ đang thẩm định hoặc hậu kiểm; hồ sơ này ${STATE_NAMES[delegation.state].vi}.`,
      en: `A dossier is assessed while it is examined or controlled; this one is ${STATE_NAMES[delegation.state].en}.`,
    })
  }
  if (said.reasonCode === 'other' && said.note.trim() === '') throw noteNeeded()
  refuseUnsettled(said)
  refuseMarkings([said.note, said.about ?? ''])
  await keepAssessment(transaction, delegation, {
    ...said,
    norm: said.norm ?? null,
    about: said.about ?? null,
    resolution: said.resolution ?? null,
    by: actor.name ?? '',
    judged: judgedOf(delegation.content, said.subject),
  })
  await record(transaction, actor, {
    action: 'delegation.assessed',
    subject: { kind: 'delegation', id: said.id, name: delegation.title },
    bodyId: delegation.bodyId,
    rootId: delegation.rootId,
    after: { subject: said.subject, norm: said.norm ?? null, judgement: said.judgement, reasonCode: said.reasonCode },
  })
}

/** An overlap is accepted with the way in which it is settled; nothing else has one. */
function refuseUnsettled({ subject, norm, about, judgement, resolution }: Said): void {
  const settles = subject === 'overlap' && norm === undefined && about !== undefined && judgement === 'accepted'
  if (settles === (resolution !== undefined)) return
  const message = settles
    ? { vi: 'chấp nhận một trùng lắp thì nêu cách giải quyết', en: 'an overlap is accepted with its resolution' }
    : {
        vi: 'chỉ nêu khi chấp nhận trùng lắp với một đoàn được nêu tên',
        en: 'is for an overlap with a named delegation that is accepted',
      }
  throw new Invalid([{ path: 'resolution', message }])
}

/** Whether a subject is one that people judge, not the law. */
export function judgedByPeople(subject: string): boolean {
  return (JUDGED_BY_PEOPLE as readonly string[]).includes(subject)
}

function noteNeeded(): Invalid {
  return new Invalid([
    {
      path: 'note',
      message: { vi: 'lý do «khác» thì cần nêu rõ', en: 'the reason “other” needs a word of explanation' },
    },
  ])
}
