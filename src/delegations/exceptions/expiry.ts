import type { Day } from '../../kernel/day.ts'

/** Whether an exception covers a trip that departs on a day: it does until its last day, always where it has none. Pure. */
export function isUsable({ lastDay }: { lastDay: Day | null }, departure: Day | null): boolean {
  return lastDay === null || departure === null || departure <= lastDay
}
