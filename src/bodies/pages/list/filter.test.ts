import { expect, test } from 'vitest'
import type { Body } from '../../contract.ts'
import { isNarrowed, narrowed } from './filter.ts'

const body = (name: string, more: Partial<Body> = {}) =>
  ({ name, shortName: null, code: 'H26', level: 'department', isMission: false, ...more }) as Body
const BODIES = [
  body('Sở Nội vụ', { code: 'H26.12' }),
  body('Đại sứ quán tại Nhật Bản', { isMission: true }),
  body('Phường Cửa Nam', { level: 'commune' }),
]
const ALL = { q: undefined, level: undefined, missions: undefined }
const names = (wanted: object) => narrowed(BODIES, { ...ALL, ...wanted }).map(({ name }) => name)

test('bodies are found by the beginnings of their words, without diacritics, and by their code', () => {
  expect(names({ q: 'noi v' })).toEqual(['Sở Nội vụ'])
  expect(names({ q: 'Đại NHAT' })).toEqual(['Đại sứ quán tại Nhật Bản'])
  expect(names({ q: 'h26.12' })).toEqual(['Sở Nội vụ'])
  expect(names({ q: 'oi' })).toEqual([])
})

test('they are narrowed to a level, to missions or to those at home; nothing asked for shows all', () => {
  expect(names({ level: 'commune' })).toEqual(['Phường Cửa Nam'])
  expect(names({ missions: true })).toEqual(['Đại sứ quán tại Nhật Bản'])
  expect(names({ missions: false })).toHaveLength(2)
  expect(names({})).toHaveLength(3)
  expect([isNarrowed(ALL), isNarrowed({ ...ALL, missions: false })]).toEqual([false, true])
})
