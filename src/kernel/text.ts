/** A sentence in both languages of the product: Vietnamese first, English beside. */
export interface Bilingual {
  vi: string
  en: string
}

export type Language = keyof Bilingual

/** The text without the spaces around it; `undefined` when nothing is left: a blank text states nothing. */
export function stated(text: string | undefined): string | undefined {
  const trimmed = text?.trim()
  return trimmed ? trimmed : undefined
}

/** The text without what no database keeps and nobody has typed: U+0000 and halves of letters, as pasting brings them. */
export function keepable(text: string): string {
  return text.replaceAll('\u0000', '').replace(/\p{Surrogate}/gu, '')
}

/** Whether two texts are the same word, spaces around them aside. */
export function same(one: string, other: string): boolean {
  return one === other || one.trim() === other.trim()
}

/** Order of code units, the same on every machine and in every language: for results that are compared. */
export function byCodeUnit(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0
}
