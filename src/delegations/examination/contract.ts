import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { RESOLUTIONS } from '../../law/dossier.ts'
import { Id, Reason } from '../inputs.ts'
import { JUDGEMENTS, REASON_CODES } from '../workflow.ts'

export type Resolution = (typeof RESOLUTIONS)[number]

/**
 * What an examiner thinks of a finding (`subject` is its rule), or of `practicality`, `overlap`, `programme`. An overlap with the
 * delegation that `about` names is accepted with its resolution; `overlap` without a name says whether there is any.
 */
export const assessDelegation = endpoint({
  method: 'POST',
  path: '/api/delegations/:id/assessments',
  permission: 'dossiers.examine',
  summary: { vi: 'Nhận xét thẩm định', en: 'Assess a finding' },
  input: z.strictObject({
    id: Id,
    subject: z.string().min(1).max(60),
    norm: z.string().max(100).optional(),
    about: z.string().max(300).optional(),
    judgement: z.enum(JUDGEMENTS),
    reasonCode: z.enum(REASON_CODES),
    note: Reason.default(''),
    resolution: z.enum(RESOLUTIONS).optional(),
  }),
  output: z.object({ id: z.string() }),
})

/** How often which judgement was made, and why. */
export const countAssessments = endpoint({
  method: 'GET',
  path: '/api/delegation-assessments',
  permission: 'dossiers.read',
  summary: { vi: 'Thống kê nhận xét thẩm định', en: 'Statistics of assessments' },
  input: z.strictObject({ year: z.coerce.number().int().min(1900).max(2199) }),
  output: z.array(
    z.object({
      subject: z.string(),
      judgement: z.enum(JUDGEMENTS),
      reasonCode: z.enum(REASON_CODES),
      count: z.number(),
    }),
  ),
})
