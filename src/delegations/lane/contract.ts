import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { RECOMMENDATIONS } from '../workflow.ts'

/** How the examination of a dossier ends, or is broken off; `open` while it has not. */
export const ENDINGS = [...RECOMMENDATIONS, 'return', 'withdraw', 'open'] as const
export type Ending = (typeof ENDINGS)[number]

/** How many dossiers of a year may have been simple ones, what was drawn of them, and what became of either. */
export const countSimpleLane = endpoint({
  method: 'GET',
  path: '/api/delegation-lane',
  permission: 'dossiers.read',
  summary: { vi: 'Thống kê luồng đơn giản', en: 'Statistics of the simple lane' },
  input: z.strictObject({ year: z.coerce.number().int().min(1900).max(2199) }),
  output: z.object({
    /** For which a lot was drawn when they were received. */
    received: z.number(),
    /** Passed on without a written examination. */
    passed: z.number(),
    /** Drawn to be examined in full, and what the examination came to. */
    drawn: z.number(),
    found: z.array(z.object({ ending: z.enum(ENDINGS), count: z.number() })),
  }),
})
