import { useMemo } from 'react'
import { useCountries } from '../../../law/pages/whatif/country-field.tsx'
import { useWords } from '../../../law/pages/whatif/use-words.ts'
import type { Choice } from '../../../ui/grid/cell-type.ts'
import { useMessages } from '../../../ui/language.tsx'
import { en } from '../../messages-editor.en.ts'
import { type EditorMessages, vi } from '../../messages-editor.vi.ts'
import { useBoardWords } from '../board/use-words.ts'
import type { ColumnWords } from './model/columns.ts'

const MESSAGES = { vi, en }

/** The words of these pages in the reader's language. */
export function useEditorWords(): EditorMessages {
  return useMessages(MESSAGES)
}

/** The choices of the columns in the reader's language. */
export function useColumnWords(): ColumnWords {
  const { codes } = useWords()
  const { priorities } = useBoardWords()
  const countries = useCountries()
  return useMemo(
    () => ({
      countries,
      purposes: Object.entries(codes['purpose.kind']),
      sources: Object.entries(codes['funding[].source']),
      priorities: Object.entries(priorities) as Choice[],
    }),
    [codes, priorities, countries],
  )
}

/** An instant as it is read: `14:05 22/11/2026`, Vietnam's time. */
export function instantWords(instant: string): string {
  return CLOCK.format(new Date(instant)).replace(',', '')
}

const CLOCK = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})

/** A share as it is read: `12 %`. */
export function shareWords(share: number): string {
  return `${Math.round(share * 100)} %`
}
