import { describe, expect, test } from 'vitest'
import { genericPath, parentPath, readAt, stepsOf, writeAt } from './path.ts'

const dossier = { title: 'A', trip: { stays: [{ country: 'JP' }, { country: 'KR' }] }, members: [] }

describe('a path of the dossier', () => {
  test('is taken apart into names and numbers', () => {
    expect(stepsOf('members[2].tripsThisYear[0].departure')).toEqual(['members', 2, 'tripsThisYear', 0, 'departure'])
    expect(stepsOf('')).toEqual([])
  })

  test('has a form for any item of a list', () => {
    expect(genericPath('members[2].tripsThisYear[10].departure')).toBe('members[].tripsThisYear[].departure')
  })

  test('lies within its parent', () => {
    expect(parentPath('members[2].role')).toBe('members[2]')
    expect(parentPath('members[2]')).toBe('members')
    expect(parentPath('trip.stays')).toBe('trip')
    expect(parentPath('title')).toBe('')
  })

  test('reads what stands there, and nothing where nothing does', () => {
    expect(readAt(dossier, 'trip.stays[1].country')).toBe('KR')
    expect(readAt(dossier, 'trip.stays[7].country')).toBeUndefined()
    expect(readAt(dossier, 'purpose.practicality.statement')).toBeUndefined()
  })
})

describe('writing at a path', () => {
  test('makes the objects on the way, and leaves the original as it was', () => {
    expect(writeAt({}, 'purpose.practicality.statement', 'x')).toEqual({
      purpose: { practicality: { statement: 'x' } },
    })
    expect(readAt(writeAt(dossier, 'trip.stays[0].country', 'TH'), 'trip.stays[0].country')).toBe('TH')
    expect(dossier.trip.stays[0]?.country).toBe('JP')
  })

  test('shares all that does not change', () => {
    const next = writeAt(dossier, 'title', 'B')
    expect(readAt(next, 'trip')).toBe(dossier.trip)
  })

  test('undefined takes the item out of its list', () => {
    expect(readAt(writeAt(dossier, 'trip.stays[0]', undefined), 'trip.stays')).toEqual([{ country: 'KR' }])
  })

  test('an optional object that loses its last field goes, a required one stays', () => {
    expect(writeAt({ estimate: { total: 1 } }, 'estimate.total', undefined)).toEqual({})
    expect(writeAt({ purpose: { kind: 'study' } }, 'purpose.kind', undefined)).toEqual({ purpose: {} })
    expect(writeAt({ plan: { year: 2026 } }, 'plan.year', undefined)).toEqual({ plan: {} })
  })

  test('an item of a list that loses its last field stays: it was added on purpose', () => {
    expect(writeAt({ gifts: [{ description: 'x' }] }, 'gifts[0].description', undefined)).toEqual({ gifts: [{}] })
  })

  test('null is a statement of its own', () => {
    expect(writeAt({}, 'plan', null)).toEqual({ plan: null })
  })
})
