import { expect, test } from 'vitest'
import { bareName, typedNames } from './namesakes.ts'

test('a name is the same with or without diacritics, a form of address, a degree or an office beside it', () => {
  const written = [
    'Nguyễn Văn Thử',
    'NGUYEN VAN THU',
    'Ông Nguyễn Văn Thử',
    'Đ/c Nguyễn Văn Thử',
    'PGS.TS. Nguyễn Văn Thử',
  ]
  expect(new Set(written.map(bareName))).toEqual(new Set(['nguyen van thu']))
  expect(bareName('Nguyễn Văn Thử (Phó Chủ tịch)')).toBe('nguyen van thu')
  expect(bareName('Nguyễn Văn Thử – Phó Chủ tịch')).toBe('nguyen van thu')
})

test('a longer or shorter name is another', () => {
  expect(bareName('Nguyễn Văn Thử Nam')).not.toBe(bareName('Nguyễn Văn Thử'))
  expect(bareName('Bà Ông')).toBe('ba ong')
})

test('only members whom nobody has linked with the register are known by their names alone', () => {
  const personId = '0190a8c0-0000-7000-8000-000000000001'
  const members = [
    { key: 'a', name: 'An' },
    { key: 'b', name: 'Bình', personId },
    { key: 'c', name: ' ' },
  ]
  expect(typedNames({ members })).toEqual(['An'])
})
