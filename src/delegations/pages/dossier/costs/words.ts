import { useWords } from '../../../../law/pages/whatif/use-words.ts'
import { useMessages } from '../../../../ui/language.tsx'
import { en } from './messages.en.ts'
import { type CostMessages, vi } from './messages.vi.ts'

const MESSAGES = { vi, en }

export function useCostWords(): CostMessages {
  return useMessages(MESSAGES)
}

/** How a source of money is called. */
export function useSourceName(): (source: string) => string {
  const { codes } = useWords()
  const names: Readonly<Record<string, string>> = codes['funding[].source']
  return (source) => names[source] ?? source
}

/** Exact money as it is read: `1.250,5 USD`, `1.250.000 ₫`. */
export function written(amount: string, currency = 'VND'): string {
  const sign = amount.startsWith('-') ? '−' : ''
  const [whole = '', rest] = amount.replace('-', '').split('.')
  const number = `${whole.replace(/\B(?=(\d{3})+$)/g, '.')}${rest === undefined ? '' : `,${rest}`}`
  return `${sign}${number} ${currency === 'VND' ? '₫' : currency}`
}
