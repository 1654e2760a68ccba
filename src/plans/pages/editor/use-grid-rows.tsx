import { useMemo } from 'react'
import { CLASS_NAMES, TONES } from '../../../law/pages/whatif/classes.ts'
import { Chip } from '../../../ui/chip.tsx'
import { faultOfCell } from '../../../ui/grid/cell-type.ts'
import type { GridColumn, GridRow } from '../../../ui/grid/grid-data.ts'
import { useLanguage } from '../../../ui/language.tsx'
import type { Plan } from '../../answers.ts'
import type { ItemCheck } from '../../rules/check-item.ts'
import { type ColumnId, cellOf, columnOf, isComposed } from './model/columns.ts'
import type { LocalRow } from './model/local-row.ts'
import { faultsOf } from './model/patches.ts'
import type { EditorState } from './model/plan-editor.ts'
import { gravest } from './use-checks.ts'
import { useEditorWords } from './use-editor-words.ts'

interface Shown extends Pick<EditorState, 'refused'> {
  plan: Plan
  shown: readonly LocalRow[]
  checks: ReadonlyMap<string, ItemCheck>
  columns: readonly GridColumn[]
  readOnly: boolean
}

/** The rows as the grid shows them. A row that has not changed stays the same object, so that it is not drawn again. */
export function useGridRows({ plan, shown, refused, checks, columns, readOnly }: Shown): GridRow[] {
  const { lines: m } = useEditorWords()
  const { t } = useLanguage()
  const gridRow = useMemo(() => {
    const made = new WeakMap<LocalRow, { worst: string; row: GridRow }>()
    const make = (row: LocalRow, check: ItemCheck | undefined): GridRow => {
      const standing = row.item?.standing ?? 'planned'
      const lock = readOnly ? m.closed : standing === 'planned' ? undefined : m.gone
      return {
        key: row.key,
        values: Object.fromEntries(columns.map(({ id }) => [id, cellOf(row, id as ColumnId)])),
        faults: faultWords(row),
        marker: <Marker check={check} />,
        ...(isComposed(row.fields.costs) ? { locked: { vnd: m.composed, source: m.composed } } : {}),
        ...(lock === undefined ? {} : { readOnly: lock }),
        ...(standing === 'planned' ? {} : { note: m.standings[standing] }),
      }
    }
    const faultWords = (row: LocalRow): Record<string, string> => {
      const cells = columns.flatMap(({ id, type }): [string, string][] => {
        const fault = faultOfCell(type, cellOf(row, id as ColumnId))
        if (fault === undefined) return []
        return [[id, id === 'virtual' || id === 'mission' ? m.alternative : t(fault)]]
      })
      const fields = faultsOf(row, plan, refused.get(row.key)).map(({ path, message }) => [columnOf(path), t(message)])
      return Object.fromEntries([...fields, ...cells])
    }
    return (row: LocalRow, check: ItemCheck | undefined): GridRow => {
      const { kind, count } = gravest(check) ?? {}
      const worst = `${kind} ${count}`
      const old = made.get(row)
      if (old?.worst === worst) return old.row
      const fresh = make(row, check)
      made.set(row, { worst, row: fresh })
      return fresh
    }
  }, [plan, columns, readOnly, refused, m, t])
  return shown.map((row) => gridRow(row, checks.get(row.key)))
}

/** How many points of law there are at a line, in the colour of the gravest. */
function Marker({ check }: { check: ItemCheck | undefined }) {
  const { lines: m } = useEditorWords()
  const { t } = useLanguage()
  const worst = gravest(check)
  if (worst === undefined) return null
  return (
    <Chip tone={TONES[worst.kind]}>
      <span aria-hidden="true">{worst.count}</span>
      <span className="visually-hidden">
        {m.findings(worst.count)}: {t(CLASS_NAMES[worst.kind])}
      </span>
    </Chip>
  )
}
