import { expect, it } from 'vitest'
import { changesOf, isPersonal } from './changes.ts'

it('fields that were, that are, and that became another stand one by one', () => {
  expect(changesOf({ before: { name: 'A', sex: 'f' }, after: { name: 'B', rank: '01' } })).toEqual([
    { path: ['name'], before: 'A', after: 'B' },
    { path: ['sex'], before: 'f', after: undefined },
    { path: ['rank'], before: undefined, after: '01' },
  ])
})

it('of a thing with fields only those that differ are shown', () => {
  const before = { line1: { title: 'Osaka', vnd: 5, days: ['a'] } }
  const after = { line1: { title: 'Osaka', vnd: 7, days: ['a'] } }
  expect(changesOf({ before, after })).toEqual([{ path: ['line1', 'vnd'], before: 5, after: 7 }])
})

it('personal data is one value, not a thing with a field', () => {
  const [change] = changesOf({ after: { birthDate: { hash: '9f86' } } })
  expect(change?.path).toEqual(['birthDate'])
  expect(isPersonal(change?.after)).toBe(true)
  expect(isPersonal({ hash: '9f86', name: 'A' })).toBe(false)
})
