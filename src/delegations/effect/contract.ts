import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { LAW_KINDS } from '../../law/law.ts'
import { OUTCOMES, SEVERITIES, VERDICTS } from '../../law/result.ts'
import { Id } from '../inputs.ts'

/** The most characters that a draft may have: the longest data file of the law several times over. */
export const DRAFT_LENGTH = 32_768

const Ending = z.object({ outcome: z.enum(OUTCOMES), severity: z.enum(SEVERITIES) }).nullable()
const Verdict = z.enum(VERDICTS).nullable()

/**
 * What a draft of one data file of the law would make of the dossiers on file, some at a time: the first, or those after the last of
 * which the answer before spoke. A draft with faults is refused with the line of each. Nothing is stored.
 */
export const tryLawDraft = endpoint({
  method: 'POST',
  path: '/api/law-drafts/effect',
  permission: 'law.try',
  summary: {
    vi: 'Thử bản thảo văn bản trên các hồ sơ đã có (không lưu gì)',
    en: 'Try a draft of the law on the dossiers on file (nothing is stored)',
  },
  input: z.strictObject({
    /** The draft as YAML. */
    text: z.string().min(1).max(DRAFT_LENGTH),
    /** Dossiers of this year and later. */
    since: z.int().min(1900).max(2199),
    after: Id.optional(),
  }),
  output: z.object({
    draft: z.object({ kind: z.enum(LAW_KINDS), id: z.string(), replaces: z.boolean() }),
    /** How many dossiers there are in all; told with the first. */
    total: z.number().optional(),
    /** How many of them this answer speaks of. */
    replayed: z.number(),
    /** Those on which the draft and the law do not agree. By code: who may try a draft need not be somebody who reads dossiers. */
    turned: z.array(
      z.object({
        id: z.string(),
        code: z.string(),
        body: z.string(),
        asOf: z.string(),
        before: Verdict,
        after: Verdict,
        norms: z.array(z.object({ rule: z.string(), norm: z.string(), before: Ending, after: Ending })),
      }),
    ),
    /** After which to go on; null where these were the last. */
    next: z.string().nullable(),
  }),
})
