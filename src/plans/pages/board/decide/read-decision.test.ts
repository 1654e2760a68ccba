import { expect, test } from 'vitest'
import { vi } from '../../../messages-board.vi.ts'
import { BLANK_ITEM, type PlanItemFields } from '../../../plan-item.ts'
import { inProportion, readDecision, typedOf, withHeadcount } from './read-decision.ts'

const COST = {
  source: 'state-budget',
  amount: 800,
  currency: 'VND',
  rate: null,
  rateDay: null,
  rateSource: null,
} as const
const ASKED: PlanItemFields = {
  ...BLANK_ITEM,
  title: 'Học tập quản lý đô thị',
  countries: ['JP', 'KR'],
  monthFrom: 4,
  monthTo: 5,
  days: 8,
  headcount: 8,
  people: [
    { post: 'Giám đốc', count: 1, personId: null },
    { post: 'Chuyên viên', count: 4, personId: null },
  ],
  costs: [COST],
}
const typed = typedOf(ASKED)
const words = (faults: ReturnType<typeof readDecision>['faults']) =>
  Object.fromEntries(Object.entries(faults).map(([field, fault]) => [field, fault(vi.decide)]))

test('a form that was not touched changes nothing', () => {
  for (const kind of ['keep', 'reduce', 'shift'] as const) {
    expect(readDecision(kind, ASKED, typed, 2027)).toEqual({ change: {}, after: ASKED, faults: {} })
  }
})

test('fewer people, days and countries are told by the fields that differ', () => {
  const { change, faults } = readDecision('reduce', ASKED, { ...typed, headcount: 6, days: 5, countries: ['JP'] }, 2027)
  expect(faults).toEqual({})
  expect(change).toEqual({ headcount: 6, days: 5, countries: ['JP'] })
})

test('a post of which nobody goes is left out', () => {
  const { change } = readDecision('reduce', ASKED, { ...typed, posts: [0, 4] }, 2027)
  expect(change).toEqual({ people: [{ post: 'Chuyên viên', count: 4, personId: null }] })
})

test('who asks for more than the unit, for nothing, or for fewer than are listed is told at the field', () => {
  const many = readDecision('reduce', ASKED, { ...typed, headcount: 9, amounts: [900] }, 2027)
  expect(words(many.faults)).toEqual({
    headcount: 'Giảm thì không được hơn 8.',
    'amounts[0]': 'Giảm thì không được hơn 800.',
  })
  const wrong = readDecision('reduce', ASKED, { ...typed, headcount: 4, days: 'năm', countries: [] }, 2027)
  expect(words(wrong.faults)).toEqual({
    headcount: 'Danh sách chức danh còn 5 người, nhiều hơn số người.',
    days: 'Ghi một số lớn hơn 0.',
    countries: 'Giữ ít nhất một nước.',
  })
})

test('a shift takes other months, in their order', () => {
  expect(readDecision('shift', ASKED, { ...typed, monthFrom: 9, monthTo: 9 }, 2027).change).toEqual({
    monthFrom: 9,
    monthTo: 9,
  })
  expect(words(readDecision('shift', ASKED, { ...typed, monthFrom: 9, monthTo: 5 }, 2027).faults)).toEqual({
    monthTo: 'Tháng cuối phải không sớm hơn tháng đầu.',
  })
})

test('where days are fixed, a shift takes other days of the same year', () => {
  const fixed = { ...ASKED, departure: '2027-04-10', return: '2027-04-17' }
  const form = typedOf(fixed)
  expect(readDecision('shift', fixed, { ...form, departure: '2027-09-10', back: '2027-09-17' }, 2027).change).toEqual({
    departure: '2027-09-10',
    return: '2027-09-17',
  })
  expect(words(readDecision('shift', fixed, { ...form, departure: '2028-01-10' }, 2027).faults)).toEqual({
    departure: 'Ngày đi phải trong năm 2027.',
    back: 'Ngày về phải không sớm hơn ngày đi.',
  })
})

test('a cut leaves nothing of the line', () => {
  expect(readDecision('cut', ASKED, typed, 2027)).toEqual({ change: {}, after: undefined, faults: {} })
})

test('money in proportion falls with people and with days', () => {
  expect(inProportion(ASKED, { headcount: 4, days: 4 })).toEqual([200])
  expect(inProportion(ASKED, { headcount: undefined, days: 8 })).toEqual([800])
})

test('fewer people leave the posts without a name first, the last of the list before the others', () => {
  const people = [
    { post: 'Giám đốc', count: 1, personId: '00000000-0000-7000-8000-000000000001' },
    { post: 'Trưởng phòng', count: 2, personId: null },
    { post: 'Chuyên viên', count: 3, personId: null },
  ]
  const asked = { ...ASKED, people, headcount: 6 }
  expect(withHeadcount(asked, typedOf(asked), 2)).toMatchObject({ headcount: 2, posts: [1, 1, 0] })
  expect(withHeadcount(asked, typedOf(asked), 6)).toMatchObject({ headcount: 6, posts: [1, 2, 3] })
})
