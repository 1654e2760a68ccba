import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Finding } from '../../law/result.ts'
import { Id } from '../inputs.ts'
import { DELEGATION_STATES } from '../workflow.ts'

const Likeness = z.object({
  score: z.number(),
  sides: z.object({ hosts: z.number(), dates: z.number(), unit: z.number(), purpose: z.number() }),
})

/**
 * Dossiers within reach that may be parts of one delegation with this one, and what the law says of all of them as one. A remark for
 * people: no finding of the dossier, and it bars nothing.
 */
export const likelySplit = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/splitting',
  permission: 'dossiers.read',
  summary: { vi: 'Hồ sơ có thể cùng một đoàn', en: 'Dossiers that may be one delegation' },
  input: z.strictObject({ id: Id }),
  output: z.object({
    /** From when two are shown as alike, and who has set it; null where nobody has. */
    used: z.object({ score: z.number(), days: z.number(), setBy: z.string(), setOn: z.string() }).nullable(),
    /** Whether there were days and countries by which to look. */
    compared: z.boolean(),
    others: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        title: z.string(),
        bodyName: z.string(),
        state: z.enum(DELEGATION_STATES),
        departsOn: z.string(),
        returnsOn: z.string(),
        headcount: z.number(),
        /** The dossier of the group that it is most like: this one by its code, or one that is like this one. */
        likest: z.string(),
        likeness: Likeness,
        /** How many travel in it and in this one. */
        inBoth: z.number(),
      }),
    ),
    /**
     * All of them as one delegation: how many people, and what the law finds then that it does not find of this one alone; null where
     * it cannot be judged yet.
     */
    together: z.object({ headcount: z.number(), findings: z.array(Finding).nullable() }).nullable(),
  }),
})
export type LikelySplit = z.infer<typeof likelySplit.output>
