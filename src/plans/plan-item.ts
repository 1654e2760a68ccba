import { z } from 'zod'
import { isCountry } from '../law/codes/countries.ts'
import { CURRENCY_CODES } from '../law/codes/currencies.ts'
import { ContractDay, FUNDING_SOURCES, PURPOSE_KINDS } from '../law/dossier.ts'

/** What stands in one line of a yearly plan. `null` and an empty text mean "not stated yet". Money is in numbers here. */

export const DIRECTIONS = ['outgoing', 'incoming'] as const

/** Whether the line is to take place: as planned, given up in an adjustment, cut or merged by the consolidating body. */
export const STANDINGS = ['planned', 'dropped', 'cut', 'merged'] as const
export type Standing = (typeof STANDINGS)[number]

/** More money than any plan holds, and still a whole number that JavaScript adds up exactly. */
export const MOST_MONEY = 1e14

const Text = z.string().trim().max(4000)
const Month = z.int().min(1).max(12)
const Country = z.string().refine(isCountry, { error: 'country' })
const Currency = z.string().refine((code) => CURRENCY_CODES.has(code), { error: 'currency' })

/** People of one post: how many, and who, where a leader is named. */
export const PlannedPeople = z.strictObject({
  post: z.string().trim().min(1).max(300),
  count: z.int().min(1).max(1000),
  /** The person of the register; then `count` is 1. */
  personId: z.uuid().nullable().default(null),
})
export type PlannedPeople = z.infer<typeof PlannedPeople>

/** What one source pays: the amount in its currency and, unless that is VND, the rate with its day and source. */
export const Cost = z.strictObject({
  source: z.enum(FUNDING_SOURCES),
  amount: z.number().min(0).max(MOST_MONEY),
  currency: Currency.default('VND'),
  /** VND for one unit of the currency. */
  rate: z.number().positive().max(1e9).nullable().default(null),
  rateDay: ContractDay.nullable().default(null),
  rateSource: z.string().trim().max(300).nullable().default(null),
})
export type Cost = z.infer<typeof Cost>

/** The answer to "could it be done otherwise?": whether it could, and why it is planned all the same, or why not. */
export const Alternative = z.strictObject({ able: z.boolean(), reason: z.string().trim().min(1).max(2000) })
export type Alternative = z.infer<typeof Alternative>

export const PlanItemFields = z.strictObject({
  direction: z.enum(DIRECTIONS),
  title: z.string().trim().min(1).max(500),
  purposeKind: z.enum(PURPOSE_KINDS).nullable(),
  purpose: Text,
  /** The result expected. */
  result: Text,
  /** Who receives the delegation; of an incoming one, who comes. */
  host: Text,
  /** Where it goes; of an incoming one, where it comes from. */
  countries: z.array(Country).max(30),
  /** The months in which it may take place, where no days are fixed. */
  monthFrom: Month.nullable(),
  monthTo: Month.nullable(),
  departure: ContractDay.nullable(),
  return: ContractDay.nullable(),
  /** Days from departure to return, both counted. */
  days: z.int().min(1).max(366).nullable(),
  headcount: z.int().min(1).max(1000).nullable(),
  people: z.array(PlannedPeople).max(100),
  costs: z.array(Cost).max(FUNDING_SOURCES.length),
  /** 1 cannot be left out, 2 should take place, 3 could wait. */
  priority: z.int().min(1).max(3).nullable(),
  /** The political task it serves. */
  task: Text,
  /** Whether a meeting over video could do it. */
  virtual: Alternative.nullable(),
  /** Whether the mission abroad could do it. */
  mission: Alternative.nullable(),
  /** It arose after the plan was approved, and is weighed on its own. */
  offPlan: z.boolean(),
  justification: Text,
  /** Its place in the plan. */
  position: z.int().min(0).max(1_000_000),
})
export type PlanItemFields = z.infer<typeof PlanItemFields>

/** Fields to change; the others stay. */
export const PlanItemChange = PlanItemFields.partial()
export type PlanItemChange = z.infer<typeof PlanItemChange>

/** A line on which nothing is stated yet. */
export const BLANK_ITEM: PlanItemFields = {
  direction: 'outgoing',
  title: '',
  purposeKind: null,
  purpose: '',
  result: '',
  host: '',
  countries: [],
  monthFrom: null,
  monthTo: null,
  departure: null,
  return: null,
  days: null,
  headcount: null,
  people: [],
  costs: [],
  priority: null,
  task: '',
  virtual: null,
  mission: null,
  offPlan: false,
  justification: '',
  position: 0,
}

/** The amount of a cost in whole VND, by its own rate; 0 where the rate is not stated. */
export function vndOf({ amount, currency, rate }: Pick<Cost, 'amount' | 'currency' | 'rate'>): number {
  if (currency === 'VND') return Math.round(amount)
  return Math.round((Math.round(amount * 100) * (rate ?? 0)) / 100)
}

/** What a line costs in whole VND, over all sources. */
export function vndOfItem({ costs }: Pick<PlanItemFields, 'costs'>): number {
  return costs.reduce((sum, cost) => sum + vndOf(cost), 0)
}

/** The first and the last month in which a line may take place; `undefined` where none is stated. */
export function monthsOf(fields: Pick<PlanItemFields, 'monthFrom' | 'monthTo' | 'departure'>): Months | undefined {
  if (fields.departure !== null) {
    const month = Number(fields.departure.slice(5, 7))
    return { from: month, to: month }
  }
  const from = fields.monthFrom ?? fields.monthTo
  if (from === null) return undefined
  return { from, to: fields.monthTo ?? from }
}

export interface Months {
  from: number
  to: number
}

/** The half of the year to which a line's money counts: that of its first month; 1 where no month is stated. */
export function halfOf(fields: Pick<PlanItemFields, 'monthFrom' | 'monthTo' | 'departure'>): 1 | 2 {
  return (monthsOf(fields)?.from ?? 1) <= 6 ? 1 : 2
}

/** How many go: the number stated, else the people listed; `undefined` where neither is. */
export function headcountOf({ headcount, people }: Pick<PlanItemFields, 'headcount' | 'people'>): number | undefined {
  if (headcount !== null) return headcount
  return people.length === 0 ? undefined : people.reduce((sum, { count }) => sum + count, 0)
}
