/** An amount in a currency of ISO 4217. */
export interface Amount {
  amount: number
  currency: string
}

const NUMBERS = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })
const THOUSANDS = /\B(?=(\d{3})+$)/g

/** Money as it is written in Việt Nam: `1.234.567 ₫`, `1.200,5 USD`. */
export function formatMoney({ amount, currency }: Amount): string {
  // Whole amounts are by far the most, and grouping them by hand is many times faster.
  const number = Number.isSafeInteger(amount) ? String(amount).replace(THOUSANDS, '.') : NUMBERS.format(amount)
  return `${number} ${currency === 'VND' ? '₫' : currency}`
}
