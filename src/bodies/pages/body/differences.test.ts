import { expect, test } from 'vitest'
import { vi } from '../../messages.vi.ts'
import { LEVEL_NAMES } from '../../names.ts'
import { differences, type Told } from './differences.ts'

const FIRST: Told = {
  name: 'Ban Tuyên giáo',
  shortName: null,
  parentName: 'Thành ủy',
  level: 'department',
  bloc: 'party',
  locality: null,
  jurisdiction: 'VN-HN',
  officialOrder: 10,
  isMission: false,
}
const told = (change: Partial<Told>) =>
  differences(vi.body.changes, (level) => LEVEL_NAMES[level].vi, FIRST, { ...FIRST, ...change })

test('a version tells what it changed: the old name, the bodies above, level, order, and that more was corrected', () => {
  expect(told({})).toEqual([])
  expect(told({ name: 'Ban Tuyên giáo và Dân vận', officialOrder: 5 })).toEqual([
    'đổi tên từ «Ban Tuyên giáo»',
    'thứ tự chính thức: 10 → 5',
  ])
  expect(told({ parentName: 'Ủy ban' })).toEqual(['chuyển từ «Thành ủy» sang «Ủy ban»'])
  expect(told({ level: 'commune', shortName: 'TG', isMission: true })).toEqual([
    'cấp: Sở, ban, ngành → Xã, phường',
    'sửa thông tin khác',
  ])
})
