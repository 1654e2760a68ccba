import { IconArrowDown, IconArrowsSort, IconArrowUp } from '@tabler/icons-react'
import { type ReactNode, useId } from 'react'
import control from './control.module.css'
import { useMessages } from './language.tsx'
import { type Direction, directionOf, nextSort } from './sort.ts'
import css from './table.module.css'
import type { Column } from './table.tsx'
import { MESSAGES } from './table-messages.ts'
import { useAddress } from './use-address.ts'

type Heads = readonly Pick<Column<never>, 'key' | 'head' | 'numeric' | 'sortable' | 'width'>[]

/** The heads of the columns; those that can be sorted by are buttons, and the order stands in the address. */
export function TableHead({ columns, pick }: { columns: Heads; pick: ReactNode }) {
  const { get, set } = useAddress()
  const sort = get('sort')
  return (
    <thead>
      <tr>
        {pick === undefined ? null : <td className={css.pick}>{pick}</td>}
        {columns.map(({ key, head, numeric, sortable, width }) => {
          const direction = directionOf(sort, key)
          return (
            <th
              key={key}
              scope="col"
              className={numeric ? css.numeric : ''}
              style={{ width }}
              aria-sort={sortable && direction ? direction : undefined}
            >
              {sortable ? (
                <button type="button" className={css.sort} onClick={() => set({ sort: nextSort(sort, key) })}>
                  {head}
                  <SortMark direction={direction} />
                </button>
              ) : (
                head
              )}
            </th>
          )
        })}
      </tr>
    </thead>
  )
}

function SortMark({ direction }: { direction: Direction | undefined }) {
  const Mark = direction === undefined ? IconArrowsSort : direction === 'ascending' ? IconArrowUp : IconArrowDown
  return <Mark size={13} aria-hidden="true" className={direction === undefined ? css.faint : ''} />
}

/** The same choice for a phone, where the heads are not seen. */
export function SortSelect({ columns }: { columns: Heads }) {
  const m = useMessages(MESSAGES)
  const id = useId()
  const { get, set } = useAddress()
  const sortable = columns.filter((column) => column.sortable)
  if (sortable.length === 0) return null
  return (
    <div className={`${css.sortSelect} no-print`}>
      <label htmlFor={id}>{m.sortBy}</label>
      <select
        id={id}
        className={control.control}
        value={get('sort') ?? ''}
        onChange={(event) => set({ sort: event.target.value })}
      >
        <option value="">{m.usual}</option>
        {sortable.flatMap(({ key, head }) => [
          <option key={key} value={key}>
            {m.rising(head)}
          </option>,
          <option key={`-${key}`} value={`-${key}`}>
            {m.falling(head)}
          </option>,
        ])}
      </select>
    </div>
  )
}
