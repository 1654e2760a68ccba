/** One that joins a group, and the one of the group to which it is joined most strongly. */
export interface Link<Joint> {
  from: string
  to: string
  joint: Joint
}

/**
 * Those that hang together with the first, each by its strongest link to the group that it joins: a third that is like the second
 * belongs to the first as well. `join` tells how two are joined, and how strongly; `undefined` where they are not. Pure.
 */
export function groupAround<One extends { id: string }, Joint extends { score: number }>(
  first: One,
  others: readonly One[],
  join: (one: One, other: One) => Joint | undefined,
): Link<Joint>[] {
  const left = new Map(others.map((one) => [one.id, one]))
  const strongest = new Map<string, Link<Joint>>()
  const links: Link<Joint>[] = []
  let last: One | undefined = first
  while (last !== undefined) {
    for (const one of left.values()) {
      const joint = join(last, one)
      if (joint === undefined || joint.score <= (strongest.get(one.id)?.joint.score ?? 0)) continue
      strongest.set(one.id, { from: last.id, to: one.id, joint })
    }
    const [next] = [...strongest.values()].sort((one, other) => other.joint.score - one.joint.score)
    if (next === undefined) break
    links.push(next)
    strongest.delete(next.to)
    last = left.get(next.to)
    left.delete(next.to)
  }
  return links
}
