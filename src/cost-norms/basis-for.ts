import { rootOf } from '../bodies/index.ts'
import { ask, type Question, thenMade } from '../db/question.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { Basis, CitedTable } from '../law/costs/basis.ts'
import type { GroupLine, NormLine } from '../law/costs/table.ts'
import { basisInForce, ratesByIds, type TableRow, type TableWithLines, tablesByIds } from './store.ts'

/** Norms are those of the one day, rates those of the other. */
export interface BasisDays {
  normsOn: Day
  ratesOn: Day
}

/**
 * The tables that apply to a body on a day and the rates of another: norms are those of the days of the trip, rates those of
 * the day on which one reckons. `undefined` for the body: what applies to everybody.
 */
export async function basisFor(transaction: Transaction, bodyId: string | undefined, days: BasisDays): Promise<Basis> {
  const rootId = bodyId === undefined ? null : ((await rootOf(transaction, bodyId)) ?? null)
  return (await ask(transaction, { basis: basisForRoot(rootId, days) })).basis
}

/** The same for the bodies of a root, to be asked together with more; null: what applies to everybody. */
export function basisForRoot(rootId: string | null, days: BasisDays): Question<Basis> {
  return thenMade(basisInForce(rootId, days), ({ tables, rates }) => basisOf(tables, rates))
}

/** The same tables and rates again, by their ids, in the order in which they were given. */
export async function basisAgain(
  transaction: Transaction,
  tableIds: readonly string[],
  rateIds: readonly string[],
): Promise<Basis> {
  const tables = await tablesByIds(transaction, tableIds)
  const ordered = tableIds.flatMap((id) => tables.find((table) => table.id === id) ?? [])
  return basisOf(ordered, await ratesByIds(transaction, rateIds))
}

function basisOf(tables: readonly TableWithLines[], rates: Basis['rates']): Basis {
  return {
    norms: tables
      .filter(({ kind }) => kind === 'norms')
      .map((table) => ({ table: cited(table), lines: table.lines as NormLine[] })),
    groups: tables
      .filter(({ kind }) => kind === 'groups')
      .map((table) => ({ table: cited(table), lines: table.lines as GroupLine[] })),
    rates,
  }
}

function cited({ id, kind, title, document, validFrom, fictitious, setBy }: TableRow): CitedTable {
  return { id, kind, title, document, validFrom, fictitious, setBy }
}
