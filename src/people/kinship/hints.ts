import { fold, searchWords } from '../../kernel/vietnamese.ts'

/** Why two members of a delegation may be relatives though nothing is declared. */
export const KIN_HINT_KINDS = ['same-home', 'bears-name-of-relative', 'same-family-and-middle-name'] as const
export type KinHintKind = (typeof KIN_HINT_KINDS)[number]

/** A member of a delegation, with what the register tells of those who are in it and within reach. */
export interface Hinted {
  key: string
  name: string
  /** Whom of the register the member is; `null` for somebody typed by hand. */
  personId: string | null
  /** Whoever asks may be told of the member: by the register, or because there is only what was typed. */
  reached: boolean
  home: string | null
  /** The relatives whom the person has declared. */
  relatives: readonly { id: string; name: string | null }[]
}

/** Two members, by their keys as they stand, and why. */
export interface KinHint {
  one: string
  other: string
  kinds: KinHintKind[]
}

/**
 * The pairs of members who may be relatives, each once: something for people to ask about, neither fact nor finding. Those who have
 * declared each other give none. Pure.
 */
export function kinHints(members: readonly Hinted[]): KinHint[] {
  const known = members.map((member) => ({ ...member, ...keysOf(member) }))
  return known.flatMap((one, at) =>
    known.slice(at + 1).flatMap((other) => {
      if (isSame(one, other) || isDeclared(one, other) || isDeclared(other, one)) return []
      const kinds = KIN_HINT_KINDS.filter((kind) => HOLDS[kind](one, other))
      return kinds.length === 0 ? [] : [{ one: one.key, other: other.key, kinds }]
    }),
  )
}

type Known = Hinted & ReturnType<typeof keysOf>

/** What members are compared by, worked out once for each. */
function keysOf({ name, reached, home, relatives }: Hinted) {
  return {
    folded: foldedName(name),
    line: reached ? familyAndMiddle(name) : '',
    place: foldHome(home ?? ''),
    named: new Set(relatives.map((relative) => foldedName(relative.name ?? ''))),
  }
}

const HOLDS: Record<KinHintKind, (one: Known, other: Known) => boolean> = {
  'same-home': (one, other) => one.place !== '' && one.place === other.place,
  'bears-name-of-relative': (one, other) => bears(one, other) || bears(other, one),
  'same-family-and-middle-name': (one, other) => one.line !== '' && one.line === other.line,
}

function isSame(one: Known, other: Known): boolean {
  return one.key === other.key || (one.personId !== null && one.personId === other.personId)
}

function isDeclared(one: Known, other: Known): boolean {
  return one.relatives.some(({ id }) => id === other.personId)
}

function bears(one: Known, other: Known): boolean {
  return one.folded !== '' && other.named.has(one.folded)
}

function foldedName(name: string): string {
  return searchWords(name).join(' ')
}

/** The marks of the five tones; those that make one letter of another are none of them. */
const TONE = /[\u0300\u0301\u0303\u0309\u0323]/g
/** Half the country bears them. */
const COMMON_MIDDLES: ReadonlySet<string> = new Set(['văn', 'thị'].map(spelt))
const FEWEST_WORDS = 3

/**
 * Family and middle names as they are spelt: with their tones, for Thanh and Thành are two names. '' for a name of fewer than three
 * words, and where the middle name says nothing.
 */
export function familyAndMiddle(name: string): string {
  const words = name.trim().split(/\s+/).map(spelt)
  const middle = words.slice(1, -1).join(' ')
  return words.length < FEWEST_WORDS || COMMON_MIDDLES.has(middle) ? '' : `${words[0]} ${middle}`
}

/** A word with its tone at the end, for it is written over one letter or over the next: Hoà and Hòa. */
function spelt(word: string): string {
  const apart = word.toLowerCase().normalize('NFD')
  return apart.replace(TONE, '') + (apart.match(TONE) ?? []).join('')
}

/** Abbreviations of addresses, folded. */
const IN_FULL: Readonly<Record<string, string>> = {
  p: 'phuong',
  q: 'quan',
  h: 'huyen',
  x: 'xa',
  d: 'duong',
  tt: 'thi tran',
  tx: 'thi xa',
  tp: 'thanh pho',
  hn: 'ha noi',
  tphn: 'thanh pho ha noi',
  hcm: 'ho chi minh',
  tphcm: 'thanh pho ho chi minh',
}
/** What a place is, which addresses say or leave out before its name; before a number it is the name: phường 5, quận 3. */
const KINDS_OF_PLACES = / (thanh pho|thi xa|thi tran|phuong|quan|huyen|duong|tinh|pho|xa)(?= [^\d ])/g
const OF_A_HOUSE = / (so nha|nha so|so)(?= \d)/g
/** A number, or a hamlet: a ward alone is home to thousands. */
const NAMES_A_HOME = /\d| (thon|xom|ban|ap|lang) /

/**
 * An address as it is compared with another, however it is written: «P. Mẫu, Q.3» as «phường mẫu - quận 3». '' where it names no
 * more than a ward.
 */
export function foldHome(home: string): string {
  const parted = fold(home).replace(/\b([pq])(?=\d)/g, '$1 ')
  const words = searchWords(parted).map((word) => IN_FULL[word] ?? word)
  const folded = ` ${words.join(' ')} `.replace(OF_A_HOUSE, '').replace(KINDS_OF_PLACES, '')
  return NAMES_A_HOME.test(folded) ? folded.trim() : ''
}
