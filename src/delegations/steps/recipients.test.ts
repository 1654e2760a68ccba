import { expect, it } from 'vitest'
import { concernedBy } from './recipients.ts'

const TRIP = {
  sender: { unit: 'Sở Khoa học' },
  trip: {
    stays: [
      { key: 'a', country: 'JP' },
      { key: 'b', country: 'KR', transit: true },
      { key: 'c', country: 'FR' },
    ],
  },
  members: [
    { key: 'm', unit: 'Sở Khoa học' },
    { key: 'n', unit: 'Sở Văn hóa' },
  ],
}

it('a decision concerns the mission in each country of the trip and the bodies of members from elsewhere', () => {
  expect(concernedBy(TRIP)).toEqual(['Cơ quan đại diện tại Nhật Bản', 'Cơ quan đại diện tại Pháp', 'Sở Văn hóa'])
})

it('it concerns finance where state money flows, and only there', () => {
  const paid = (source: string) => concernedBy({ ...TRIP, funding: [{ key: 'f', source }] })
  expect(paid('state-budget')).toContain('Sở Tài chính')
  expect(paid('host')).not.toContain('Sở Tài chính')
})
