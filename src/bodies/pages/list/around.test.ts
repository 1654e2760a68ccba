import { expect, test } from 'vitest'
import type { Body } from '../../contract.ts'
import { changesBetween } from './around.ts'

const body = (id: string, name: string, from: string, to: string | null = null) => ({ id, name, from, to }) as Body

test('between two days bodies end, begin and take other names; what only moves is not told', () => {
  const before = [
    body('a', 'Sở Lao động', '2021-07-01', '2025-02-28'),
    body('b', 'Ban Tuyên giáo', '2021-07-01', '2025-02-28'),
    body('c', 'Sở Y tế', '2021-07-01', '2025-03-31'),
  ]
  const after = [
    body('b', 'Ban Tuyên giáo và Dân vận', '2025-03-01'),
    body('c', 'Sở Y tế', '2025-04-01'),
    body('d', 'Sở Mới', '2025-03-01'),
  ]
  const changes = changesBetween({ day: '2025-01-01', items: before }, { day: '2025-06-01', items: after })
  expect(changes).toEqual([
    { kind: 'ended', id: 'a', name: 'Sở Lao động', on: '2025-02-28', seenOn: '2025-02-28' },
    {
      kind: 'renamed',
      id: 'b',
      name: 'Ban Tuyên giáo',
      newName: 'Ban Tuyên giáo và Dân vận',
      on: '2025-03-01',
      seenOn: '2025-03-01',
    },
    { kind: 'begun', id: 'd', name: 'Sở Mới', on: '2025-03-01', seenOn: '2025-03-01' },
  ])
})
