import fc from 'fast-check'
import { expect, test } from 'vitest'
import { groupAround } from './groups.ts'

const named = (...ids: string[]) => ids.map((id) => ({ id }))

/** Joined as the pairs say: `ab` by 3 of 10. */
function joinedBy(pairs: Record<string, number>) {
  return ({ id: one }: { id: string }, { id: other }: { id: string }) => {
    const score = pairs[one + other] ?? pairs[other + one]
    return score === undefined ? undefined : { score }
  }
}

test('A third that is like the second alone belongs to the first as well.', () => {
  const links = groupAround({ id: 'a' }, named('b', 'c', 'd'), joinedBy({ ab: 7, bc: 8 }))
  expect(links).toEqual([
    { from: 'a', to: 'b', joint: { score: 7 } },
    { from: 'b', to: 'c', joint: { score: 8 } },
  ])
})

test('Each joins by its strongest link to those who have joined before it.', () => {
  const links = groupAround({ id: 'a' }, named('b', 'c'), joinedBy({ ab: 6, ac: 7, bc: 9 }))
  expect(links.map(({ from, to }) => from + to)).toEqual(['ac', 'cb'])
})

test('Whoever is joined to nobody of the group stays out.', () => {
  expect(groupAround({ id: 'a' }, named('b', 'c'), joinedBy({ bc: 9 }))).toEqual([])
})

test('The group is the same in whatever order the others are given, and holds nobody twice.', () => {
  const edges = fc.dictionary(
    fc.constantFrom('ab', 'ac', 'ad', 'bc', 'bd', 'cd', 'de'),
    fc.integer({ min: 1, max: 10 }),
  )
  fc.assert(
    fc.property(edges, fc.shuffledSubarray(['b', 'c', 'd', 'e'], { minLength: 4 }), (pairs, order) => {
      const groupOf = (ids: string[]) => groupAround({ id: 'a' }, named(...ids), joinedBy(pairs)).map(({ to }) => to)
      const group = groupOf(order)
      expect(new Set(group).size).toBe(group.length)
      expect([...group].sort()).toEqual(groupOf(['b', 'c', 'd', 'e']).sort())
    }),
  )
})
