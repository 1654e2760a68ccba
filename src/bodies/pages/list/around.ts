import type { Day } from '../../../kernel/day.ts'
import type { Body } from '../../contract.ts'

/** What happened to a body between two days. */
export interface Change {
  kind: 'ended' | 'begun' | 'renamed'
  id: string
  /** As it is called before, or where it begins, after. */
  name: string
  /** The last day, or the first one. */
  on: Day
  /** A day on which the body can be looked at. */
  seenOn: Day
  newName?: string
}

/** Which bodies ended, began or took another name between two days, in the order of the lists of those days. */
export function changesBetween(
  before: { day: Day; items: readonly Body[] },
  after: { day: Day; items: readonly Body[] },
): Change[] {
  const old = new Map(before.items.map((body) => [body.id, body]))
  const now = new Map(after.items.map((body) => [body.id, body]))
  const ended = before.items.flatMap(({ id, name, to }): Change[] =>
    now.has(id) || to === null ? [] : [{ kind: 'ended', id, name, on: to, seenOn: to }],
  )
  const others = after.items.flatMap(({ id, name, from }): Change[] => {
    const earlier = old.get(id)
    if (!earlier) return [{ kind: 'begun', id, name, on: from, seenOn: from }]
    if (earlier.name === name) return []
    return [{ kind: 'renamed', id, name: earlier.name, newName: name, on: from, seenOn: from }]
  })
  return [...ended, ...others]
}
