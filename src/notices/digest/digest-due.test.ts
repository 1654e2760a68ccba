import { describe, expect, it } from 'vitest'
import { loadLaw } from '../../law/index.ts'
import { digestDue } from './digest-due.ts'
import { digestLines } from './lines.ts'

const law = loadLaw()
const due = (instant: string) => digestDue(new Date(instant), (day) => law.on(day, 'VN').surroundings.works(day))

describe('the digest of a day is due', () => {
  it('from half past seven in Việt Nam on a working day', () => {
    expect(due('2026-11-23T07:29:59+07:00')).toBeUndefined()
    expect(due('2026-11-23T07:30:00+07:00')).toBe('2026-11-23')
  })

  it('until noon, for a server that was down', () => {
    expect(due('2026-11-23T11:59:59+07:00')).toBe('2026-11-23')
    expect(due('2026-11-23T12:00:00+07:00')).toBeUndefined()
  })

  it('by the day in Việt Nam, whatever the day in Greenwich', () => {
    expect(due('2026-11-23T00:45:00Z')).toBe('2026-11-23')
    expect(due('2026-11-23T23:00:00Z')).toBeUndefined()
  })

  it('on no weekend and no holiday, but on a Saturday worked in exchange', () => {
    expect(due('2026-11-22T08:00:00+07:00')).toBeUndefined()
    expect(due('2026-02-17T08:00:00+07:00')).toBeUndefined()
    expect(due('2026-08-22T08:00:00+07:00')).toBe('2026-08-22')
  })
})

it('tells what waits, what is due first before the rest, and marks what is overdue or due within two working days', () => {
  const item = (code: string, day: string | null, waits = true) => ({
    ...{ key: code, code, what: 'dossier.sign' as const, due: day, path: '/doan-ra/a', waits },
  })
  const soon = law.on('2026-11-20', 'VN').surroundings.addWorkingDays('2026-11-20', 2)
  expect(soon).toBe('2026-11-24')
  const items = [
    item('D', null),
    item('C', '2026-11-25'),
    item('B', '2026-11-24'),
    item('A', '2026-11-19'),
    item('T', '2026-11-20', false),
  ]
  expect(digestLines(items, '2026-11-20', soon).map(({ code, when }) => [code, when])).toEqual([
    ['A', 'overdue'],
    ['B', 'soon'],
    ['C', undefined],
    ['D', undefined],
  ])
})
