import type { PlannedPeople } from '../../../plan-item.ts'

/** The people by post when only so many go: fewer of the posts without a name, the last first; nobody of a name is left out. */
export function fitPeople(people: readonly PlannedPeople[], headcount: number): PlannedPeople[] {
  let over = people.reduce((sum, { count }) => sum + count, 0) - headcount
  return people
    .toReversed()
    .map((one) => {
      const less = one.personId === null ? Math.min(one.count, Math.max(0, over)) : 0
      over -= less
      return { ...one, count: one.count - less }
    })
    .toReversed()
}
