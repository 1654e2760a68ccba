import { useLanguage, useMessages } from '../../ui/language.tsx'
import { en } from '../messages.en.ts'
import { type DelegationMessages, vi } from '../messages.vi.ts'

const MESSAGES = { vi, en }

/** The words of these pages in the reader's language. */
export function useDelegationWords(): DelegationMessages {
  return useMessages(MESSAGES)
}

/** An instant as it is read, Vietnam's time: `14:05 22/11/2026`. */
export function instantWords(instant: string): string {
  return `${timeWords(new Date(instant))} ${DAY.format(new Date(instant))}`
}

/** The time of an instant: `14:05`. */
export function timeWords(instant: Date): string {
  return TIME.format(instant)
}

const ZONE = { timeZone: 'Asia/Ho_Chi_Minh' } as const
const TIME = new Intl.DateTimeFormat('vi-VN', { ...ZONE, hour: '2-digit', minute: '2-digit' })
const DAY = new Intl.DateTimeFormat('vi-VN', { ...ZONE, day: '2-digit', month: '2-digit', year: 'numeric' })

/** Names in one sentence: "An, Bình và Châu". */
export function useNames(): (names: readonly string[]) => string {
  const { language } = useLanguage()
  return (names) => new Intl.ListFormat(language).format(names)
}
