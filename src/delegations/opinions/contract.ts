import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { ContractDay } from '../../law/dossier.ts'
import { Id, Reason, SaidReason } from '../inputs.ts'
import { OPINION_ANSWERS, PARTIES } from '../workflow.ts'

const Done = z.object({ id: z.string() })
/** The asking that the caller has read, as the question says; one that was asked anew meanwhile is not answered. */
const AskedAt = z.string().max(40).optional()

const Answer = { id: Id, answer: z.enum(OPINION_ANSWERS), text: Reason.default(''), askedAt: AskedAt }
const Number_ = z.string().trim().min(1).max(100)

/** Asks a party besides those whom the procedure wants heard. */
export const askOpinion = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/opinions',
  permission: 'dossiers.examine',
  summary: { vi: 'Lấy thêm ý kiến', en: 'Ask for an opinion' },
  input: z.strictObject({
    id: Id,
    party: z.enum(PARTIES),
    partyName: z.string().trim().min(1).max(300),
    country: z
      .string()
      .regex(/^[A-Z]{2}$/)
      .optional(),
    question: SaidReason,
    days: z.int().min(1).max(30).default(2),
  }),
  output: Done,
})

/** The party's own answer: an electronic step of its own. */
export const giveOpinion = endpoint({
  method: 'POST',
  path: '/api/delegation-opinions/:id/answer',
  permission: 'dossiers.advise',
  summary: { vi: 'Trả lời lấy ý kiến', en: 'Give an opinion' },
  input: z.strictObject({ ...Answer, number: Number_.optional() }),
  output: Done,
})

/** An answer that came by letter, entered by the examiners. */
export const enterOpinion = endpoint({
  method: 'POST',
  path: '/api/delegation-opinions/:id/enter',
  permission: 'dossiers.examine',
  summary: { vi: 'Nhập ý kiến trả lời bằng văn bản', en: 'Enter an opinion that came by letter' },
  input: z.strictObject({ ...Answer, number: Number_, on: ContractDay }),
  output: Done,
})

/** A word in the thread of a question, by whichever side. */
const say = <Permission extends 'dossiers.advise' | 'dossiers.examine' | 'dossiers.write'>(
  side: 'party' | 'examiner' | 'unit',
  permission: Permission,
) =>
  endpoint({
    method: 'POST',
    path: `/api/delegation-opinions/:id/say-as-${side}`,
    permission,
    summary: { vi: 'Trao đổi về một ý kiến', en: 'Discuss an opinion' },
    input: z.strictObject({ id: Id, text: SaidReason }),
    output: Done,
  })

export const sayAsParty = say('party', 'dossiers.advise')
export const sayAsExaminer = say('examiner', 'dossiers.examine')
export const sayAsUnit = say('unit', 'dossiers.write')
