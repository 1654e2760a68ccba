import { z } from 'zod'
import { compareDecimals, isDecimal } from '../../kernel/decimal.ts'
import type { Fault } from '../../kernel/errors.ts'
import { isCountry } from '../codes/countries.ts'
import { CURRENCY_CODES } from '../codes/currencies.ts'
import { COST_ITEMS, COST_UNITS, IN_COUNTRY } from './items.ts'

/** What stands in a dated table: norms, or the groups to which countries and ranks belong. Runs in the browser too. */

export const TABLE_KINDS = ['norms', 'groups'] as const
export type TableKind = (typeof TABLE_KINDS)[number]

const MOST_LINES = 5000
/** Whoever is of no group that the list names. */
export const ALL_OTHERS = '*'
/** Every member who holds a leadership post, whatever the rank. */
export const LEADERS = 'leader'

/** A group is called by a few letters or digits: `I`, `A`, `2`. */
const Group = z.string().regex(/^[A-Za-z0-9]{1,8}$/)
export const Currency = z.string().refine((code) => CURRENCY_CODES.has(code), { error: 'currency' })
/** More than nothing, in at most 12 digits. */
export const Amount = z
  .string()
  .max(20)
  .refine((text) => isDecimal(text) && compareDecimals(text, '0') > 0 && compareDecimals(text, '1000000000000') < 0, {
    error: 'amount',
  })

/** One norm: what is paid of an item for one unit. Without a group it holds for every country, or every rank. */
export const NormLine = z.strictObject({
  item: z.enum(COST_ITEMS),
  countryGroup: Group.nullable(),
  rankGroup: Group.nullable(),
  unit: z.enum(COST_UNITS),
  amount: Amount,
  currency: Currency,
  /** Paid in full for days 1–30 of the trip, by two thirds for days 31–180. */
  tapers: z.boolean(),
  note: z.string().trim().max(500),
})
export type NormLine = z.infer<typeof NormLine>

/** A country or a rank, and the group of which it is; `*` stands for all others, `leader` for whoever leads. */
export const GroupLine = z.strictObject({
  of: z.enum(['country', 'rank']),
  code: z.string().trim().min(1).max(60),
  group: Group,
})
export type GroupLine = z.infer<typeof GroupLine>

/** The lines of a table, by its kind. */
export const TableLines = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('norms'), lines: z.array(NormLine).min(1).max(MOST_LINES) }),
  z.strictObject({ kind: z.literal('groups'), lines: z.array(GroupLine).min(1).max(MOST_LINES) }),
])
export type TableLines = z.infer<typeof TableLines>

/** What contradicts itself in a table: the same norm twice, a group where none can be. Paths as `lines[3].rankGroup`. */
export function tableFaults({ kind, lines }: TableLines): Fault[] {
  const doubled = twiceFaults(kind === 'norms' ? lines.map(normKey) : lines.map(groupKey))
  const own = kind === 'norms' ? lines.flatMap(normFaults) : lines.flatMap(groupFaults)
  return [...own, ...doubled]
}

/** What a norm is for: two lines of one table never share it. */
export function normKey({ item, unit, countryGroup, rankGroup }: NormLine): string {
  return [item, unit, countryGroup ?? '', rankGroup ?? ''].join(' ')
}

export function groupKey({ of, code }: GroupLine): string {
  return `${of} ${code}`
}

function twiceFaults(keys: readonly string[]): Fault[] {
  const first = new Map<string, number>()
  return keys.flatMap((key, at) => {
    const before = first.get(key)
    if (before === undefined) {
      first.set(key, at)
      return []
    }
    return [
      fault(
        `lines[${at}]`,
        `không trùng với dòng ${before + 1}: mỗi mục một dòng`,
        `another entry than line ${before + 1}: each stands once`,
      ),
    ]
  })
}

function normFaults({ unit, countryGroup, rankGroup }: NormLine, at: number): Fault[] {
  return [
    ...(countryGroup !== null && !IN_COUNTRY.has(unit)
      ? [
          fault(
            `lines[${at}].countryGroup`,
            'để trống: khoản tính một lần cho cả chuyến không chia theo nhóm nước',
            'nothing: what is paid once for a trip has no group of countries',
          ),
        ]
      : []),
    ...(rankGroup !== null && unit === 'trip'
      ? [
          fault(
            `lines[${at}].rankGroup`,
            'để trống: khoản của cả đoàn không chia theo nhóm chức danh',
            'nothing: what is paid for the delegation has no group of ranks',
          ),
        ]
      : []),
  ]
}

function groupFaults({ of, code }: GroupLine, at: number): Fault[] {
  if (of === 'rank' || code === ALL_OTHERS || isCountry(code)) return []
  return [
    fault(
      `lines[${at}].code`,
      'mã nước hai chữ cái ISO 3166-1, hoặc * cho các nước còn lại',
      'a two-letter ISO 3166-1 country code, or * for all others',
    ),
  ]
}

function fault(path: string, vi: string, en: string): Fault {
  return { path, message: { vi: `cần ${vi}`, en: `expected ${en}` } }
}
