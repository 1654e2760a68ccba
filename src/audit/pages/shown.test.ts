import { expect, it } from 'vitest'
import { vi } from '../messages.vi.ts'
import { shown, timeInVietnam } from './shown.ts'

it.each([
  [undefined, '—'],
  [null, '—'],
  [true, 'có'],
  [2026, '2026'],
  [1_250_000, '1.250.000'],
  ['2026-05-13', '13/05/2026'],
  ['0198c0de-0000-7000-8000-00000012ab34', '…12ab34'],
  [['JP', 'KR'], 'JP, KR'],
  [[], '—'],
  ['Sở Y tế', 'Sở Y tế'],
])('%j is shown as %s', (value, text) => {
  expect(shown(vi, value)).toBe(text)
})

it('the time is that of Việt Nam', () => {
  expect(timeInVietnam('2026-05-13T17:30:05.120Z')).toBe('00:30:05')
})
