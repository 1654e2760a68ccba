import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { changeDays, limitNear, limitsOn, type RuleLimits, usesOf } from './limits.ts'
import { LAW_FOLDER, loadLaw } from './load.ts'

const law = loadLaw()
const sizeOf = (table: RuleLimits[]) => table.find(({ rule }) => rule.id === 'delegation-size')

describe('the table of limits', () => {
  test('gives both sizes in Hà Nội since 2019, the later text first, and says that they disagree', () => {
    const size = sizeOf(limitsOn(law, '2026-04-01', 'VN-HN'))
    expect(size?.limits.map(({ norm, demand }) => [norm.id, demand.vi, norm.severity])).toEqual([
      ['4060-CV-BTCTU-2019#1', 'tối đa 7 người', 'needs-exception'],
      ['KH-UBND-HN-2014#1', 'tối đa 10 người', 'prohibited'],
    ])
    expect(size?.conflict?.vi).toContain('4060-CV/BTCTU')
  })

  test('gives only ten people a day before the letter of 2019, with nothing to disagree', () => {
    const size = sizeOf(limitsOn(law, '2019-05-30', 'VN-HN'))
    expect(size?.limits.map(({ demand }) => demand.vi)).toEqual(['tối đa 10 người'])
    expect(size?.conflict).toBeUndefined()
  })

  test('has no line for a rule without a norm: the centre limits no size', () => {
    expect(sizeOf(limitsOn(law, '2026-04-01', 'VN'))).toBeUndefined()
    expect(limitsOn(law, '1999-01-01', 'VN-HN')).toEqual([])
  })

  test('fills in administered values and names who set them', () => {
    const near = limitsOn(law, '2026-04-01', 'VN').find(({ rule }) => rule.id === 'near-retirement')?.limits[0]
    expect(near?.demand.vi).toContain('12')
    expect(near?.administered).toMatchObject([{ id: 'near-retirement-months', value: 12, setOn: '2026-11-22' }])
  })

  test('keeps the alternatives of one text apart by their conditions, and calls them no conflict', () => {
    const invented = loadLaw([join(LAW_FOLDER, 'cases', 'designs', 'ten-seven-five')])
    const size = sizeOf(limitsOn(invented, '2027-04-01', 'VN-DN'))
    expect(size?.limits.map(({ demand }) => demand.en)).toEqual([
      'at most 10 people',
      'at most 7 people',
      'at most 5 people',
    ])
    expect(size?.limits[0]?.when).toEqual({ 'head.rank': 'province-head' })
    expect(size?.conflict).toBeUndefined()
  })
})

describe('beside the table', () => {
  test('the limits of Hà Nội change on the days on which a text begins, and a norm has ceased to bind', () => {
    expect(changeDays(law, 'VN-HN')).toEqual(['2014-07-21', '2014-12-29', '2015-02-13', '2019-05-31', '2025-07-01'])
    expect(changeDays(law, 'VN')).toEqual(['2014-07-21', '2015-02-13'])
  })

  test('a norm that has ended is shown as on its last day, one to come as on its first', () => {
    const ended = law.norms.find(({ rule }) => rule.id === 'study-destination')
    const near = law.norms.find(({ rule }) => rule.id === 'near-retirement')
    if (!ended || !near) throw new Error('these norms stand in the law')
    expect(limitNear(law, ended, '2026-04-01').administered).toHaveLength(2)
    expect(limitNear(law, near, '2000-01-01').demand.vi).toContain('12')
  })

  test('an administered value knows the norms that refer to it, in parameters or condition', () => {
    expect(usesOf(law, 'near-retirement-months').map(({ id }) => id)).toEqual(['38-CT-TW-2014#3.5'])
    expect(usesOf(law, 'city-leader-levels').map(({ id }) => id)).toEqual(['KH-UBND-HN-2014#1'])
    expect(usesOf(law, 'overlap-threshold')).toEqual([])
  })
})
