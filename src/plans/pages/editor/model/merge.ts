import type { PlanItem } from '../../../answers.ts'
import type { PlanItemFields } from '../../../plan-item.ts'
import { changedFields } from '../../../rules/diff-versions.ts'
import { type Clash, type FieldName, type LocalRow, savedRow } from './local-row.ts'

/**
 * A row together with what the server says of it now: what only one side has changed is taken from it; what both have
 * changed to different values is a clash, and stays as it was typed here until somebody chooses.
 */
export function merged(row: LocalRow, now: PlanItem): LocalRow {
  const base = row.item
  if (base === undefined) return { ...row, item: now }
  const theirs = namesOf(base.fields, now.fields)
  const mine = new Set(namesOf(base.fields, row.fields))
  const apart = new Set(namesOf(row.fields, now.fields))
  const clashing = theirs.filter((field) => mine.has(field) && apart.has(field))
  const taken = theirs.filter((field) => !mine.has(field))
  const old = row.clashes.filter(({ field }) => apart.has(field) && !clashing.includes(field))
  return {
    ...row,
    item: now,
    fields: {
      ...row.fields,
      ...Object.fromEntries(taken.map((field) => [field, now.fields[field]])),
      position: row.fields.position === base.fields.position ? now.fields.position : row.fields.position,
    },
    adjustReason: row.adjustReason === base.adjustReason ? now.adjustReason : row.adjustReason,
    clashes: [...old, ...clashing.map((field) => ({ field, theirs: now.fields[field], by: now.changedBy }))],
  }
}

/**
 * The rows together with the plan as the server has it now. Rows that the server does not have any more go, unless
 * something unsaved is in them: then they stay as new ones. `removed` are those taken out here and not yet there.
 */
export function mergedRows(
  rows: readonly LocalRow[],
  items: readonly PlanItem[],
  removed: ReadonlySet<string>,
): LocalRow[] {
  const now = new Map(items.map((item) => [item.id, item]))
  const known = new Set(rows.flatMap(({ item }) => item?.id ?? []))
  const kept = rows.flatMap((row) => {
    if (row.item === undefined) return [row]
    const item = now.get(row.item.id)
    if (item) return [merged(row, item)]
    return namesOf(row.item.fields, row.fields).length > 0 ? [{ ...row, item: undefined, clashes: [] }] : []
  })
  const fresh = items.filter(({ id }) => !known.has(id) && !removed.has(id)).map(savedRow)
  return [...kept, ...fresh].sort((one, other) => one.fields.position - other.fields.position)
}

/**
 * New rows that the server has after all, because its answer was lost on the way: each takes the line that says the same
 * as it does. `items` are those that no row stands for yet.
 */
export function adopted(rows: readonly LocalRow[], items: readonly PlanItem[]): LocalRow[] {
  const free = [...items]
  return rows.map((row) => {
    if (row.item !== undefined) return row
    const place = free.findIndex((item) => namesOf(item.fields, row.fields).length === 0)
    const [item] = place === -1 ? [] : free.splice(place, 1)
    return item ? { ...row, item } : row
  })
}

/** The row after somebody chose between the two values of a field. */
export function settled(row: LocalRow, field: FieldName, choice: 'mine' | 'theirs'): LocalRow {
  const clash = row.clashes.find((one) => one.field === field)
  if (clash === undefined) return row
  const clashes: Clash[] = row.clashes.filter((one) => one !== clash)
  if (choice === 'mine') return { ...row, clashes }
  return { ...row, clashes, fields: { ...row.fields, [field]: clash.theirs } }
}

function namesOf(before: PlanItemFields, after: PlanItemFields): FieldName[] {
  return changedFields(before, after).map(({ field }) => field as FieldName)
}
