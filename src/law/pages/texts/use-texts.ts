import { useQuery } from '@tanstack/react-query'
import { useLocation } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { type Day, dayInVietnam, formatDay } from '../../../kernel/day.ts'
import { call } from '../../../ui/fetch.ts'
import { useMessages } from '../../../ui/language.tsx'
import { jurisdictionName } from '../../codes/jurisdictions.ts'
import { getCases } from '../../contract.ts'
import { en } from '../../messages-texts.en.ts'
import { type TextsMessages, vi } from '../../messages-texts.vi.ts'

const MESSAGES = { vi, en }

/** The words of these pages in the reader's language. */
export function useTexts(): TextsMessages {
  return useMessages(MESSAGES)
}

/** The day it was in Việt Nam when the page was opened. */
export function useToday(): Day {
  const [today] = useState(() => dayInVietnam(new Date()))
  return today
}

/** All cases of the law, fetched once. */
export function useCases() {
  return useQuery({
    queryKey: ['law', 'cases'],
    queryFn: () => call(getCases),
    staleTime: Number.POSITIVE_INFINITY,
  })
}

/** A parameter of the address; `undefined` when it is absent or empty. */
export function useParameter(name: string): string | undefined {
  const search = useLocation({ select: ({ searchStr }) => searchStr })
  return useMemo(() => new URLSearchParams(search).get(name)?.trim() || undefined, [search, name])
}

/** The days in force in words: "từ 31/05/2019", "29/12/2014 – 30/05/2019". */
export function daysWords(m: TextsMessages, { from, to }: { from: Day; to?: Day | undefined }): string {
  return to === undefined ? m.from(formatDay(from)) : m.fromTo(formatDay(from), formatDay(to))
}

/** Where a text binds: the name of the province or city, or the whole country. */
export function whereWords(m: TextsMessages, jurisdiction: string): string {
  return jurisdiction === 'VN' ? m.centre : jurisdictionName(jurisdiction)
}
