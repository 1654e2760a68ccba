import { expect, test } from 'vitest'
import { draftUnder } from './draft.ts'
import { successorFaults } from './faults.ts'

const fresh = { ...draftUnder(undefined), name: 'Phường Mới', level: 'commune', jurisdiction: 'VN-HN', code: 'H26.60' }
const faultsOf = (draft: object) =>
  successorFaults({ kind: 'fresh', id: undefined, draft: { ...fresh, ...draft } }, 'into[0]')

test('a new body that takes over is faulted at its fields, each once', () => {
  expect(faultsOf({})).toEqual([])
  expect(faultsOf({ name: ' ', level: undefined, code: 'phường' }).map(({ path }) => path)).toEqual([
    'into[0].name',
    'into[0].level',
    'into[0].code',
  ])
  expect(faultsOf({ code: 'phường' })[0]?.message.vi).toContain('H26.12.3')
})

test('a body of the register has to be chosen', () => {
  const faults = successorFaults({ kind: 'existing', id: undefined, draft: fresh }, 'into')
  expect(faults.map(({ path }) => path)).toEqual(['into.id'])
})
