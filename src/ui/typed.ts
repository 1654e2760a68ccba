import { type Day, isDay } from '../kernel/day.ts'

/** The day that somebody typed as dd/mm/yyyy (also with - . or spaces, as ddmmyyyy, or yyyy-mm-dd); `undefined` when it is none. */
export function typedDay(text: string): Day | undefined {
  const trimmed = text.trim()
  const written = /^(\d{1,2})[/\-. ](\d{1,2})[/\-. ](\d{4})$/.exec(trimmed) ?? /^(\d{2})(\d{2})(\d{4})$/.exec(trimmed)
  const day = written ? `${written[3]}-${written[2]?.padStart(2, '0')}-${written[1]?.padStart(2, '0')}` : trimmed
  return isDay(day) ? day : undefined
}

/** The number that somebody typed the Vietnamese way: 1.234.567,5; `undefined` when it is none. */
export function typedNumber(text: string): number | undefined {
  const trimmed = text.replace(/[\s₫]/g, '')
  if (!/^-?\d+(\.\d{3})*(,\d+)?$/.test(trimmed) && !/^-?\d+(,\d+)?$/.test(trimmed)) return undefined
  const number = Number(trimmed.replaceAll('.', '').replace(',', '.'))
  return Number.isFinite(number) ? number : undefined
}

/** A number as it is written in Việt Nam: 1.234.567,5. */
export function writtenNumber(value: number): string {
  const [whole = '', fraction] = String(value).split('.')
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, '.')
  return fraction === undefined ? grouped : `${grouped},${fraction}`
}

/** Money as it is written in Việt Nam: `1.234.567 ₫`, other currencies by their code. */
export function writtenMoney({ amount, currency }: { amount: number; currency: string }): string {
  return `${writtenNumber(amount)} ${currency === 'VND' ? '₫' : currency}`
}
