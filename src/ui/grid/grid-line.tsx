import { memo } from 'react'
import { type After, CellEditor } from './cell-editor.tsx'
import { type CellValue, isUnread, writeCell } from './cell-type.ts'
import css from './grid.module.css'
import { type GridColumn, type GridRow, lockOf } from './grid-data.ts'
import type { Editing } from './use-grid.ts'

interface GridLineProps {
  /** Names the cells, for what refers to them. */
  id: string
  index: number
  /** Absent for the place at the end where a new row begins. */
  row: GridRow | undefined
  columns: readonly GridColumn[]
  heading: string
  /** The selected columns of this row, and the one that is worked on; -1 for none. */
  left: number
  right: number
  active: number
  editing: Editing | undefined
  choose: (row: number, column: number, how: 'alone' | 'extend' | 'row') => void
  open: () => void
  commit: (text: string, after: After) => void
  cancel: () => void
}

/** A row of the grid. Drawn again only when something of it has changed. */
export const GridLine = memo(function GridLine(props: GridLineProps) {
  const { id, index, row, columns, heading, left, right, active, editing, choose, open } = props
  return (
    <tr aria-rowindex={index + 2} className={row?.note ? css.muted : row ? undefined : css.fresh}>
      <th scope="row" aria-colindex={1} className={css.number} onClick={() => choose(index, 0, 'row')}>
        <span>{row ? index + 1 : '+'}</span>
        {row ? null : <span className="visually-hidden">{heading}</span>}
        {row?.marker}
        {row?.note ? <small className={css.note}>{row.note}</small> : null}
      </th>
      {columns.map((column, place) => {
        const value = row?.values[column.id] ?? null
        const fault = row?.faults?.[column.id]
        const lock = lockOf(row, column)
        const faultId = fault === undefined ? undefined : `${id}-${row?.key}-${column.id}`
        const write = active === place && editing !== undefined
        return (
          // biome-ignore lint/a11y/useAriaPropsSupportedByRole: in a grid a cell of a table is a gridcell, which can be selected
          <td
            key={column.id}
            data-at={`${index}:${place}`}
            aria-colindex={place + 2}
            tabIndex={active === place ? 0 : -1}
            aria-selected={place >= left && place <= right}
            aria-readonly={lock !== undefined}
            aria-invalid={fault === undefined ? undefined : true}
            aria-describedby={faultId}
            title={lock === undefined || lock === '' ? undefined : lock}
            className={classOf(column, place, { lock, fault, active: active === place, write })}
            onMouseDown={(event) => {
              if (write || event.button !== 0) return
              event.preventDefault()
              choose(index, place, event.shiftKey ? 'extend' : 'alone')
            }}
            onMouseEnter={(event) => {
              if (event.buttons === 1 && !write) choose(index, place, 'extend')
            }}
            onDoubleClick={open}
          >
            <span className={css.value}>{shownValue(column, value)}</span>
            {fault === undefined ? null : (
              <span id={faultId} className={css.fault}>
                {fault}
              </span>
            )}
            {write ? (
              <CellEditor
                type={column.type}
                label={column.title}
                initial={editing.initial}
                onCommit={props.commit}
                onCancel={props.cancel}
              />
            ) : null}
          </td>
        )
      })}
    </tr>
  )
})

function shownValue({ type }: GridColumn, value: CellValue): string {
  return type.kind === 'several' && !isUnread(value)
    ? writeCell(type, value).replaceAll('; ', ', ')
    : writeCell(type, value)
}

function classOf(
  { type }: GridColumn,
  place: number,
  {
    lock,
    fault,
    active,
    write,
  }: { lock: string | undefined; fault: string | undefined; active: boolean; write: boolean },
): string {
  return [
    css.cell,
    type.kind === 'whole' || type.kind === 'money' || type.kind === 'month' || type.kind === 'day' ? css.right : '',
    place === 0 ? css.first : '',
    lock === undefined ? '' : css.locked,
    fault === undefined ? '' : css.wrong,
    active ? css.active : '',
    write ? css.editing : '',
  ].join(' ')
}
