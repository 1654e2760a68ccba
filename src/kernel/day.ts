/**
 * Calendar days. A `Day` is a string `YYYY-MM-DD` of the proleptic Gregorian calendar, as used in Asia/Ho_Chi_Minh;
 * it has no time and no zone, and sorts as text. Arithmetic goes over day numbers (days since 1970-01-01).
 */
export type Day = string

const DAY = /^\d{4}-\d{2}-\d{2}$/
const TWO_DIGITS = Array.from({ length: 100 }, (_, n) => String(n).padStart(2, '0'))

/** The length of a month, 28 to 31. `month` counts from 1. */
export function daysInMonth(year: number, month: number): number {
  if (month !== 2) return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
}

/** Whether the text is a day that exists: `2024-02-29` is one, `2025-02-29` is not. */
export function isDay(text: string): text is Day {
  if (!DAY.test(text)) return false
  const month = Number(text.slice(5, 7))
  const date = Number(text.slice(8))
  return month >= 1 && month <= 12 && date >= 1 && date <= daysInMonth(yearOf(text), month)
}

/** Days since 1970-01-01 (Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms", days_from_civil). */
export function dayNumber(day: Day): number {
  const month = Number(day.slice(5, 7))
  const year = Number(day.slice(0, 4)) - (month <= 2 ? 1 : 0)
  const era = Math.floor(year / 400)
  const yearOfEra = year - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + Number(day.slice(8, 10)) - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The day of a day number; the inverse of `dayNumber` (civil_from_days of the same source). */
export function dayOfNumber(number: number): Day {
  const shifted = number + 719_468
  const era = Math.floor(shifted / 146_097)
  const dayOfEra = shifted - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shiftedMonth = Math.floor((5 * dayOfYear + 2) / 153)
  const date = dayOfYear - Math.floor((153 * shiftedMonth + 2) / 5) + 1
  const month = shiftedMonth + (shiftedMonth < 10 ? 3 : -9)
  return makeDay(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, date)
}

/** The day `days` later (earlier when negative). */
export function addDays(day: Day, days: number): Day {
  return dayOfNumber(dayNumber(day) + days)
}

/** The same date `months` later, clamped to the end of a shorter month: 31/01 + 1 month = 28/02 or 29/02. */
export function addMonths(day: Day, months: number): Day {
  const count = Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1 + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  return makeDay(year, month, Math.min(Number(day.slice(8, 10)), daysInMonth(year, month)))
}

/** Calendar days from `first` to `last`, both counted: the same day is 1. */
export function daysInclusive(first: Day, last: Day): number {
  return dayNumber(last) - dayNumber(first) + 1
}

/** Every day from `first` to `last`, both included; empty when `last` is earlier. */
export function daysFromTo(first: Day, last: Day): Day[] {
  const start = dayNumber(first)
  const length = Math.max(0, dayNumber(last) - start + 1)
  return Array.from({ length }, (_, index) => dayOfNumber(start + index))
}

/** The calendar year of a day. */
export function yearOf(day: Day): number {
  return Number(day.slice(0, 4))
}

/** The day of the week, 1 Monday to 7 Sunday (ISO 8601). 1970-01-01 was a Thursday. */
export function weekday(day: Day): number {
  return ((((dayNumber(day) + 3) % 7) + 7) % 7) + 1
}

const CLOCK = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Ho_Chi_Minh', dateStyle: 'short' })

/** What was asked for last: every request asks what day it is, and in one hour it is one day. */
let lately = { hour: Number.NaN, day: '' }

/** The calendar day it is in Việt Nam at an instant. */
export function dayInVietnam(instant: Date): Day {
  const hour = Math.floor(instant.getTime() / 3_600_000)
  if (hour !== lately.hour) lately = { hour, day: CLOCK.format(instant) }
  return lately.day
}

/** A day as it is written in Việt Nam: `13/05/2026`. */
export function formatDay(day: Day): string {
  return `${day.slice(8, 10)}/${day.slice(5, 7)}/${day.slice(0, 4)}`
}

/** Days from one to another in short: `14–17/12/2026`, `30/11 – 02/12/2026`; one day where the last is not after the first. */
export function formatDays(from: Day, to: Day): string {
  if (to <= from) return formatDay(from)
  if (from.slice(0, 7) === to.slice(0, 7)) return `${from.slice(8, 10)}–${formatDay(to)}`
  const first = formatDay(from)
  return `${from.slice(0, 4) === to.slice(0, 4) ? first.slice(0, 5) : first} – ${formatDay(to)}`
}

function makeDay(year: number, month: number, date: number): Day {
  return `${String(year).padStart(4, '0')}-${TWO_DIGITS[month]}-${TWO_DIGITS[date]}`
}
