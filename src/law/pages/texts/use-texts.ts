import { useState } from 'react'
import { type Day, dayInVietnam, formatDay } from '../../../kernel/day.ts'
import { useMessages } from '../../../ui/language.tsx'
import { jurisdictionName } from '../../codes/jurisdictions.ts'
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

/** The days in force in words: "từ 31/05/2019", "29/12/2014 – 30/05/2019". */
export function daysWords(m: TextsMessages, { from, to }: { from: Day; to?: Day | undefined }): string {
  return to === undefined ? m.from(formatDay(from)) : m.fromTo(formatDay(from), formatDay(to))
}

/** Where a text binds: the name of the province or city, or the whole country. */
export function whereWords(m: TextsMessages, jurisdiction: string): string {
  return jurisdiction === 'VN' ? m.centre : jurisdictionName(jurisdiction)
}
