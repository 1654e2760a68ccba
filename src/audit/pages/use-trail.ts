import { useInfiniteQuery } from '@tanstack/react-query'
import { dayInVietnam } from '../../kernel/day.ts'
import { call } from '../../ui/fetch.ts'
import { ANSWER } from '../../ui/list.tsx'
import { useAddress } from '../../ui/use-address.ts'
import { type AuditEntry, listAudit } from '../contract.ts'

/** The filters, by the names under which they stand in the address and in the input of the endpoint. */
export const FILTERS = ['from', 'to', 'account', 'action', 'kind', 'subject'] as const

/** The entries that the filters of the address let through, newest first, page after page. */
export function useTrail() {
  const { get } = useAddress()
  const filter = Object.fromEntries(FILTERS.map((name) => [name, get(name)]))
  return useInfiniteQuery({
    queryKey: [ANSWER, listAudit.path, filter],
    queryFn: ({ pageParam }) => call(listAudit, { ...filter, before: pageParam }),
    initialPageParam: undefined as number | undefined,
    getNextPageParam: (page) => page.before,
    retry: false,
  })
}

/** Entries under the days on which they were made, in the order given. */
export function byDay(entries: readonly AuditEntry[]): { day: string; entries: AuditEntry[] }[] {
  const days: { day: string; entries: AuditEntry[] }[] = []
  for (const entry of entries) {
    const day = dayInVietnam(new Date(entry.at))
    const last = days.at(-1)
    if (last?.day === day) last.entries.push(entry)
    else days.push({ day, entries: [entry] })
  }
  return days
}
