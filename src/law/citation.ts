import type { Language } from '../kernel/text.ts'

const PARTS = { vi: ['điểm', 'đoạn', 'ý'], en: ['point', 'paragraph', 'item'] }

/** A place in a text as a reader says it: `3.4` is "điểm 3, đoạn 4", or "point 3, paragraph 4". */
export function placeWords(place: string, language: Language): string {
  return place
    .split('.')
    .map((part, index) => `${PARTS[language][index] ?? PARTS[language].at(-1)} ${part}`)
    .join(', ')
}

/** A text and a place in it as they are cited: "4060-CV/BTCTU, điểm 1"; the number alone where the place was not seen. */
export function citation(number: string, place: string | undefined, language: Language): string {
  return place ? `${number}, ${placeWords(place, language)}` : number
}

/** The texts by which a norm is cited: their ids and numbers. */
export type Numbered = readonly { id: string; number: string }[]

/** A norm as a reader cites it; by the id of its text where that is not among these. */
export function citeNorm(norm: string, texts: Numbered, language: Language): string {
  const [id = norm, place] = norm.split('#')
  return citation(texts.find((text) => text.id === id)?.number ?? id, place, language)
}
