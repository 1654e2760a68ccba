import { addDays, type Day } from '../../../kernel/day.ts'

/** A time in which something was so. */
interface Period {
  from: Day
  to: Day | null
}

/** Whether the period holds the day. */
export function holds({ from, to }: Period, day: Day): boolean {
  return from <= day && (to === null || day <= to)
}

/** The last day of a history that is known to end; `undefined` while it goes on. */
export function lastDayOf(history: readonly Period[]): Day | undefined {
  return history.at(-1)?.to ?? undefined
}

/** Whether a period follows the one before it without a day between. */
export function follows(before: Period, after: Period): boolean {
  return before.to !== null && addDays(before.to, 1) === after.from
}

/** The period nearest to a day: the one that holds it, else the last before it, else the first. */
export function nearest<One extends Period>(history: readonly One[], day: Day): One | undefined {
  return history.find((one) => holds(one, day)) ?? history.filter(({ from }) => from <= day).at(-1) ?? history[0]
}
