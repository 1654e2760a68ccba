import { compareDecimals, type Decimal, decimalOf } from '../../kernel/decimal.ts'
import { CURRENCY_CODES } from '../../law/codes/currencies.ts'
import { COST_ITEMS, type CostItem } from '../../law/costs/items.ts'
import { FUNDING_SOURCES } from '../../law/dossier.ts'
import { isItems, isObject, type Json, type JsonObject } from '../content/json.ts'

/** Who pays, by the codes of the contract. */
export type Payer = (typeof FUNDING_SOURCES)[number]

/** A part of a line, in percent, that somebody else pays. */
export interface PaidShare {
  source: Payer
  percent: Decimal
}

export interface SaidOfNorm {
  off: boolean
  amount: Decimal | undefined
  payer: Payer
  share: PaidShare | undefined
  reason: string
}

export interface OwnLine {
  key: string
  item: CostItem
  what: string
  country: string | undefined
  units: Decimal
  /** For one unit; `undefined` while it cannot be read. */
  amount: Decimal | undefined
  currency: string
  source: string
  payer: Payer
  share: PaidShare | undefined
  reason: string
}

/** What is typed of an estimate, as far as it can be read. */
export interface ReadCosts {
  norms: ReadonlyMap<string, SaidOfNorm>
  lines: readonly OwnLine[]
}

/** Nothing is said of a norm: the state budget pays it in full. */
export const NOTHING_SAID: SaidOfNorm = {
  off: false,
  amount: undefined,
  payer: 'state-budget',
  share: undefined,
  reason: '',
}

/** Reads what stands under `costs` of a content, whole or half typed. Pure. */
export function readCosts(costs: Json | undefined): ReadCosts {
  const { norms, lines } = isObject(costs) ? costs : {}
  return {
    norms: new Map(items(norms).map((said) => [String(said.key), saidOf(said)])),
    lines: items(lines).map(ownLine),
  }
}

/** An amount of the contract as exact money; `undefined` while it is none. */
export function moneyOf(value: Json | undefined): { amount: Decimal; currency: string } | undefined {
  if (!isObject(value)) return undefined
  const amount = amountOf(value.amount)
  const currency = value.currency
  if (amount === undefined || typeof currency !== 'string' || !CURRENCY_CODES.has(currency)) return undefined
  return { amount, currency }
}

function saidOf({ off, amount, payer, share, reason }: JsonObject): SaidOfNorm {
  return {
    off: off === true,
    amount: amountOf(amount),
    payer: payerOf(payer) ?? 'state-budget',
    share: shareOf(share),
    reason: textOf(reason),
  }
}

function ownLine({ key, item, what, country, units, amount, source, payer, share, reason }: JsonObject): OwnLine {
  const money = moneyOf(amount)
  return {
    key: String(key),
    item: COST_ITEMS.find((code) => code === item) ?? 'other',
    what: textOf(what),
    country: typeof country === 'string' && /^[A-Z]{2}$/.test(country) ? country : undefined,
    units: units === undefined ? '1' : (amountOf(units) ?? '0'),
    amount: money?.amount,
    currency: money?.currency ?? 'VND',
    source: textOf(source),
    payer: payerOf(payer) ?? 'state-budget',
    share: shareOf(share),
    reason: textOf(reason),
  }
}

function shareOf(value: Json | undefined): PaidShare | undefined {
  if (!isObject(value)) return undefined
  const [source, percent] = [payerOf(value.source), amountOf(value.percent)]
  if (source === undefined || percent === undefined) return undefined
  const none = compareDecimals(percent, '0') === 0 || compareDecimals(percent, '100') > 0
  return none ? undefined : { source, percent }
}

function payerOf(value: Json | undefined): Payer | undefined {
  return FUNDING_SOURCES.find((source) => source === value)
}

/** An amount of nothing or more, of at most 12 digits. */
function amountOf(value: Json | undefined): Decimal | undefined {
  if (typeof value !== 'number' && typeof value !== 'string') return undefined
  const amount = decimalOf(value)
  if (amount === undefined || amount.startsWith('-')) return undefined
  return compareDecimals(amount, '1000000000000') < 0 ? amount : undefined
}

function textOf(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : ''
}

function items(value: Json | undefined): JsonObject[] {
  return isItems(value) ? value : []
}
