import type { WorkItem } from '../../answers.ts'

/** What is due first stands first; what has no day comes after, what has waited longest before the rest. */
export function inOrder<Item extends Pick<WorkItem, 'due' | 'since'>>(items: readonly Item[]): Item[] {
  return [...items].sort((one, other) => compare(one.due, other.due) || compare(one.since, other.since))
}

/** `null` comes last. */
function compare(one: string | null, other: string | null): number {
  if (one === other) return 0
  if (one === null) return 1
  if (other === null) return -1
  return one < other ? -1 : 1
}
