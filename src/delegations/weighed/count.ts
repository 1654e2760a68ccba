import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import { bodyNames } from '../lists/store.ts'
import type { countWeighed as contract, Shares } from './contract.ts'
import { type Counting, countShares } from './store.ts'

const UNITS = 100
const NONE: Shares = { dossiers: 0, offPlan: 0, virtual: 0, mission: 0 }

/** Counts the dossiers of a year within reach that are outside the plan, or could have been done otherwise, as the contract says. */
export async function countWeighed(
  transaction: Transaction,
  counting: Counting,
): Promise<z.output<typeof contract.output>> {
  const rows = await countShares(transaction, counting)
  const units = rows
    .flatMap(({ unit, ...shares }) => (unit === null ? [] : [{ bodyId: unit, ...shares }]))
    .slice(0, UNITS)
  const names = await bodyNames(
    transaction,
    units.map(({ bodyId }) => bodyId),
  )
  const { unit: _, ...all } = rows.find(({ unit }) => unit === null) ?? { unit: null, ...NONE }
  return { all, units: units.map((one) => ({ ...one, name: names.get(one.bodyId) ?? '' })) }
}
