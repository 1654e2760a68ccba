import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { applyChanges, changesBetween, readAtKeys, writeAtKeys } from './changes.ts'
import type { Json, JsonObject } from './json.ts'

/** Contents shaped as dossiers are: texts, nested objects, lists of keyed items, lists of words. */
const text = fc.string({ maxLength: 4 })
const item = fc.record({ name: text, task: text, covers: fc.array(text, { maxLength: 2 }) }, { requiredKeys: [] })
const content: fc.Arbitrary<JsonObject> = fc
  .record(
    {
      title: text,
      plan: fc.oneof(fc.constant(null), fc.record({ year: fc.integer(), itemId: text }, { requiredKeys: [] })),
      purpose: fc.record({ kind: text, practicality: fc.record({ statement: text }) }, { requiredKeys: [] }),
      members: fc.uniqueArray(fc.tuple(fc.constantFrom('a', 'b', 'c', 'd'), item), { selector: ([key]) => key }),
    },
    { requiredKeys: [] },
  )
  .map(({ members, ...rest }) => {
    const items = members?.map(([key, fields]) => ({ key, ...fields }))
    return JSON.parse(JSON.stringify({ ...rest, ...(items ? { members: items } : {}) })) as JsonObject
  })

/** The same with the items of lists in order of key: where an item lands among its neighbours is nobody's statement. */
function inOrder(one: JsonObject): JsonObject {
  const { members, ...rest } = one
  if (!Array.isArray(members)) return rest
  return { ...rest, members: [...members].sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1)) }
}

describe('changes between two contents', () => {
  it('lead from the one to the other, without a clash', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        const { content: reached, clashes } = applyChanges(before, changesBetween(before, after))
        expect(clashes).toEqual([])
        expect(inOrder(reached)).toEqual(inOrder(after))
      }),
      { numRuns: 500 },
    )
  })

  it('are none where nothing changed, and made twice change nothing more', () => {
    fc.assert(
      fc.property(content, content, (before, after) => {
        expect(changesBetween(before, before)).toEqual([])
        const changes = changesBetween(before, after)
        const once = applyChanges(before, changes).content
        expect(applyChanges(once, changesBetween(before, once)).content).toEqual(once)
      }),
    )
  })

  it('of two people lose nothing: each change of either is made, or told as a clash with what stands there', () => {
    fc.assert(
      fc.property(content, content, content, (before, mine, yours) => {
        const first = applyChanges(before, changesBetween(before, yours)).content
        const changes = changesBetween(before, mine)
        const { content: both, clashes } = applyChanges(first, changes)
        const told = new Set(clashes.map(({ at }) => at))
        for (const { at, to } of changes) {
          if (told.has(at) || [...told].some((one) => at.startsWith(`${one}/`) || one.startsWith(`${at}/`))) continue
          if (Array.isArray(to) && to.length === 0) continue
          expect([at, readAtKeys(both, at) !== undefined]).toEqual([at, to !== undefined])
        }
      }),
      { numRuns: 500 },
    )
  })
})

describe('many values written one after the other', () => {
  const place = fc.constantFrom(
    'title',
    'plan/year',
    'purpose/practicality/statement',
    'members/a/name',
    'members/b',
    'x',
  )
  const value = fc.constantFrom<Json | undefined>(undefined, 'Đ', 7, { key: 'b', name: 'Bình' })
  const writes = fc.array(fc.tuple(place, value), { maxLength: 8 })

  it('into the same copies come to what they come to alone, and leave what was given as it was', () => {
    fc.assert(
      fc.property(content, writes, (given, all) => {
        const before = structuredClone(given)
        const values = structuredClone(all)
        const copies = new Set<Json>()
        const together = all.reduce((current, [at, to]) => writeAtKeys(current, at, to, copies), given)
        expect(together).toEqual(values.reduce((current, [at, to]) => writeAtKeys(current, at, to), before))
        expect([given, all]).toEqual([before, values])
      }),
      { numRuns: 500 },
    )
  })

  it('a field may be called like what every object has', () => {
    const copies = new Set<Json>()
    const once = writeAtKeys({}, 'x', 1, copies)
    expect(JSON.stringify(writeAtKeys(once, '__proto__', 'y', copies))).toBe('{"x":1,"__proto__":"y"}')
  })
})

describe('two people in one dossier', () => {
  const before: JsonObject = { title: 'A', members: [{ key: 'a', name: 'An' }] }

  it('keep what they write into different fields of one member', () => {
    const mine = writeAtKeys(before, 'members/a/task', 'phiên dịch')
    const yours = writeAtKeys(before, 'members/a/position', 'Phó Giám đốc')
    const { content: both, clashes } = applyChanges(yours, changesBetween(before, mine))
    expect(clashes).toEqual([])
    expect(both.members).toEqual([{ key: 'a', name: 'An', task: 'phiên dịch', position: 'Phó Giám đốc' }])
  })

  it('both add a member, and both are there', () => {
    const none: JsonObject = { title: 'A' }
    const mine: JsonObject = { ...none, members: [{ key: 'x', name: 'Bình' }] }
    const yours: JsonObject = { ...none, members: [{ key: 'y', name: 'Châu' }] }
    const { content: both, clashes } = applyChanges(yours, changesBetween(none, mine))
    expect(clashes).toEqual([])
    expect(both.members).toEqual([
      { key: 'y', name: 'Châu' },
      { key: 'x', name: 'Bình' },
    ])
  })

  it('see both texts where they write into the same field', () => {
    const mine = writeAtKeys(before, 'title', 'B')
    const yours = writeAtKeys(before, 'title', 'C')
    const { content: both, clashes } = applyChanges(yours, changesBetween(before, mine))
    expect(both.title).toBe('C')
    expect(clashes).toEqual([{ at: 'title', from: 'A', to: 'B', now: 'C' }])
  })

  it('do not lose a member whom one removes while the other works on them', () => {
    const mine: JsonObject = { title: 'A', members: [] }
    const yours = writeAtKeys(before, 'members/a/task', 'phiên dịch')
    const removed = applyChanges(yours, changesBetween(before, mine))
    expect(removed.clashes).toHaveLength(1)
    expect(readAtKeys(removed.content, 'members/a/task')).toBe('phiên dịch')
    const written = applyChanges(mine, changesBetween(before, yours))
    expect(written.clashes).toEqual([{ at: 'members/a/task', to: 'phiên dịch' }])
  })
})
