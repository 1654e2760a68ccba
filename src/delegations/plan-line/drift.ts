import { type Day, daysInclusive, yearOf } from '../../kernel/day.ts'
import type { Content } from '../content/content.ts'
import { isObject } from '../content/json.ts'
import { dayAt, projectionOf } from '../edit/projection.ts'
import type { LinkedLine } from './contract.ts'

/** What is held against the line of the plan. */
export const DRIFTS = ['people', 'days', 'countries', 'when', 'money'] as const

/** A side of the comparison; `undefined` where it says nothing. */
export interface Figures {
  people: number | undefined
  days: number | undefined
  countries: readonly string[] | undefined
  /** The first and the last month. */
  when: { year: number; from: number; to: number } | undefined
  /** Whole VND. */
  money: number | undefined
}

/** How a dossier stands beside its line: the figures of both, and what differs of what both state. */
export interface Drift {
  planned: Figures
  now: Figures
  differs: readonly (typeof DRIFTS)[number][]
}

/** Holds a dossier, facts of the registers laid over it, against the line of the plan on which it rests. Pure. */
export function driftOf(line: LinkedLine, content: Content): Drift {
  const planned = plannedFigures(line)
  const now = figuresOf(content)
  return { planned, now, differs: DRIFTS.filter((one) => DIFFERS[one](planned, now)) }
}

/** People, days and money may be fewer than planned, and still that is told: the plan is mended by what was learnt. */
const DIFFERS: Record<(typeof DRIFTS)[number], (planned: Figures, now: Figures) => boolean> = {
  people: ({ people: one }, { people: other }) => bothDiffer(one, other),
  days: ({ days: one }, { days: other }) => bothDiffer(one, other),
  countries: ({ countries: one }, { countries: other }) =>
    bothDiffer(one && [...one].sort().join(' '), other && [...other].sort().join(' ')),
  when: ({ when: one }, { when: other }) =>
    one !== undefined &&
    other !== undefined &&
    (one.year !== other.year || other.from < one.from || other.from > one.to),
  money: ({ money: one }, { money: other }) => bothDiffer(one, other),
}

function bothDiffer<Value>(one: Value | undefined, other: Value | undefined): boolean {
  return one !== undefined && other !== undefined && one !== other
}

function plannedFigures({ headcount, days, countries, year, monthFrom, monthTo, vnd }: LinkedLine): Figures {
  return {
    people: headcount ?? undefined,
    days: days ?? undefined,
    countries: countries.length === 0 ? undefined : countries,
    when: monthFrom === null ? undefined : { year, from: monthFrom, to: monthTo ?? monthFrom },
    money: vnd ?? undefined,
  }
}

/** What a dossier itself says. Pure. */
export function figuresOf(content: Content): Figures {
  const { headcount, countries } = projectionOf(content, null)
  const [departure, back] = [dayAt(content, 'trip/departure'), dayAt(content, 'trip/return')]
  return {
    people: headcount === 0 ? undefined : headcount,
    days: departure === null || back === null || back < departure ? undefined : daysInclusive(departure, back),
    countries: countries.length === 0 ? undefined : countries,
    when: departure === null ? undefined : monthOf(departure),
    money: totalOf(content),
  }
}

function monthOf(day: Day): Figures['when'] {
  const month = Number(day.slice(5, 7))
  return { year: yearOf(day), from: month, to: month }
}

/** What the dossier states of its costs in all, where that is in VND. */
function totalOf({ estimate }: Content): number | undefined {
  const total = isObject(estimate) ? estimate.total : undefined
  return isObject(total) && total.currency === 'VND' && typeof total.amount === 'number' ? total.amount : undefined
}
