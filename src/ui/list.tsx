import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { type Called, CallFailed, call } from './fetch.ts'
import { useMessages } from './language.tsx'
import css from './list.module.css'
import { writtenNumber } from './typed.ts'
import { useAddress } from './use-address.ts'

/** One page of a list, as the server gives it. */
export interface ListPage<Row> {
  items: Row[]
  /** How many there are; the server counts up to 10,000, or less where `more` says that there are more. */
  total: number
  more?: boolean | undefined
  page: number
  size: number
}

/** A list as the table shows it: what has come, and what goes on. */
export interface List<Row> {
  /** The last page that came; absent until the first one did. */
  data: ListPage<Row> | undefined
  /** A page is on its way. */
  loading: boolean
  failed: Error | undefined
  retry: () => void
}

/** What an endpoint answers to this input, asked for again when the input changes; the last answer stays meanwhile. */
export function useAnswer<Input extends z.ZodType, Output extends z.ZodType>(
  endpoint: Called<Input, Output>,
  input: z.input<Input>,
  { enabled = true }: { enabled?: boolean } = {},
): { data: z.output<Output> | undefined; loading: boolean; failed: Error | undefined; retry: () => void } {
  const query = useQuery({
    queryKey: [ANSWER, endpoint.path, input],
    queryFn: () => call(endpoint, input),
    placeholderData: keepPreviousData,
    retry: (count, error) => count === 0 && error instanceof CallFailed && error.code === 'unreachable',
    enabled,
  })
  return {
    data: query.data,
    loading: query.isFetching,
    failed: failureOf(query),
    retry: () => void query.refetch(),
  }
}

/** Why there is nothing to show, or nothing new. Of a session that has ended the shell speaks: what is shown stays. */
export function failureOf({ data, error }: { data: unknown; error: Error | null }): Error | undefined {
  const isOver = error instanceof CallFailed && error.code === 'signed-out'
  return error === null || (isOver && data !== undefined) ? undefined : error
}

/** The first part of the key of every answer in the cache: after a change they are asked for again. */
export const ANSWER = 'answer'

/** One page of a list by its endpoint; the page shown before stays until the next has come. */
export function useList<Input extends z.ZodType, Row>(
  endpoint: Called<Input, z.ZodType<ListPage<Row>>>,
  input: z.input<Input>,
): List<Row> {
  return useAnswer(endpoint, input)
}

const CAP = 10_000

const MESSAGES = {
  vi: {
    pages: 'Các trang của danh sách',
    previous: 'Trang trước',
    next: 'Trang sau',
    shown: (first: string, last: string, total: string) => `${first}–${last} trong ${total}`,
  },
  en: {
    pages: 'Pages of the list',
    previous: 'Previous page',
    next: 'Next page',
    shown: (first: string, last: string, total: string) => `${first}–${last} of ${total}`,
  },
}

/** Which rows of how many are shown, and the way to those before and after; the page stands in the address. */
export function Pager({ list: { data } }: { list: Pick<List<unknown>, 'data'> }) {
  const m = useMessages(MESSAGES)
  const address = useAddress()
  if (data === undefined || data.total === 0) return null
  const { page, size, total, more = total > CAP, items } = data
  const before = (page - 1) * size
  const step = (to: number, word: string, possible: boolean) =>
    possible ? (
      <Link to="." search={address.after({ page: to === 1 ? undefined : to })} className={css.step}>
        {word}
      </Link>
    ) : (
      <span className={css.off}>{word}</span>
    )
  return (
    <nav className={`${css.pager} no-print`} aria-label={m.pages}>
      <span className="num" role="status">
        {m.shown(writtenNumber(before + 1), writtenNumber(before + items.length), writtenTotal(total, more))}
      </span>
      {step(page - 1, m.previous, page > 1)}
      {step(page + 1, m.next, more || before + items.length < total)}
    </nav>
  )
}

/** A total as it is shown: beyond what the server counts, `10.000+`. */
export function writtenTotal(total: number, more = total > CAP): string {
  return more ? `${writtenNumber(Math.min(total, CAP))}+` : writtenNumber(total)
}
