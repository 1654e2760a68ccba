import { expect, it } from 'vitest'
import { normsOf, type TurnedDossier } from '../../effect/turned.ts'
import { begun, extended, fileNameOf, placeOf, verdictsTurned } from './trial.ts'

const message = { vi: 'sai', en: 'wrong' }
const PASS = { outcome: 'pass', severity: 'prohibited' } as const
const BROKEN = { outcome: 'violated', severity: 'prohibited' } as const

function turned(id: string, more: Partial<TurnedDossier>): TurnedDossier {
  return { id, code: id, body: 'Sở', asOf: '2026-04-02', before: 'compliant', after: 'prohibited', norms: [], ...more }
}

it('answers add up to one trial; how many there are is told with the first', () => {
  const draft = { kind: 'instruments' as const, id: 'THU', replaces: true }
  const first = extended(begun('id: THU', 2024), { draft, total: 3, replayed: 2, turned: [turned('a', {})], next: 'b' })
  expect(first).toMatchObject({ total: 3, replayed: 2, next: 'b' })
  const last = extended(first, { draft, replayed: 1, turned: [turned('c', {})], next: null })
  expect(last).toMatchObject({ total: 3, replayed: 3, next: null })
  expect(last.turned.map(({ id }) => id)).toEqual(['a', 'c'])
})

it('verdicts are counted by the way they turn, those that stay are not', () => {
  const all = [turned('a', { before: null }), turned('b', {}), turned('c', {}), turned('d', { after: 'compliant' })]
  expect(verdictsTurned(all)).toEqual([
    { before: 'compliant', after: 'prohibited', count: 2 },
    { before: null, after: 'prohibited', count: 1 },
  ])
})

it('norms are counted by what becomes of their findings, the most turned first', () => {
  const of = (norm: string, before: typeof PASS | typeof BROKEN | null, after: typeof PASS | typeof BROKEN | null) => ({
    rule: 'delegation-size',
    norm,
    before,
    after,
  })
  const norms = [of('A#1', null, BROKEN), of('B#1', BROKEN, null), of('B#1', PASS, BROKEN), of('B#1', BROKEN, BROKEN)]
  expect(normsOf([turned('a', { norms })])).toEqual([
    { rule: 'delegation-size', norm: 'B#1', newly: 1, noMore: 1, weighed: 1 },
    { rule: 'delegation-size', norm: 'A#1', newly: 1, noMore: 0, weighed: 0 },
  ])
})

it('a fault stands at a line of the draft, of another file, or at none', () => {
  expect(placeOf({ path: 'text:12', message })).toEqual({ file: undefined, line: 12 })
  expect(placeOf({ path: '38-CT-TW-2014.yaml:96', message })).toEqual({ file: '38-CT-TW-2014.yaml', line: 96 })
  expect(placeOf({ path: 'text', message })).toBeUndefined()
})

it('a draft is published under its id', () => {
  expect(fileNameOf('# x\nid: 12-QĐ-2027 \nnumber: 1', 'cu.yaml')).toBe('12-QĐ-2027.yaml')
  expect(fileNameOf('id: ../../etc', 'cu.yaml')).toBe('cu.yaml')
  expect(fileNameOf('number: 1', 'cu.yaml')).toBe('cu.yaml')
})
