import fc from 'fast-check'
import { expect, it } from 'vitest'
import { byCodeUnit } from './text.ts'
import { fold, searchKey, searchWords, sortKey } from './vietnamese.ts'

const collator = new Intl.Collator('vi', { sensitivity: 'accent' })

/** As a person would sort: by given name; where those are the same, by what stands before them. */
function byGivenName(one: string, other: string): number {
  const [given, rest] = partsOf(one)
  const [otherGiven, otherRest] = partsOf(other)
  return collator.compare(given, otherGiven) || collator.compare(rest, otherRest)
}

function partsOf(name: string): [given: string, rest: string] {
  const words = name.split(' ')
  return [words.at(-1) ?? '', words.slice(0, -1).join(' ')]
}

const LETTERS = 'aàảãáạăằẳẵắặâầẩẫấậbcdđeèẻẽéẹêềểễếệghiìỉĩíịklmnoòỏõóọôồổỗốộơờởỡớợpqrstuùủũúụưừửữứựvxyỳỷỹýỵfjwz'
const letter = fc.constantFrom(...LETTERS, ...LETTERS.toUpperCase(), ...'0123456789')
const word = fc.oneof(
  fc.constantFrom(
    'Nguyễn',
    'Nguyen',
    'Văn',
    'Vân',
    'Ánh',
    'Anh',
    'An',
    'Ân',
    'Đức',
    'Dức',
    'Hoà',
    'Hòa',
    'Niê-Kđăm',
    "H'Hen",
  ),
  fc.string({ unit: letter, minLength: 1, maxLength: 5 }),
)
const name = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(' '))

it('any two names are in the order of their keys as Vietnamese is sorted, given name first', () => {
  fc.assert(
    fc.property(name, name, (one, other) => {
      expect(Math.sign(byCodeUnit(sortKey(one), sortKey(other)))).toBe(Math.sign(byGivenName(one, other)))
    }),
    { numRuns: 5000 },
  )
})

it('the same name typed with composed or combining marks, or other spaces, has the same key', () => {
  fc.assert(
    fc.property(name, (one) => {
      expect(sortKey(` ${one.normalize('NFD').replaceAll(' ', '  ')}`)).toBe(sortKey(one.normalize('NFC')))
    }),
  )
})

it('a key is plain ASCII whatever the text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(sortKey(text)).toMatch(/^[ -~]*$/)
    }),
  )
})

it('people are listed by given name, then family name', () => {
  const names = ['Trần Thị Ánh', 'Nguyễn Văn Ân', 'Lê Đức Anh', 'Bùi Anh', 'Đỗ Văn Ấn', 'Dương Văn An']
  expect([...names].sort((one, other) => byCodeUnit(sortKey(one), sortKey(other)))).toEqual([
    'Dương Văn An',
    'Bùi Anh',
    'Lê Đức Anh',
    'Trần Thị Ánh',
    'Nguyễn Văn Ân',
    'Đỗ Văn Ấn',
  ])
})

it('text is searched without diacritics, word by word', () => {
  expect(fold('Đặng Thị Hương')).toBe('dang thi huong')
  expect(searchWords('Sở Y tế (H26.12)')).toEqual(['so', 'y', 'te', 'h26', '12'])
  expect(searchKey('Nguyễn Văn An', null, 'Giám đốc Sở', 'An')).toBe(' nguyen van an giam doc so ')
})
