import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'

/** Of how many dossiers submitted so much was said. */
const Shares = z.object({
  dossiers: z.number(),
  /** Rest on no line of a plan. */
  offPlan: z.number(),
  /** A meeting over video could have done it, says the unit. */
  virtual: z.number(),
  /** The mission abroad could have done it, says the unit. */
  mission: z.number(),
})
export type Shares = z.infer<typeof Shares>

/**
 * How many dossiers of a year that a unit submits, and that came to nothing neither by refusal nor by being called off, are outside the
 * plan or could have been done otherwise: of all within reach, and of the hundred units with most outside the plan.
 */
export const countWeighed = endpoint({
  method: 'GET',
  path: '/api/delegations/weighed',
  permission: 'dossiers.read',
  summary: { vi: 'Tỷ lệ ngoài kế hoạch và cách làm khác', en: 'Shares outside the plan, and done otherwise' },
  input: z.strictObject({
    year: z.coerce.number().int().min(1900).max(2199),
    /** Of one unit only. */
    bodyId: z.uuid().optional(),
    /** Leaves out one dossier: what is said of the others beside it. */
    besides: z.uuid().optional(),
  }),
  output: z.object({ all: Shares, units: z.array(Shares.extend({ bodyId: z.string(), name: z.string() })) }),
})
