import css from './panel.module.css'

/** A sentence with the value and the limit in it made plain to see. */
export function Message({ text, values }: { text: string; values: (string | number | undefined)[] }) {
  return splitValues(text, values).map((part, index) =>
    part.value ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a sentence have no other name than their place
      <b key={index} className={css.value}>
        {part.text}
      </b>
    ) : (
      part.text
    ),
  )
}

/** The parts of a text: those that are one of the values (as a whole number or word, not within another), and the rest. */
export function splitValues(text: string, values: (string | number | undefined)[]): { text: string; value: boolean }[] {
  const words = values.filter((value) => value !== undefined && value !== '').map((value) => literally(String(value)))
  if (words.length === 0) return [{ text, value: false }]
  const pattern = new RegExp(`(?<![\\p{L}\\d/.,])(${words.join('|')})(?![\\p{L}\\d/]|[.,]\\d)`, 'gu')
  return text
    .split(pattern)
    .map((part, index) => ({ text: part, value: index % 2 === 1 }))
    .filter((part) => part.text !== '')
}

function literally(text: string): string {
  return text.replace(/[.*+?^${}()|[\]\\/]/g, '\\$&')
}
