import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../button.tsx'
import { useMessages } from '../language.tsx'
import { CardField } from './card-field.tsx'
import { type CellValue, writeCell } from './cell-type.ts'
import css from './grid.module.css'
import { type GridColumn, type GridData, type GridRow, lockOf } from './grid-data.ts'
import { MESSAGES } from './messages.ts'
import type { GridActs } from './use-grid.ts'

interface GridCardsProps extends GridActs, GridData {
  label: string
  readOnly?: boolean
  canUndo: boolean
  detail?: (key: string) => ReactNode
}

/** The rows of a grid one under the other, each a card that opens to ordinary fields. */
export function GridCards({
  label,
  readOnly = false,
  columns,
  rows,
  newKey,
  canUndo,
  detail,
  ...acts
}: GridCardsProps) {
  const m = useMessages(MESSAGES)
  const [open, setOpen] = useState<string | undefined>(undefined)
  const show = (key: string | undefined) => {
    setOpen(key)
    acts.onSelectRow?.(key)
  }
  const add = () => {
    const key = newKey()
    acts.onEdit({ removed: [], added: [{ key, at: rows.length }], cells: [] })
    show(key)
  }
  return (
    <div className={css.whole}>
      <ul className={css.cards} aria-label={label}>
        {rows.map((row, index) => (
          <li key={row.key}>
            <Card
              row={row}
              columns={columns}
              number={index + 1}
              open={open === row.key}
              readOnly={readOnly}
              detail={detail}
              onToggle={() => show(open === row.key ? undefined : row.key)}
              onWrite={(column, after) =>
                acts.onEdit({
                  removed: [],
                  added: [],
                  cells: [{ key: row.key, column, before: row.values[column] ?? null, after }],
                })
              }
              onRemove={() => acts.onEdit({ removed: [{ key: row.key, at: index }], added: [], cells: [] })}
            />
          </li>
        ))}
      </ul>
      {readOnly ? null : (
        <div className={`${css.toolbar} no-print`}>
          <Button icon={IconPlus} onClick={add}>
            {m.add}
          </Button>
          <Button onClick={acts.onUndo} disabledBecause={canUndo ? undefined : m.nothingToUndo}>
            {m.undo}
          </Button>
        </div>
      )}
    </div>
  )
}

interface CardProps {
  row: GridRow
  columns: readonly GridColumn[]
  number: number
  open: boolean
  readOnly: boolean
  detail: ((key: string) => ReactNode) | undefined
  onToggle: () => void
  onWrite: (column: string, value: CellValue) => void
  onRemove: () => void
}

function Card({ row, columns, number, open, readOnly, detail, onToggle, onWrite, onRemove }: CardProps) {
  const m = useMessages(MESSAGES)
  const [first, ...others] = columns
  const name = first ? writeCell(first.type, row.values[first.id] ?? null) : ''
  const known = others.filter(({ id }) => (row.values[id] ?? null) !== null).slice(0, 4)
  const wrong = Object.keys(row.faults ?? {}).length > 0
  return (
    <div className={`${css.card} ${wrong ? css.wrongCard : ''}`}>
      <h2>
        <button type="button" aria-expanded={open} onClick={onToggle}>
          <span className="mute">{number}.</span> {name || m.untitled}
        </button>
        {row.marker}
      </h2>
      {row.note ? <p className={css.note}>{row.note}</p> : null}
      {open ? (
        <div className={css.fields}>
          {columns.map((column) => (
            <CardField
              key={column.id}
              id={`${row.key}-${column.id}`}
              column={column}
              value={row.values[column.id] ?? null}
              fault={row.faults?.[column.id]}
              lock={readOnly ? (row.readOnly ?? '') : lockOf(row, column)}
              onWrite={(value) => onWrite(column.id, value)}
            />
          ))}
          {detail?.(row.key)}
          {readOnly || row.readOnly !== undefined ? null : <Button onClick={onRemove}>{m.remove}</Button>}
        </div>
      ) : (
        <p className="small mute">
          {known.map(({ id, title, type }) => `${title} ${writeCell(type, row.values[id] ?? null)}`).join(' · ')}
        </p>
      )}
    </div>
  )
}
