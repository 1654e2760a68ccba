import { expect, test } from 'vitest'
import type { ListedItem } from '../../../answers.ts'
import { likeLines } from './neighbours.ts'

const LINE: ListedItem = {
  id: '1',
  planId: 'a',
  version: 1,
  body: { id: 'A', name: 'Sở Du lịch' },
  year: 2027,
  edition: 1,
  state: 'consolidating',
  standing: 'planned',
  decision: null,
  title: 'Xúc tiến du lịch',
  direction: 'outgoing',
  purposeKind: 'promotion',
  host: 'Chính quyền thành phố Osaka',
  countries: ['JP'],
  monthFrom: 4,
  monthTo: 5,
  departure: null,
  return: null,
  days: 5,
  headcount: 6,
  priority: 2,
  offPlan: false,
  vnd: 400_000_000,
  sources: ['state-budget'],
}
const line = (id: string, fields: Partial<ListedItem>): ListedItem => ({ ...LINE, ...fields, id })

test('the line that shares country, month and host comes before those that share less', () => {
  const found = likeLines(LINE, [
    line('2', { host: 'Hiệp hội Du lịch Kyoto', monthFrom: 9, monthTo: 9 }),
    line('3', { host: 'Thành phố Osaka', departure: '2027-05-10' }),
    line('4', { host: 'Đại học Kyoto' }),
    line('5', { countries: ['KR'], host: 'Chính quyền thành phố Osaka' }),
  ])
  expect(found.map(({ item, common }) => [item.id, common])).toEqual([
    ['3', ['country', 'month', 'host']],
    ['4', ['country', 'month']],
    ['2', ['country']],
  ])
})

test('a line is no neighbour of itself, nor is one that is cut, nor one that comes here', () => {
  const others = [LINE, line('6', { standing: 'cut' }), line('7', { direction: 'incoming' })]
  expect(likeLines(LINE, others)).toEqual([])
})

test('a line found twice is named once', () => {
  expect(likeLines(LINE, [line('8', {}), line('8', {})])).toHaveLength(1)
})
