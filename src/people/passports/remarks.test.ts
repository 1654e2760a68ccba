import { describe, expect, test } from 'vitest'
import { remarksOf } from './remarks.ts'
import type { FullPassport } from './store.ts'

const passport = (more: Partial<FullPassport> = {}): FullPassport => ({
  id: 'p',
  personId: 'a',
  personName: 'Lê Văn Đi',
  rootId: 'r',
  bodyId: 'b',
  bodyName: 'Sở Y tế',
  kind: 'official',
  number: 'B1234567',
  issuedOn: '2022-01-01',
  expiresOn: '2030-01-01',
  custodianId: null,
  custodianName: null,
  state: 'kept',
  warning: null,
  dueBack: null,
  overdue: false,
  visas: [],
  ...more,
})
const RETURN = '2026-05-14'
const TRIP = {
  returnsOn: RETURN,
  stays: [{ country: 'JP', arrive: '2026-05-11', leave: RETURN, transit: false }],
  decided: false,
}
const TOO_SHORT = {
  id: 'v',
  country: 'JP',
  validFrom: '2026-05-01',
  validUntil: '2026-05-13',
  entries: 'single' as const,
}

describe('the register of passports', () => {
  test.each<[string, FullPassport[], unknown]>([
    ['has nothing to say of one that lasts', [passport()], []],
    ['nor of one that lasts six months to the day', [passport({ expiresOn: '2026-11-14' })], []],
    ['warns a day short of six months', [passport({ expiresOn: '2026-11-13' })], [['under-six-months', '2026-11-13']]],
    ['lets it end on the day of return', [passport({ expiresOn: RETURN })], [['under-six-months', RETURN]]],
    ['not before it', [passport({ expiresOn: '2026-05-13' })], [['ends-before-return', '2026-05-13']]],
    ['misses one for official travel', [passport({ kind: 'ordinary' })], [['none', null]]],
    ['does not count one that is lost', [passport({ state: 'lost' })], [['none', null]]],
    [
      'goes by the one that lasts longest',
      [passport({ expiresOn: '2026-05-01' }), passport({ kind: 'diplomatic' })],
      [],
    ],
    [
      'tells what was not handed back, of any kind',
      [passport(), passport({ kind: 'ordinary', state: 'handed-over', dueBack: '2026-02-03', overdue: true })],
      [['not-returned', '2026-02-03']],
    ],
    [
      'looks at the visas of the passport that lasts longest',
      [passport({ visas: [TOO_SHORT] }), passport({ expiresOn: '2027-01-01' })],
      [['visa-ends-before-leaving', '2026-05-13']],
    ],
    ['not at those of another', [passport(), passport({ expiresOn: '2027-01-01', visas: [TOO_SHORT] })], []],
  ])('%s', (_, passports, expected) => {
    expect(remarksOf(passports, TRIP, '2026-04-02').map(({ kind, day }) => [kind, day])).toEqual(expected)
  })
})
