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
  ...more,
})
const RETURN = '2026-05-14'

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
  ])('%s', (_, passports, expected) => {
    expect(remarksOf(passports, RETURN).map(({ kind, day }) => [kind, day])).toEqual(expected)
  })
})
