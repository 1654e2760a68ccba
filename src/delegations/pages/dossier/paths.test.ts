import { expect, test } from 'vitest'
import { keysOfPath, nearestPath, pathOfKeys } from './paths.ts'

const DOSSIER = { title: 'A', members: [{ key: 'a' }, { key: 'b', tripsThisYear: [{ key: 't' }, {}] }] }

test.each([
  ['title', 'title'],
  ['members', 'members'],
  ['members/b/task', 'members[1].task'],
  ['members/b/tripsThisYear/t/departure', 'members[1].tripsThisYear[0].departure'],
  ['plan/year', 'plan.year'],
])('%s is %s, and back', (keys, numbers) => {
  expect(pathOfKeys(DOSSIER, keys)).toBe(numbers)
  expect(keysOfPath(DOSSIER, numbers)).toBe(keys)
})

test('an item that is not there has no number, and what holds it is the nearest', () => {
  expect(pathOfKeys(DOSSIER, 'members/c/task')).toBeUndefined()
  expect(nearestPath(DOSSIER, 'members/c/task')).toBe('members')
})

test('an item without a key is told by its list', () => {
  expect(keysOfPath(DOSSIER, 'members[1].tripsThisYear[1].title')).toBe('members/b/tripsThisYear')
})
