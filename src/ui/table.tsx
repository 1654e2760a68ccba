import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { useMessages } from './language.tsx'
import type { List } from './list.tsx'
import { Failure } from './notice.tsx'
import css from './table.module.css'
import { SortSelect, TableHead } from './table-head.tsx'
import { MESSAGES } from './table-messages.ts'
import { Bulk, PickAll, PickRow, type Selection } from './table-selection.tsx'

/** One column of a table. The first of a table names its rows. */
export interface Column<Row> {
  /** Its key, which is also the word for it in `sort=-name` of the address. */
  key: string
  head: string
  render: (row: Row) => ReactNode
  numeric?: boolean
  sortable?: boolean
  /** `120px`, `20%`; as its content needs unless said. */
  width?: string
}

interface TableProps<Row> {
  /** What the table shows, for those who hear the page. */
  caption: string
  columns: readonly Column<Row>[]
  /** As `useList` gives it, or all rows there are as `{ rows }`. */
  list: Pick<List<Row>, 'data' | 'loading' | 'failed' | 'retry'> | { rows: readonly Row[] }
  rowKey: (row: Row) => string
  /** Where a row leads; its first cell is the link, and the whole row can be clicked. */
  rowLink?: ((row: Row) => string | undefined) | undefined
  /** What an empty table says: why, and what to do next. */
  empty: ReactNode
  /** Rows can be chosen, and something done with those chosen. */
  selection?: Selection | undefined
}

/**
 * A table of rows that the server gives page by page: sorted by what stands in the address, its rows links, its rows
 * chosen where that is wanted; cards on a phone. Says so when it is loading, empty or failed.
 */
export function Table<Row>({ caption, columns, list, rowKey, rowLink, empty, selection }: TableProps<Row>) {
  const { rows, loading, failed, retry } = 'rows' in list ? { ...QUIET, rows: list.rows } : partsOf(list)
  if (failed) return <Failure error={failed} retry={retry} />
  if (rows?.length === 0 && !loading) return <div className={css.empty}>{empty}</div>
  const ids = (rows ?? []).map(rowKey)
  return (
    <div className={css.place}>
      {selection && selection.chosen.size > 0 ? <Bulk selection={selection} /> : null}
      <SortSelect columns={columns} />
      <table className={css.table} aria-busy={loading}>
        <caption className="visually-hidden">{caption}</caption>
        <TableHead columns={columns} pick={selection ? <PickAll ids={ids} selection={selection} /> : undefined} />
        <tbody>
          {rows === undefined ? <Waiting width={columns.length + (selection ? 1 : 0)} /> : null}
          {rows?.map((row) => {
            const id = rowKey(row)
            const link = rowLink?.(row)
            return (
              <tr key={id} className={link === undefined ? '' : css.linked}>
                {selection ? <PickRow id={id} selection={selection} /> : null}
                <Cells columns={columns} row={row} link={link} />
              </tr>
            )
          })}
        </tbody>
      </table>
      <p className="visually-hidden" role="status">
        <Loading now={loading} />
      </p>
    </div>
  )
}

const QUIET = { loading: false, failed: undefined, retry: () => {} }

function partsOf<Row>({ data, loading, failed, retry }: Pick<List<Row>, 'data' | 'loading' | 'failed' | 'retry'>) {
  return { rows: data?.items, loading, failed, retry }
}

function Cells<Row>({ columns, row, link }: { columns: readonly Column<Row>[]; row: Row; link: string | undefined }) {
  const [first, ...others] = columns
  if (first === undefined) return null
  const name = first.render(row)
  return (
    <>
      <th scope="row" className={first.numeric ? `${css.numeric} num` : ''}>
        {link === undefined ? (
          name
        ) : (
          <Link to={link} className={css.link}>
            {name}
          </Link>
        )}
      </th>
      {others.map(({ key, head, numeric, render }) => (
        <td key={key} data-head={head} className={numeric ? `${css.numeric} num` : ''}>
          {render(row)}
        </td>
      ))}
    </>
  )
}

function Loading({ now }: { now: boolean }) {
  const m = useMessages(MESSAGES)
  return now ? m.loading : null
}

/** Stands for the first rows until they come. */
function Waiting({ width }: { width: number }) {
  const m = useMessages(MESSAGES)
  return (
    <tr>
      <td colSpan={width} className="mute">
        <span aria-hidden="true" className={css.skeleton} />
        {m.loading}
      </td>
    </tr>
  )
}
