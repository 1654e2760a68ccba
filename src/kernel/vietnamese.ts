/** Vietnamese text as it is searched, and names of people as they are sorted. */

/** A text as it is searched: small letters without diacritics, đ as d. */
export function fold(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().replaceAll('đ', 'd')
}

/** The folded words of a text, letters and digits only: `Sở Y tế (H26.12)` → `so`, `y`, `te`, `h26`, `12`. */
export function searchWords(text: string): string[] {
  return fold(text).match(/[a-z0-9]+/g) ?? []
}

/** What a row is found by: the words of all these texts, each once, with a space around each word. */
export function searchKey(...texts: readonly (string | null | undefined)[]): string {
  return ` ${[...new Set(searchWords(texts.join(' ')))].join(' ')} `
}

const LETTERS = [...'aăâbcdđeêfghijklmnoôơpqrstuưvwxyz']
const LETTER_KEYS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefg'
/** Spaces and signs come before digits, digits before letters. */
const SIGN_KEYS: Readonly<Record<string, string>> = { ' ': '!', '-': '#', '.': '%', "'": '&', '’': '&' }
/** No tone, then huyền, hỏi, ngã, sắc, nặng; a mark of another language after them. */
const TONES = ['', '\u0300', '\u0309', '\u0303', '\u0301', '\u0323']
const SHAPES: Readonly<Record<string, string>> = { '\u0302': '^', '\u0306': '˘', '\u031b': '+' }
const SHAPED: Readonly<Record<string, string>> = {
  'a˘': 'ă',
  'a^': 'â',
  'e^': 'ê',
  'o^': 'ô',
  'o+': 'ơ',
  'u+': 'ư',
}

/**
 * The key by which lists of people are sorted: by given name (the last word), then by family and middle names, each in
 * the order of the Vietnamese alphabet (a ă â b …) and, where the letters are the same, of the tones (as CLDR's "vi").
 * Plain ASCII: every database sorts it alike when it compares bytes (collation "C").
 */
export function sortKey(fullName: string): string {
  const words = fullName.trim().split(/\s+/)
  const given = words.pop() ?? ''
  return `${levels(given)} ${levels(words.join(' '))}`
}

/** The letters of a text, then its tones: what differs in letters is told apart before any tone is looked at. */
function levels(text: string): string {
  let letters = ''
  let tones = ''
  for (const [, base = '', marks = ''] of text
    .normalize('NFD')
    .toLowerCase()
    .matchAll(/(\P{M})(\p{M}*)/gu)) {
    const shape = [...marks].map((mark) => SHAPES[mark] ?? '').join('')
    const letter = SHAPED[base + shape] ?? base
    const key = LETTER_KEYS[LETTERS.indexOf(letter)] ?? SIGN_KEYS[base] ?? (/\d/.test(base) ? base : '')
    letters += key
    if (key !== '') tones += toneOf(marks, letter === base && shape !== '')
  }
  return `${letters} ${tones.replace(/0+$/, '')}`
}

function toneOf(marks: string, strangeShape: boolean): string {
  const tone = TONES.findIndex((mark) => mark !== '' && marks.includes(mark))
  if (tone > 0) return String(tone)
  const known = [...marks].every((mark) => mark in SHAPES)
  return strangeShape || !known ? String(TONES.length) : '0'
}
