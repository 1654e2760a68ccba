import type { Fault } from '../../../../kernel/errors.ts'
import type { Bilingual } from '../../../../kernel/text.ts'
import type { Edit } from '../../../../ui/grid/edit.ts'
import type { PlanHead, PlanItem } from '../../../answers.ts'
import type { PlanItemFields } from '../../../plan-item.ts'
import { itemFaults } from '../../../rules/item-faults.ts'
import { isBlank, type LocalRow, newRow, patchBetween, unsaved } from './local-row.ts'
import type { Refused } from './plan-editor.ts'

/** A line to be saved, as the server takes it. */
export interface Outgoing {
  id?: string
  version?: number
  fields: Partial<PlanItemFields>
  adjustReason?: string
  /** Takes in again a line that was dropped. */
  again?: true
}

/** Some of the rows as a grid shows them. */
export interface View {
  shown: readonly LocalRow[]
  write: (row: LocalRow, column: string, value: unknown) => LocalRow
  /** What a row that is added says from the beginning. */
  blank: Partial<PlanItemFields>
}

export function outgoing(row: LocalRow): Outgoing {
  const { fields, adjustReason } = unsaved(row) ?? { fields: {} }
  return {
    ...(row.item ? { id: row.item.id, version: row.item.version } : {}),
    fields,
    ...(adjustReason === undefined ? {} : { adjustReason }),
  }
}

/** The row with the server's answer to what was sent; what was typed since then stays. */
export function acknowledged(row: LocalRow, sent: LocalRow, item: PlanItem): LocalRow {
  const since = patchBetween(sent, row).after
  return {
    ...row,
    item,
    fields: {
      ...item.fields,
      ...since.fields,
      position: row.fields.position === sent.fields.position ? item.fields.position : row.fields.position,
    },
    adjustReason: since.adjustReason ?? item.adjustReason,
  }
}

/**
 * An act of a grid that shows some of the rows as an act on all of them: places are counted among all rows, and the
 * cells of one row become one patch.
 */
export function patchesOf(
  { removed, added, cells }: Edit,
  rows: readonly LocalRow[],
  { shown, write, blank }: View,
): Edit {
  const placeOf = (key: string | undefined) => rows.findIndex((row) => row.key === key)
  const first = added[0]
  const next = first ? placeOf(shown[first.at]?.key) : -1
  const begin = next === -1 ? rows.length : next
  const written = new Map<string, LocalRow>()
  const fresh = new Set(added.flatMap(({ key, copyOf }) => (copyOf === undefined ? [key] : [])))
  const original = (key: string) => rows.find((row) => row.key === key) ?? newRow(key)
  for (const key of fresh) written.set(key, newRow(key, blank))
  for (const { key, column, after } of cells) written.set(key, write(written.get(key) ?? original(key), column, after))
  const patches = [...written].map(([key, row]) => ({ key, column: '', ...patchBetween(original(key), row) }))
  return {
    removed: removed.map(({ key }) => ({ key, at: placeOf(key) })),
    added: added.map((row, index) => ({ ...row, at: begin + index })),
    cells: patches,
  }
}

/** The faults of a row in itself, and those the server found as long as the row is as it was sent. */
export function faultsOf(
  row: LocalRow,
  plan: Pick<PlanHead, 'year' | 'edition'>,
  refused: Refused | undefined,
): Fault[] {
  const own = itemFaults(row.fields, plan.year, plan.edition)
  const server = refused?.row === row ? refused.faults : []
  const known = new Set(own.map(({ path }) => path))
  const untitled = row.fields.title.trim() === '' && !isBlank(row) ? [{ path: 'title', message: UNTITLED }] : []
  return [...untitled, ...own, ...server.filter(({ path }) => !known.has(path) && path !== 'title')]
}

const UNTITLED: Bilingual = {
  vi: 'cần tên đoàn; chưa có tên thì dòng này chỉ được giữ trong trình duyệt',
  en: 'a name is needed; without one the line is kept in this browser only',
}
