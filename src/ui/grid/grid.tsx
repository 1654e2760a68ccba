import { IconArrowBackUp, IconArrowForwardUp, IconCopy, IconPlus, IconTrash } from '@tabler/icons-react'
import { type CSSProperties, type ReactNode, useId } from 'react'
import { Button } from '../button.tsx'
import { useMessages } from '../language.tsx'
import { More } from '../more.tsx'
import { writtenNumber } from '../typed.ts'
import { useMedia } from '../use-media.ts'
import { GridCards } from './cards.tsx'
import css from './grid.module.css'
import type { GridData } from './grid-data.ts'
import { GridLine } from './grid-line.tsx'
import { MESSAGES } from './messages.ts'
import type { Area } from './selection.ts'
import { type GridActs, useGrid } from './use-grid.ts'

interface GridProps extends GridActs, GridData {
  /** What the table holds, for those who hear it. */
  label: string
  /** Nothing can be added, changed or removed. */
  readOnly?: boolean
  canUndo: boolean
  canRedo: boolean
  /** What else there is to say of a row: on a phone it stands in its open card. */
  detail?: (key: string) => ReactNode
}

/**
 * A table written like a spreadsheet (the grid pattern of WAI-ARIA): keys, mouse, copying, pasting from Excel, undo. The
 * owner holds the rows and makes the edits. On a phone it is a list of cards with ordinary fields.
 */
export function Grid(props: GridProps) {
  const narrow = useMedia('(max-width: 640px)')
  return narrow ? <GridCards {...props} /> : <WideGrid {...props} />
}

function WideGrid({ label, readOnly = false, columns, rows, newKey, canUndo, canRedo, ...acts }: GridProps) {
  const m = useMessages(MESSAGES)
  const id = useId()
  const data = { columns, rows, newKey }
  const grid = useGrid({ data, readOnly, m, ...acts })
  const { area, selection, size, editing } = grid
  const onRow = rows[selection.at.row] !== undefined
  return (
    <div className={css.whole}>
      {readOnly ? null : (
        <div className={`${css.toolbar} no-print`} role="toolbar" aria-label={m.toolbar}>
          <Button icon={IconPlus} onClick={grid.add}>
            {m.add}
          </Button>
          <Button icon={IconCopy} onClick={grid.duplicate} disabledBecause={onRow ? undefined : m.noRow}>
            {m.duplicate}
          </Button>
          <Button icon={IconTrash} onClick={grid.remove} disabledBecause={onRow ? undefined : m.noRow}>
            {m.remove}
          </Button>
          <Button icon={IconArrowBackUp} onClick={acts.onUndo} disabledBecause={canUndo ? undefined : m.nothingToUndo}>
            {m.undo}
          </Button>
          <Button
            icon={IconArrowForwardUp}
            onClick={acts.onRedo}
            disabledBecause={canRedo ? undefined : m.nothingToRedo}
          >
            {m.redo}
          </Button>
        </div>
      )}
      <div className={css.scroll}>
        <table
          ref={grid.table}
          // biome-ignore lint/a11y/noNoninteractiveElementToInteractiveRole: a table is the right element of a grid of cells
          role="grid"
          aria-label={label}
          aria-rowcount={size.rows + 1}
          aria-colcount={size.columns + 1}
          aria-multiselectable="true"
          aria-readonly={readOnly}
          aria-describedby={`${id}-help`}
          className={css.grid}
          style={widthOf(columns)}
          {...grid.handlers}
        >
          <colgroup>
            <col style={{ width: NUMBER_WIDTH }} />
            {columns.map((column) => (
              <col key={column.id} style={{ width: column.width }} />
            ))}
          </colgroup>
          <thead>
            <tr aria-rowindex={1}>
              <th scope="col" aria-colindex={1} className={css.number}>
                <span aria-hidden="true">#</span>
                <span className="visually-hidden">{m.number}</span>
              </th>
              {columns.map((column, place) => (
                <th
                  key={column.id}
                  scope="col"
                  aria-colindex={place + 2}
                  title={column.hint}
                  className={place === 0 ? css.first : undefined}
                >
                  {column.title}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {Array.from({ length: size.rows }, (_, index) => {
              const inside = index >= area.top && index <= area.bottom
              const here = index === selection.at.row
              return (
                <GridLine
                  key={rows[index]?.key ?? ''}
                  id={id}
                  index={index}
                  row={rows[index]}
                  columns={columns}
                  heading={m.newRow}
                  left={inside ? area.left : -1}
                  right={inside ? area.right : -1}
                  active={here ? selection.at.column : -1}
                  editing={here ? editing : undefined}
                  choose={grid.choose}
                  open={grid.open}
                  commit={grid.commit}
                  cancel={grid.cancel}
                />
              )
            })}
          </tbody>
        </table>
      </div>
      <div className={`${css.status} no-print`}>
        <span role="status">{grid.said}</span>
        <span className="num">{sumWords(area, data, m)}</span>
      </div>
      <div className="no-print">
        <More summary={m.keys}>
          <p className="small mute" id={`${id}-help`}>
            {m.help}
          </p>
        </More>
      </div>
    </div>
  )
}

const NUMBER_WIDTH = 64

function widthOf(columns: GridData['columns']): CSSProperties {
  return { width: NUMBER_WIDTH + columns.reduce((sum, { width }) => sum + width, 0) }
}

/** How many cells are selected and, of numbers, their sum: as a spreadsheet says it at its lower edge. */
function sumWords({ top, bottom, left, right }: Area, { columns, rows }: GridData, m: (typeof MESSAGES)['vi']): string {
  const cells = (bottom - top + 1) * (right - left + 1)
  if (cells === 1) return ''
  const chosen = columns.slice(left, right + 1).filter(({ type }) => type.kind === 'money' || type.kind === 'whole')
  const numbers = rows
    .slice(top, bottom + 1)
    .flatMap(({ values }) => chosen.map(({ id }) => values[id]))
    .filter((value) => typeof value === 'number')
  const sum = numbers.reduce((total, value) => total + value, 0)
  return numbers.length === 0 ? m.chosen(cells) : `${m.chosen(cells)} · ${m.sum} ${writtenNumber(sum)}`
}
