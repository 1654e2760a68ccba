import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { LAW_FOLDER, loadLaw } from './load.ts'
import { type Period, timelineOf } from './timeline.ts'

const law = loadLaw()
const designs = join(LAW_FOLDER, 'cases', 'designs')
const brief = ({ remark, jurisdiction, from, to, norms }: Period) => [
  remark,
  jurisdiction,
  from,
  to,
  norms.map(({ norm }) => norm.id).join(' '),
]
const of = (rule: string, periods = timelineOf(law)) => periods.filter((one) => one.rule === rule).map(brief)

describe('the law over the whole time', () => {
  test('texts that say the same overlap; from the day on which they disagree they conflict', () => {
    expect(of('key-leaders-together')).toEqual([
      ['overlap', 'VN-HN', '2014-12-29', '2019-05-30', '38-CT-TW-2014#3.4 KH-UBND-HN-2014#1'],
      ['conflict', 'VN-HN', '2019-05-31', undefined, '38-CT-TW-2014#3.4 4060-CV-BTCTU-2019#1 KH-UBND-HN-2014#1'],
    ])
  })

  test('a rule whose last norm has ended leaves a gap', () => {
    expect(of('study-destination')).toEqual([['gap', 'VN-HN', '2025-07-01', undefined, '']])
  })

  test('a rule of one text only is not remarked on', () => {
    expect(of('leadership-share')).toEqual([])
  })

  test('what only the centre says is told once, not again for each province', () => {
    expect(of('overlap')).toEqual([
      ['overlap', 'VN', '2015-02-13', undefined, '1170-VPCP-QHQT-2015#2 38-CT-TW-2014#3.1'],
    ])
  })

  test('a repeal opens gaps on its day, and closes none that another text fills', () => {
    const repealed = timelineOf(loadLaw([join(designs, 'repeal')]))
    expect(of('relatives', repealed)).toEqual([['gap', 'VN', '2027-07-01', undefined, '']])
    expect(of('plan-budget', repealed)).toEqual([])
    expect(of('trips-per-year', repealed)).toContainEqual([
      'conflict',
      'VN-HN',
      '2027-07-01',
      undefined,
      'GIA-DINH-CT-TW-2027#1 KH-UBND-HN-2014#1',
    ])
  })
})
