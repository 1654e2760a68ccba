import { expect, test } from 'vitest'
import { fullName, valueWords } from './words.ts'

test('a field of a document is called with its document, one of a member with the member', () => {
  const dossier = { members: [{ name: 'Trần Thị Bình' }] }
  expect(fullName(dossier, 'documents.dispatchDecision.number', 'vi')).toBe('Quyết định cử đoàn · Số')
  expect(fullName(dossier, 'members[0].task', 'vi')).toBe('Trần Thị Bình · Nhiệm vụ trong đoàn')
  expect(fullName(dossier, 'documents.dispatchDecision', 'vi')).toBe('Quyết định cử đoàn')
})

test('codes and ids are told in words', () => {
  expect(valueWords('exceptions[0].rule', 'delegation-size', 'vi')).toBe('Số người trong đoàn')
  expect(valueWords('plan.itemId', '01a2066b-90ff-7000-94c9-7f1c06c4e9e0', 'vi')).toBe(
    'có, gắn với dòng của kế hoạch năm',
  )
  expect(valueWords('plan.itemId', 'KH-07', 'vi')).toBe('KH-07')
})
