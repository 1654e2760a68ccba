import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { Basis, CitedTable, Rate } from '../../law/costs/basis.ts'
import { COST_ITEMS, COST_UNITS } from '../../law/costs/items.ts'
import { ContractDay, FUNDING_SOURCES } from '../../law/dossier.ts'

const Payer = z.enum(FUNDING_SOURCES)
/** Exact money as text. */
const Amount = z.string()

/** An estimate as `estimate.ts` makes it. */
export const EstimateAnswer = z.object({
  tables: z.array(CitedTable),
  rates: z.array(Rate),
  lines: z.array(
    z.object({
      id: z.string(),
      kind: z.enum(['norm', 'typed']),
      item: z.enum(COST_ITEMS),
      what: z.string(),
      country: z.string().nullable(),
      rankGroup: z.string().nullable(),
      unit: z.enum(COST_UNITS).nullable(),
      people: z.number(),
      units: z.object({ full: z.number(), reduced: z.number(), beyond: z.number() }),
      norm: z.object({ amount: Amount, currency: z.string(), table: z.string() }).nullable(),
      off: z.boolean(),
      unitAmount: Amount,
      currency: z.string(),
      amount: Amount,
      vnd: Amount.nullable(),
      parts: z.array(z.object({ source: Payer, amount: Amount, vnd: Amount.nullable() })),
      allowed: Amount.nullable(),
      above: z.boolean(),
      source: z.string(),
      reason: z.string(),
    }),
  ),
  totals: z.array(z.object({ source: Payer, currency: z.string(), amount: Amount, vnd: Amount })),
  vnd: Amount,
  complete: z.boolean(),
  remarks: z.array(
    z.object({
      code: z.enum(['no-rate', 'above-norm', 'beyond', 'twice', 'two-payers', 'no-source', 'no-group', 'unreadable']),
      lines: z.array(z.string()),
      settled: z.boolean(),
      message: z.object({ vi: z.string(), en: z.string() }),
    }),
  ),
})

/**
 * The estimate as it stands, with the tables and rates by which it is made; and as it was frozen with the latest decision,
 * reckoned again from what was frozen. `departure`: by the norms of another day than the dossier's.
 */
export const getEstimate = endpoint({
  method: 'GET',
  path: '/api/delegations/:id/estimate',
  permission: 'dossiers.read',
  summary: { vi: 'Dự toán kinh phí của một hồ sơ', en: 'The estimate of a dossier' },
  input: z.strictObject({ id: z.uuid(), departure: ContractDay.optional() }),
  output: z.object({
    basis: Basis,
    estimate: EstimateAnswer,
    /** The line of the yearly plan on which it rests, in whole VND of the state budget; null where it is not seen. */
    plan: z
      .object({
        title: z.string(),
        year: z.number(),
        planned: z.number(),
        own: z.number(),
        others: z.number(),
        spent: z.number(),
      })
      .nullable(),
    frozen: z
      .object({
        stepId: z.string(),
        at: z.string(),
        normsOn: z.string(),
        ratesOn: z.string(),
        estimate: EstimateAnswer,
        /** Whether reckoning it again from what was frozen gives the same. */
        same: z.boolean(),
      })
      .nullable(),
  }),
})
