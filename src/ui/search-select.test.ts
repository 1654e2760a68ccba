import { expect, test } from 'vitest'
import { matching, type Option } from './search-select.tsx'

const COUNTRIES: Option[] = [
  ['AT', 'Áo'],
  ['LA', 'Lào'],
  ['JP', 'Nhật Bản'],
  ['MC', 'Monaco'],
  ['MO', 'Đặc khu Ma Cao'],
]
const found = (search: string) => matching(COUNTRIES, search).map(([code]) => code)

test('a country is found without diacritics, and by its code', () => {
  expect(found('nhat')).toEqual(['JP'])
  expect(found('NHẬT')).toEqual(['JP'])
  expect(found('dac khu')).toEqual(['MO'])
  expect(found('jp')).toEqual(['JP'])
})

test('what begins with the text comes before what merely holds it', () => {
  expect(found('ao')).toEqual(['AT', 'LA', 'MO'])
})

test('nothing typed shows all, and nonsense nothing', () => {
  expect(found('')).toHaveLength(5)
  expect(found('xyz')).toEqual([])
})
