import { addDays, type Day, daysInclusive, yearOf } from '../kernel/day.ts'
import type { Law } from '../law/index.ts'

/** How many working days of a year are over at the end of each of its days. */
type YearCounted = Uint16Array

/** Years that were counted before, by jurisdiction and year: a page of late dossiers asks for months of days, row by row. */
const counted = new WeakMap<Law, Map<string, YearCounted>>()

/** How many working days lie between two days, the first not counted, the second counted; none where the second is not the later. */
export function workingDaysBetween(law: Law, jurisdiction: string, from: Day, to: Day): number {
  if (to <= from) return 0
  let days = upTo(law, jurisdiction, to) - upTo(law, jurisdiction, from)
  for (let year = yearOf(from); year < yearOf(to); year += 1) days += upTo(law, jurisdiction, `${year}-12-31`)
  return days
}

/** Working days until a last day: 0 when it is today, below 0 when it is over; null where there is none. */
export function workingDaysLeft(law: Law, jurisdiction: string, today: Day, due: Day | null): number | null {
  if (due === null) return null
  if (due === today) return 0
  // On a day of rest after the last day nothing more is late by the calendar of offices, but late it is.
  return due > today
    ? workingDaysBetween(law, jurisdiction, today, due)
    : -Math.max(1, workingDaysBetween(law, jurisdiction, due, today))
}

/** The working days of its year that are over at the end of a day. */
function upTo(law: Law, jurisdiction: string, day: Day): number {
  const year = yearOf(day)
  return yearCounted(law, jurisdiction, year)[daysInclusive(`${year}-01-01`, day) - 1] ?? 0
}

function yearCounted(law: Law, jurisdiction: string, year: number): YearCounted {
  const years = counted.get(law) ?? new Map<string, YearCounted>()
  counted.set(law, years)
  const name = `${jurisdiction} ${year}`
  const known = years.get(name)
  if (known !== undefined) return known
  const first = `${year}-01-01`
  const { works } = law.on(first, jurisdiction).surroundings
  const days = new Uint16Array(daysInclusive(first, `${year}-12-31`))
  let count = 0
  for (const at of days.keys()) {
    if (works(addDays(first, at))) count += 1
    days[at] = count
  }
  years.set(name, days)
  return days
}
