import type { PlanItem } from '../../../answers.ts'
import { BLANK_ITEM, type PlanItemFields } from '../../../plan-item.ts'
import { changedFields } from '../../../rules/diff-versions.ts'

export type FieldName = keyof PlanItemFields

/** A field that two people have changed: what each of them wrote. */
export interface Clash {
  field: FieldName
  theirs: unknown
  by: string
}

/** A line as it stands in this browser. */
export interface LocalRow {
  /** Of this browser; a line that the server knows has its id. */
  key: string
  /** As the server last gave it; absent for a line that it does not have yet. */
  item: PlanItem | undefined
  fields: PlanItemFields
  adjustReason: string
  /** Texts that cannot be read, by column: they stay in this browser. */
  unread: Readonly<Record<string, string>>
  clashes: readonly Clash[]
}

/** What one act changes in a row. */
export interface RowPatch {
  fields: Partial<PlanItemFields>
  unread: Readonly<Record<string, string | undefined>>
  adjustReason?: string
}

/** A row as the server gives it. */
export function savedRow(item: PlanItem): LocalRow {
  return { key: item.id, item, fields: item.fields, adjustReason: item.adjustReason, unread: {}, clashes: [] }
}

/** A row that nobody has saved yet. */
export function newRow(key: string, fields: Partial<PlanItemFields> = {}): LocalRow {
  return { key, item: undefined, fields: { ...BLANK_ITEM, ...fields }, adjustReason: '', unread: {}, clashes: [] }
}

/** A new row with what another says, also with what could not be read there. */
export function copyOf(key: string, { fields, adjustReason, unread }: LocalRow): LocalRow {
  return { ...newRow(key, fields), adjustReason, unread }
}

/** The row after a patch. */
export function patched(row: LocalRow, { fields, unread, adjustReason }: RowPatch): LocalRow {
  const texts = Object.entries({ ...row.unread, ...unread }).filter(
    (entry): entry is [string, string] => entry[1] !== undefined,
  )
  return {
    ...row,
    fields: { ...row.fields, ...fields },
    unread: Object.fromEntries(texts),
    adjustReason: adjustReason ?? row.adjustReason,
  }
}

/** The patches that lead from one state of a row to another, and back. */
export function patchBetween(from: LocalRow, to: LocalRow): { before: RowPatch; after: RowPatch } {
  const names = changedFields(from.fields, to.fields).map(({ field }) => field as FieldName)
  const columns = [...new Set([...Object.keys(from.unread), ...Object.keys(to.unread)])]
  const differing = columns.filter((column) => from.unread[column] !== to.unread[column])
  const side = (row: LocalRow): RowPatch => ({
    fields: picked(row.fields, names),
    unread: Object.fromEntries(differing.map((column) => [column, row.unread[column]])),
    ...(from.adjustReason === to.adjustReason ? {} : { adjustReason: row.adjustReason }),
  })
  return { before: side(from), after: side(to) }
}

/** What the server does not have yet of a row; `undefined` when it has everything. */
export function unsaved(row: LocalRow): { fields: Partial<PlanItemFields>; adjustReason?: string } | undefined {
  const { item, fields, adjustReason } = row
  if (item === undefined) return { fields, ...(adjustReason === '' ? {} : { adjustReason }) }
  const names = changedFields(item.fields, fields).map(({ field }) => field as FieldName)
  if (fields.position !== item.fields.position) names.push('position')
  const reason = adjustReason === item.adjustReason ? {} : { adjustReason }
  if (names.length === 0 && !('adjustReason' in reason)) return undefined
  return { fields: picked(fields, names), ...reason }
}

/** Whether nothing at all is written in a row. */
export function isBlank({ fields, unread, adjustReason }: LocalRow): boolean {
  const said = changedFields(BLANK_ITEM, fields).filter(({ field }) => field !== 'direction' && field !== 'offPlan')
  return said.length === 0 && Object.keys(unread).length === 0 && adjustReason === ''
}

function picked(fields: PlanItemFields, names: readonly FieldName[]): Partial<PlanItemFields> {
  return Object.fromEntries(names.map((name) => [name, fields[name]]))
}
