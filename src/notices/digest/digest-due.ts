import { type Day, dayInVietnam } from '../../kernel/day.ts'

/** Half past seven in the morning, in minutes of the day. */
const FROM = 7 * 60 + 30
/** Noon: a digest of the morning is of no use after it. */
const UNTIL = 12 * 60

/**
 * The day whose digests are to be written at an instant: a working day, from 7:30 until noon by the clocks of Việt Nam (a
 * server that was down at 7:30 catches up). `undefined` at any other time. Pure.
 */
export function digestDue(now: Date, works: (day: Day) => boolean): Day | undefined {
  const day = dayInVietnam(now)
  // Việt Nam keeps UTC+7 all year.
  const minute = (now.getUTCHours() * 60 + now.getUTCMinutes() + 7 * 60) % (24 * 60)
  return minute >= FROM && minute < UNTIL && works(day) ? day : undefined
}
