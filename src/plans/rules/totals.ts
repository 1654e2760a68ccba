import type { FundingSource } from '../money/sources.ts'
import { halfOf, headcountOf, type PlanItemFields, type Standing, vndOf, vndOfItem } from '../plan-item.ts'

/** A line as far as sums are concerned. */
export interface CountedItem {
  standing: Standing
  fields: PlanItemFields
}

/** Money of one source in one half-year. */
export interface Cell {
  source: FundingSource
  half: 1 | 2
  vnd: number
}

/** The sums of a plan: only what is to take place counts. Money in whole VND, shares from 0 to 1. */
export interface Totals {
  items: number
  people: number
  outgoing: number
  incoming: number
  /** Money by source and half-year, both directions. */
  cells: Cell[]
  offPlan: { items: number; vnd: number; itemShare: number; vndShare: number }
  /** What is left of the separate line for travel abroad; `undefined` while the plan has none. */
  lineLeft: number | undefined
  /** Lines of which a meeting over video, or the mission, could do what they are for. */
  replaceable: number
}

/** Adds up the lines of a plan. `travelLine` is the separate line for travel abroad. */
export function totalsOf(all: readonly CountedItem[], travelLine: number | null): Totals {
  const items = all.filter(({ standing }) => standing === 'planned').map(({ fields }) => fields)
  const vnd = (chosen: PlanItemFields[]) => chosen.reduce((sum, fields) => sum + vndOfItem(fields), 0)
  const outgoing = items.filter(({ direction }) => direction === 'outgoing')
  const abroad = vnd(outgoing)
  const off = outgoing.filter(({ offPlan }) => offPlan)
  return {
    items: items.length,
    people: items.reduce((sum, fields) => sum + (headcountOf(fields) ?? 0), 0),
    outgoing: abroad,
    incoming: vnd(items) - abroad,
    cells: cellsOf(items),
    offPlan: {
      items: off.length,
      vnd: vnd(off),
      itemShare: share(off.length, outgoing.length),
      vndShare: share(vnd(off), abroad),
    },
    lineLeft: travelLine === null ? undefined : travelLine - abroad,
    replaceable: outgoing.filter(({ virtual, mission }) => virtual?.able === true || mission?.able === true).length,
  }
}

function cellsOf(items: PlanItemFields[]): Cell[] {
  const cells = new Map<string, Cell>()
  for (const fields of items) {
    const half = halfOf(fields)
    for (const cost of fields.costs) {
      const key = `${cost.source} ${half}`
      const cell = cells.get(key) ?? { source: cost.source, half, vnd: 0 }
      cells.set(key, { ...cell, vnd: cell.vnd + vndOf(cost) })
    }
  }
  return [...cells.values()]
}

function share(part: number, whole: number): number {
  return whole === 0 ? 0 : part / whole
}
