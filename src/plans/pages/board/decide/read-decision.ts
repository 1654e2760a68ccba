import { isDay, yearOf } from '../../../../kernel/day.ts'
import { formatMoney } from '../../../../kernel/money.ts'
import type { BoardMessages } from '../../../messages-board.vi.ts'
import { headcountOf, type PlanItemChange, type PlanItemFields } from '../../../plan-item.ts'
import { changedFields } from '../../../rules/diff-versions.ts'
import { CHANGED_BY } from '../../../workflow.ts'
import { fitPeople } from './fit-people.ts'

/** The decisions that concern one line alone. */
export const SINGLE_KINDS = ['keep', 'reduce', 'shift', 'cut'] as const
export type SingleKind = (typeof SINGLE_KINDS)[number]

/** A number in a field, what was typed where that is none, or nothing. */
export type TypedNumber = number | string | undefined

/** What the fields of the form hold. */
export interface Typed {
  headcount: TypedNumber
  days: TypedNumber
  countries: string[]
  /** How many of each post, in the order of the line's people. */
  posts: TypedNumber[]
  /** How much of each source, in the order of the line's costs. */
  amounts: TypedNumber[]
  monthFrom: number | null
  monthTo: number | null
  departure: string | undefined
  back: string | undefined
}

/** The form as it begins: the line as it is. */
export function typedOf(fields: PlanItemFields): Typed {
  return {
    headcount: headcountOf(fields),
    days: fields.days ?? undefined,
    countries: fields.countries,
    posts: fields.people.map(({ count }) => count),
    amounts: fields.costs.map(({ amount }) => amount),
    monthFrom: fields.monthFrom,
    monthTo: fields.monthTo,
    departure: fields.departure ?? undefined,
    back: fields.return ?? undefined,
  }
}

/** The form with another number of people: the list of posts is made to fit. */
export function withHeadcount(asked: PlanItemFields, typed: Typed, headcount: TypedNumber): Typed {
  if (typeof headcount !== 'number' || headcount < 1) return { ...typed, headcount }
  return { ...typed, headcount, posts: fitPeople(asked.people, headcount).map(({ count }) => count) }
}

/** What is wrong with a field, in the reader's words; fields of lists by their place: `posts[1]`. */
export type Faults = Record<string, (m: BoardMessages['decide']) => string>

/** A decision as it would be sent: what it changes of the line that the unit asked for, and what is wrong with it. */
export interface ReadDecision {
  change: PlanItemChange
  /** The line as it would be; none where it is cut. */
  after: PlanItemFields | undefined
  faults: Faults
}

/** Reads the form of a decision on the line that the unit asked for. */
export function readDecision(kind: SingleKind, asked: PlanItemFields, typed: Typed, year: number): ReadDecision {
  if (kind === 'cut') return { change: {}, after: undefined, faults: {} }
  if (kind === 'keep') return { change: {}, after: asked, faults: {} }
  const { fields, faults } = kind === 'reduce' ? reduced(asked, typed) : shifted(asked, typed, year)
  const allowed: readonly string[] = CHANGED_BY[kind]
  const changed = changedFields(asked, fields).filter(({ field }) => allowed.includes(field))
  const change: PlanItemChange = Object.fromEntries(changed.map(({ field, after }) => [field, after]))
  return { change, after: fields, faults }
}

function reduced(asked: PlanItemFields, typed: Typed): { fields: PlanItemFields; faults: Faults } {
  const faults: Faults = {}
  const number = (field: string, value: TypedNumber, most: number | undefined, least: number, money = false) => {
    if (value === undefined && most === undefined) return undefined
    if (typeof value !== 'number' || value < least || (!money && !Number.isInteger(value))) {
      faults[field] = (m) => m.wrongNumber
      return undefined
    }
    if (most !== undefined && value > most) faults[field] = (m) => m.notMore(amountWords(most))
    return value
  }
  const people = asked.people.map((one, index) => ({
    ...one,
    count: number(`posts[${index}]`, typed.posts[index], one.count, 0) ?? one.count,
  }))
  const headcount = number('headcount', typed.headcount, headcountOf(asked), 1)
  const listed = people.reduce((sum, { count }) => sum + count, 0)
  if (headcount !== undefined && listed > headcount) faults.headcount = (m) => m.tooManyPosts(listed)
  const days = number('days', typed.days, asked.days ?? undefined, 1)
  if (asked.countries.length > 0 && typed.countries.length === 0) faults.countries = (m) => m.noCountry
  const costs = asked.costs.map((cost, index) => ({
    ...cost,
    amount: number(`amounts[${index}]`, typed.amounts[index], cost.amount, 0, true) ?? cost.amount,
  }))
  return {
    fields: {
      ...asked,
      // A number that follows from the people listed stays unstated while it does.
      headcount: asked.headcount === null && headcount === listed ? null : (headcount ?? asked.headcount),
      people: people.filter(({ count }) => count > 0),
      days: days ?? asked.days,
      countries: typed.countries,
      costs,
      ...(asked.departure === null ? {} : { return: dayOr(typed.back, asked.return) }),
    },
    faults: asked.departure === null ? faults : { ...faults, ...dayFaults(asked.departure, typed.back) },
  }
}

function shifted(asked: PlanItemFields, typed: Typed, year: number): { fields: PlanItemFields; faults: Faults } {
  if (asked.departure !== null) {
    const faults = { ...departureFaults(typed.departure, year), ...dayFaults(typed.departure, typed.back) }
    const departure = dayOr(typed.departure, asked.departure)
    return { fields: { ...asked, departure, return: dayOr(typed.back, asked.return) }, faults }
  }
  const { monthFrom, monthTo } = typed
  const wrong = monthFrom !== null && monthTo !== null && monthTo < monthFrom
  return {
    fields: { ...asked, monthFrom, monthTo },
    faults: wrong ? { monthTo: (m) => m.monthOrder } : {},
  }
}

function departureFaults(departure: string | undefined, year: number): Faults {
  if (departure === undefined || !isDay(departure)) return { departure: (m) => m.wrongDay }
  return yearOf(departure) === year ? {} : { departure: (m) => m.otherYear(year) }
}

function dayFaults(departure: string | undefined, back: string | undefined): Faults {
  if (back === undefined) return {}
  if (!isDay(back)) return { back: (m) => m.wrongDay }
  return departure !== undefined && back < departure ? { back: (m) => m.dayOrder } : {}
}

function dayOr(typed: string | undefined, otherwise: string | null): string | null {
  return typed !== undefined && isDay(typed) ? typed : otherwise
}

function amountWords(amount: number): string {
  return formatMoney({ amount, currency: 'VND' }).replace(' ₫', '')
}

/** The costs when they fall with people and days: each amount times the shares that are left, in whole units. */
export function inProportion(asked: PlanItemFields, typed: Pick<Typed, 'headcount' | 'days'>): number[] {
  const share = (now: TypedNumber, before: number | undefined) =>
    typeof now === 'number' && before !== undefined && before > 0 ? Math.min(1, now / before) : 1
  const left = share(typed.headcount, headcountOf(asked)) * share(typed.days, asked.days ?? undefined)
  return asked.costs.map(({ amount }) => Math.round(amount * left))
}
