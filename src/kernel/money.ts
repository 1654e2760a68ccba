/** An amount in a currency of ISO 4217. */
export interface Amount {
  amount: number
  currency: string
}

const NUMBERS = new Intl.NumberFormat('vi-VN', { maximumFractionDigits: 2 })

/** Money as it is written in Việt Nam: `1.234.567 ₫`, `1.200,5 USD`. */
export function formatMoney({ amount, currency }: Amount): string {
  return `${NUMBERS.format(amount)} ${currency === 'VND' ? '₫' : currency}`
}
