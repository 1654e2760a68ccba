import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { familyAndMiddle, foldHome, type Hinted, kinHints } from './hints.ts'

const member = (key: string, name: string, more: Partial<Hinted> = {}): Hinted => ({
  key,
  name,
  personId: `id of ${key}`,
  reached: true,
  home: null,
  relatives: [],
  ...more,
})
const HOME = 'Số 12 phố Thử, phường Mẫu, thành phố Hà Nội'

describe('a home is the same', () => {
  test.each([
    ['SỐ 12  PHỐ THỬ, PHƯỜNG MẪU, THÀNH PHỐ HÀ NỘI'],
    ['so 12 pho thu - phuong mau - thanh pho ha noi'],
    ['12 phố Thử, P. Mẫu, TP. Hà Nội'],
    ['Số nhà 12 Thử, p.Mẫu, TP Hà Nội'],
    ['12 Thử; Mẫu; Hà Nội'],
    ['12 Thử, Mẫu, HN'],
    [HOME.normalize('NFD')],
  ])('as %s', (home) => {
    expect(foldHome(home)).toBe(foldHome(HOME))
  })

  test.each([
    ['phường 5, quận 3', 'P.5, Q3', true],
    ['phường 5, quận 3', 'phường 3, quận 5', false],
    ['Tòa P, số 3', 'Tòa Q, số 3', false],
    ['Số 12 phố Thử, phường Mẫu', 'Số 21 phố Thử, phường Mẫu', false],
    ['Thôn Đoài, xã Mẫu', 'thôn đoài - Mẫu', true],
  ])('%s and %s: %s', (one, other, expected) => {
    expect(foldHome(one) === foldHome(other)).toBe(expected)
  })

  it('never as another, where it names no more than a ward, or nothing', () => {
    expect(['Phường Mẫu, Hà Nội', 'Hà Nội', ' ', '…'].map(foldHome)).toEqual(['', '', '', ''])
  })
})

describe('family and middle names', () => {
  test.each([
    ['Nguyễn Đức Anh', 'Nguyễn Đức Minh', true],
    ['NGUYỄN ĐỨC ANH', 'Nguyễn đức Minh', true],
    ['Trần Hoà An', 'Trần Hòa Bình', true],
    ['Nguyễn Thanh Hà', 'Nguyễn Thành Nam', false],
    ['Nguyễn Đức Anh', 'Trần Đức Anh', false],
    ['Nguyễn Đức Anh', 'Nguyễn Đức Thu Minh', false],
  ])('of %s and %s are the same: %s', (one, other, expected) => {
    expect(familyAndMiddle(one) === familyAndMiddle(other)).toBe(expected)
  })

  it('say nothing of two words, nor with Văn or Thị alone', () => {
    expect(['Nguyễn Anh', 'Nguyễn Văn Anh', 'Lê THỊ Bình', 'gõ', ''].map(familyAndMiddle)).toEqual(['', '', '', '', ''])
    expect(familyAndMiddle('Nguyễn Văn Đức Anh')).not.toBe('')
  })
})

describe('two members', () => {
  test.each<[string, Hinted[], unknown]>([
    [
      'of one home are hinted at',
      [member('a', 'Lê Văn A', { home: HOME }), member('b', 'Trần Thị B', { home: '12 Thử, P. Mẫu, Hà Nội' })],
      [['a', 'b', 'same-home']],
    ],
    ['without homes are not', [member('a', 'Lê Văn A', { home: '' }), member('b', 'Trần Thị B')], []],
    [
      'of whom one bears the name of a relative of the other are, also one typed by hand',
      [
        member('a', 'Lê Văn A', { relatives: [{ id: 'x', name: 'Trần Thị Bê' }] }),
        member('b', 'TRAN THI BE', { personId: null }),
      ],
      [['a', 'b', 'bears-name-of-relative']],
    ],
    [
      'of whom one is that relative are not: it is declared',
      [
        member('a', 'Lê Đức A', { home: HOME, relatives: [{ id: 'id of b', name: 'Lê Đức Bê' }] }),
        member('b', 'Lê Đức Bê', { home: HOME }),
      ],
      [],
    ],
    [
      'are not by a relative out of reach, who has no name here',
      [member('a', 'Lê Văn A', { relatives: [{ id: 'x', name: null }] }), member('b', '')],
      [],
    ],
    [
      'are not by their names alone where one is out of reach',
      [member('a', 'Lê Đức A'), member('b', 'Lê Đức Bê', { reached: false })],
      [],
    ],
    [
      'are told once, for whatever reasons there are',
      [member('a', 'Lê Đức A', { home: HOME }), member('b', 'Lê Đức Bê', { home: HOME })],
      [['a', 'b', 'same-home', 'same-family-and-middle-name']],
    ],
  ])('%s', (_, members, expected) => {
    expect(kinHints(members).map(({ one, other, kinds }) => [one, other, ...kinds])).toEqual(expected)
  })
})

const NAMES = ['Lê Đức A', 'Lê Đức B', 'Trần Hồng A', 'Trần Hồng B', 'Nguyễn Văn A', 'X']
const IDS = ['p', 'q', 'r', 's']
const anyMember = fc.record({
  name: fc.constantFrom(...NAMES),
  personId: fc.option(fc.constantFrom(...IDS)),
  home: fc.option(fc.constantFrom(HOME, 'Số 1 Thử', 'Hà Nội')),
  relatives: fc.array(fc.record({ id: fc.constantFrom(...IDS), name: fc.option(fc.constantFrom(...NAMES)) }), {
    maxLength: 2,
  }),
})
const anyMembers = fc
  .array(anyMember, { maxLength: 7 })
  .map((members) => members.map((one, at): Hinted => ({ ...one, reached: true, key: `m${at}` })))

describe('hints', () => {
  const pairsOf = (members: Hinted[]) =>
    kinHints(members).map(({ one, other, kinds }) => `${[one, other].sort().join('+')}: ${kinds.join()}`)

  it('are the same in whatever order the members stand', () => {
    fc.assert(
      fc.property(anyMembers, (members) => {
        expect(pairsOf([...members].reverse()).sort()).toEqual(pairsOf(members).sort())
      }),
    )
  })

  it('name no pair twice, nobody with themselves, and always say why', () => {
    fc.assert(
      fc.property(anyMembers, (members) => {
        const hints = kinHints(members)
        const pairs = hints.map(({ one, other }) => [one, other].sort().join('+'))
        expect(new Set(pairs).size).toBe(pairs.length)
        const idOf = (key: string) => members.find((one) => one.key === key)?.personId ?? key
        for (const { one, other, kinds } of hints) {
          expect(idOf(one)).not.toBe(idOf(other))
          expect(kinds.length).toBeGreaterThan(0)
        }
      }),
    )
  })

  it('never name two who have declared each other', () => {
    fc.assert(
      fc.property(anyMembers, (members) => {
        for (const { one, other } of kinHints(members)) {
          const [first, second] = [one, other].map((key) => members.find((each) => each.key === key))
          expect(first?.relatives.map(({ id }) => id)).not.toContain(second?.personId)
          expect(second?.relatives.map(({ id }) => id)).not.toContain(first?.personId)
        }
      }),
    )
  })
})
