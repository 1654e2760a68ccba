import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays, type Day } from '../kernel/day.ts'
import { Refused } from '../kernel/errors.ts'
import type { Version } from './store.ts'
import { inTreeOrder, refuseWrongPlace } from './tree.ts'
import { type Change, changeFrom, endOn, versionOn } from './versions.ts'

const START = '2020-01-01'

function version(more: Partial<Version> = {}): Version {
  return {
    versionId: `first-${more.id ?? 'a'}`,
    id: 'a',
    rootId: 'root',
    code: 'H26',
    name: 'Sở A',
    shortName: null,
    parentId: null,
    level: 'department',
    bloc: null,
    locality: null,
    jurisdiction: 'VN-HN',
    officialOrder: 0,
    isMission: false,
    from: START,
    to: null,
    document: null,
    endDocument: null,
    ...more,
  }
}

function after(history: readonly Version[], { update, insert }: Change): Version[] {
  return [...history.map((one) => update.find((other) => other.versionId === one.versionId) ?? one), ...insert]
}

const day = fc.integer({ min: -200, max: 3000 }).map((days) => addDays(START, days))
const step = fc.oneof(
  fc.record({ kind: fc.constant('change' as const), on: day, name: fc.constantFrom('Sở A', 'Sở B', 'Sở C') }),
  fc.record({ kind: fc.constant('end' as const), on: day, name: fc.constant('') }),
)

function run(history: Version[], { kind, on, name }: { kind: 'change' | 'end'; on: Day; name: string }): Version[] {
  try {
    return after(
      history,
      kind === 'end' ? endOn(history, on, '04/NQ') : changeFrom(history, on, { ...version(), name }),
    )
  } catch (error) {
    expect(error).toBeInstanceOf(Refused)
    return history
  }
}

describe('the versions of a body, whatever is done to it', () => {
  it('never overlap, and leave no day between them without one', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const history = steps.reduce(run, [version()]).sort((one, other) => (one.from < other.from ? -1 : 1))
        expect(history[0]?.from).toBe(START)
        for (const [at, one] of history.entries()) {
          expect(one.to === null || one.to >= one.from).toBe(true)
          const next = history[at + 1]
          if (next) expect(one.to).toBe(addDays(next.from, -1))
        }
      }),
    )
  })

  it('say after a change what was said before it on every earlier day', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), step, day, (steps, last, asked) => {
        const before = steps.reduce(run, [version()])
        const now = run(before, last)
        if (asked < last.on) expect(versionOn(now, asked)?.name).toBe(versionOn(before, asked)?.name)
      }),
    )
  })
})

it('a body that ends keeps the document of its last version beside that of its end, also when it changes before', () => {
  const begun = version({ document: '01/NQ' })
  const ended = after([begun], endOn([begun], '2025-06-30', '04/NQ'))
  expect(ended).toMatchObject([{ to: '2025-06-30', document: '01/NQ', endDocument: '04/NQ' }])
  const changed = after(ended, changeFrom(ended, '2024-01-01', { ...version(), name: 'Sở B', document: '02/NQ' }))
  expect(changed.map(({ document, endDocument }) => [document, endDocument])).toEqual([
    ['01/NQ', null],
    ['02/NQ', '04/NQ'],
  ])
  expect(endOn(changed, '2025-03-31', '05/NQ').update).toMatchObject([{ to: '2025-03-31', endDocument: '05/NQ' }])
})

describe('a place in the tree is refused', () => {
  const parent = version({ id: 'p', name: 'Thành phố', to: '2025-06-30' })

  it('under a body that ends first, and the day is named', () => {
    const child = version({ parentId: 'p' })
    expect(() => refuseWrongPlace([parent, child], child)).toThrow('«Thành phố» không tồn tại vào ngày 01/07/2025')
    const ending = version({ parentId: 'p', to: '2025-06-30' })
    expect(() => refuseWrongPlace([parent, ending], ending)).not.toThrow()
  })

  it('under itself, also when only a later change makes the circle', () => {
    const a = version({ id: 'a', parentId: 'b' })
    const b = version({ id: 'b', parentId: null, to: '2024-12-31' })
    const later = version({ id: 'b', versionId: 'later', parentId: 'a', from: '2025-01-01' })
    expect(() => refuseWrongPlace([a, b], { ...a, to: '2024-12-31' })).not.toThrow()
    expect(() => refuseWrongPlace([a, b, later], a)).toThrow('Ngày 01/01/2025')
    expect(() => refuseWrongPlace([a], { ...a, parentId: 'a' })).toThrow('chính nó')
  })
})

it('a tree is listed each body after the one above it', () => {
  const nodes = [
    { id: 'b', parentId: 'r' },
    { id: 'a', parentId: 'r' },
    { id: 'a1', parentId: 'a' },
    { id: 'r', parentId: null },
  ]
  expect(inTreeOrder(nodes).map(({ id, depth }) => `${depth}${id}`)).toEqual(['0r', '1b', '1a', '2a1'])
})
