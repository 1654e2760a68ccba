/**
 * Exact arithmetic for money. A decimal is text, as the database gives its `numeric`: `1250.5`, at most 15 digits before the
 * point and 6 after it. What is multiplied may be a fraction; only the end of a calculation is rounded.
 */
export type Decimal = string

/** A ratio of two whole numbers: two thirds is `{ over: 2n, under: 3n }`. */
export interface Fraction {
  over: bigint
  under: bigint
}

const FORM = /^(-?)(\d{1,15})(?:\.(\d{1,6}))?$/

/** Whether the text is a decimal. */
export function isDecimal(text: string): boolean {
  return FORM.test(text)
}

/** A typed number or text as a decimal without needless zeros; `undefined` where it is none. */
export function decimalOf(value: number | string): Decimal | undefined {
  const text = String(value)
  return isDecimal(text) ? written(fractionOf(text), 6) : undefined
}

/** The product, exact, then rounded half away from zero to so many places. Throws for text that is no decimal. */
export function productOf(factors: readonly (Decimal | Fraction)[], places: number): Decimal {
  const product = factors.map(fraction).reduce(times, { over: 1n, under: 1n })
  return written(product, places)
}

/** The sum, exact, in up to six places. */
export function sumOf(amounts: readonly Decimal[]): Decimal {
  return written(amounts.map(fraction).reduce(plus, { over: 0n, under: 1n }), 6)
}

/** One less the other, exact. */
export function differenceOf(one: Decimal, other: Decimal): Decimal {
  return sumOf([one, productOf([other, { over: -1n, under: 1n }], 6)])
}

/** Less than zero where the first is the smaller, more where it is the larger, 0 where they are the same amount. */
export function compareDecimals(one: Decimal, other: Decimal): number {
  const [left, right] = [fraction(one), fraction(other)]
  const difference = left.over * right.under - right.over * left.under
  return difference < 0n ? -1 : difference > 0n ? 1 : 0
}

function fraction(value: Decimal | Fraction): Fraction {
  return typeof value === 'string' ? fractionOf(value) : value
}

function fractionOf(text: Decimal): Fraction {
  const [, sign = '', whole = '', rest = ''] = FORM.exec(text) ?? []
  if (whole === '') throw new Error(`not a decimal: ${text}`)
  const over = BigInt(whole + rest)
  return { over: sign === '-' ? -over : over, under: 10n ** BigInt(rest.length) }
}

function times(one: Fraction, other: Fraction): Fraction {
  return { over: one.over * other.over, under: one.under * other.under }
}

function plus(one: Fraction, other: Fraction): Fraction {
  return { over: one.over * other.under + other.over * one.under, under: one.under * other.under }
}

/** Rounded half away from zero, without zeros at the end. */
function written({ over, under }: Fraction, places: number): Decimal {
  const negative = over < 0n
  const scaled = (negative ? -over : over) * 10n ** BigInt(places)
  const rounded = (2n * scaled + under) / (2n * under)
  const digits = String(rounded).padStart(places + 1, '0')
  const whole = digits.slice(0, digits.length - places)
  const rest = digits.slice(digits.length - places).replace(/0+$/, '')
  return `${negative && rounded !== 0n ? '-' : ''}${whole}${rest === '' ? '' : `.${rest}`}`
}
