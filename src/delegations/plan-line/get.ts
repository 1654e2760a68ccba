import type { Transaction } from '../../db/transaction.ts'
import { daysOf, headcountOf, monthsOf, type PlanLine, planLineOf, vndOfItem } from '../../plans/index.ts'
import { noDelegation } from '../refusals.ts'
import { findDelegation } from '../store.ts'
import type { LinkedLine } from './contract.ts'

/** The line of the plan on which a dossier rests, as far as the reader sees it. */
export async function getPlanLine(transaction: Transaction, id: string): Promise<{ line: LinkedLine | null }> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const line = delegation.planLine === null ? undefined : await planLineOf(transaction, delegation.planLine)
  return { line: line === undefined ? null : linkedLine(line) }
}

function linkedLine({ originId, year, fields }: PlanLine): LinkedLine {
  const { title, countries, costs } = fields
  const months = monthsOf(fields)
  return {
    originId,
    title,
    year,
    headcount: headcountOf(fields) ?? null,
    days: daysOf(fields) ?? null,
    countries,
    monthFrom: months?.from ?? null,
    monthTo: months?.to ?? null,
    vnd: costs.length === 0 ? null : vndOfItem(fields),
  }
}
