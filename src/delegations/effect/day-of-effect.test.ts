import { expect, it } from 'vitest'
import { decidedOn } from './day-of-effect.ts'

const TODAY = '2026-07-01'
const JUDGED = { asOf: '2026-04-02', documentOn: null } as const

it('a dossier is decided on the day of its decision, or today where it still has to be', () => {
  expect(decidedOn({ ...JUDGED, state: 'proposed' }, TODAY)).toBe(TODAY)
  expect(decidedOn({ ...JUDGED, state: 'withdrawn' }, TODAY)).toBe('2026-04-02')
  expect(decidedOn({ asOf: '2026-06-01', documentOn: '2026-05-05', state: 'approved' }, TODAY)).toBe('2026-05-05')
  expect(decidedOn({ ...JUDGED, documentOn: '2026-05-05', state: 'amended' }, TODAY)).toBe(TODAY)
})
