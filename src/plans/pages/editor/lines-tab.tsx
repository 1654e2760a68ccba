import { useMemo, useState } from 'react'
import { Confirm } from '../../../ui/confirm.tsx'
import type { Edit } from '../../../ui/grid/edit.ts'
import { Grid } from '../../../ui/grid/grid.tsx'
import type { GridColumn } from '../../../ui/grid/grid-data.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { Plan } from '../../answers.ts'
import type { PlanItemFields } from '../../plan-item.ts'
import { FIELD_NAMES } from '../../rules/field-names.ts'
import { OPEN_TO_UNIT } from '../../workflow.ts'
import css from './editor.module.css'
import { type ColumnId, columnIds, typeOf, withCell } from './model/columns.ts'
import type { LocalRow } from './model/local-row.ts'
import type { EditorState, PlanEditor } from './model/plan-editor.ts'
import { SidePanel } from './side/side-panel.tsx'
import { TotalsLine } from './totals-line.tsx'
import { useChecks, usePeopleOf } from './use-checks.ts'
import { useColumnWords, useEditorWords } from './use-editor-words.ts'
import { useGridRows } from './use-grid-rows.tsx'

interface LinesTabProps {
  plan: Plan
  direction: PlanItemFields['direction']
  editor: PlanEditor
  state: EditorState
  writes: boolean
}

/** The lines of one direction as a spreadsheet, with what there is to know of the selected one beside it. */
export function LinesTab({ plan, direction, editor, state, writes }: LinesTabProps) {
  const m = useEditorWords()
  const readOnly = !writes || !OPEN_TO_UNIT.has(plan.state)
  const [selected, setSelected] = useState<string | undefined>(undefined)
  const [dropping, setDropping] = useState<Edit | undefined>(undefined)
  const shown = useMemo(
    () => state.rows.filter(({ fields }) => fields.direction === direction),
    [state.rows, direction],
  )
  const people = usePeopleOf(plan, state.rows)
  const checks = useChecks(plan, state.rows, people)
  const columns = useColumns(plan, direction)
  const rows = useGridRows({ plan, shown, refused: state.refused, checks, columns, readOnly })
  const view = { shown, write: writeCell, blank: { direction } }
  const onEdit = (edit: Edit) => {
    const approved = edit.removed.some(({ key }) => shown.find((row) => row.key === key)?.item !== undefined)
    // Of an adjustment, what was approved is dropped with a reason, by a question of its own.
    if (plan.edition > 1 && approved) setDropping(edit)
    else editor.edit(edit, view)
  }
  const panel = (key: string | undefined) => (
    <SidePanel
      plan={plan}
      row={shown.find((row) => row.key === key)}
      check={key === undefined ? undefined : checks.get(key)}
      state={state}
      people={people}
      editor={editor}
      readOnly={readOnly}
    />
  )
  const clashes = state.rows.filter((row) => row.clashes.length > 0).length
  return (
    <>
      <TotalsLine plan={plan} rows={state.rows} direction={direction} />
      {readOnly && shown.length === 0 ? <p className={css.empty}>{m.lines.emptyReader}</p> : null}
      {!readOnly && shown.length === 0 ? <p className={css.empty}>{m.lines.empty}</p> : null}
      {clashes > 0 ? <Notice tone="amber" role="status" title={m.lines.clashes(clashes)} /> : null}
      {readOnly && shown.length === 0 ? null : (
        <div className={css.work}>
          <Grid
            label={direction === 'outgoing' ? m.lines.outgoingLabel : m.lines.incomingLabel}
            columns={columns}
            rows={rows}
            newKey={newKey}
            readOnly={readOnly}
            canUndo={state.history.past.length > 0}
            canRedo={state.history.future.length > 0}
            onEdit={onEdit}
            onUndo={editor.undo}
            onRedo={editor.redo}
            onSelectRow={setSelected}
            detail={panel}
          />
          <aside className={css.side} aria-label={m.side.label}>
            {panel(selected)}
          </aside>
        </div>
      )}
      <Confirm
        open={dropping !== undefined}
        title={m.lines.dropTitle(dropping?.removed.length ?? 0)}
        confirm={m.lines.drop}
        danger
        reason="required"
        onConfirm={({ reason }) => editor.drop(dropping?.removed.map(({ key }) => key) ?? [], reason)}
        onClose={() => setDropping(undefined)}
      >
        <p>{m.lines.dropWhat}</p>
      </Confirm>
    </>
  )
}

function newKey(): string {
  return `new-${crypto.randomUUID()}`
}

function writeCell(row: LocalRow, column: string, value: unknown): LocalRow {
  return withCell(row, column as ColumnId, value as Parameters<typeof withCell>[2])
}

const WIDTHS: Partial<Record<ColumnId, number>> = {
  title: 240,
  purposeKind: 130,
  countries: 130,
  host: 150,
  monthFrom: 62,
  monthTo: 62,
  departure: 96,
  return: 96,
  days: 60,
  headcount: 62,
  people: 170,
  vnd: 120,
  source: 130,
  priority: 110,
  offPlan: 80,
}

function useColumns(plan: Plan, direction: PlanItemFields['direction']): GridColumn[] {
  const m = useEditorWords().lines
  const words = useColumnWords()
  const { t } = useLanguage()
  const { year, edition } = plan
  return useMemo(() => {
    const incoming: Partial<Record<ColumnId, string>> =
      direction === 'incoming' ? { host: m.columns.incomingHost, countries: m.columns.incomingCountries } : {}
    const own = m.columns as Partial<Record<ColumnId, string>>
    const hints = m.hints as Partial<Record<ColumnId, string>>
    return columnIds(direction, edition).map((id) => ({
      id,
      title: incoming[id] ?? own[id] ?? t(FIELD_NAMES[id as keyof PlanItemFields]),
      type: typeOf(id, words, year),
      width: WIDTHS[id] ?? 180,
      ...(hints[id] === undefined ? {} : { hint: hints[id] }),
    }))
  }, [m, words, t, year, edition, direction])
}
