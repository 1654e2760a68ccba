import { expect, test } from 'vitest'
import { inOrder } from './order.ts'

test('what is due comes before what has no day; of those, what has waited longest', () => {
  const items = [
    { name: 'new', due: null, since: '2026-11-20T03:00:00Z' },
    { name: 'never begun', due: null, since: null },
    { name: 'old', due: null, since: '2026-10-01T03:00:00Z' },
    { name: 'later', due: '2026-12-15', since: '2026-01-01T03:00:00Z' },
    { name: 'soon', due: '2026-12-01', since: '2026-11-01T03:00:00Z' },
  ]
  expect(inOrder(items).map(({ name }) => name)).toEqual(['soon', 'later', 'old', 'new', 'never begun'])
})
