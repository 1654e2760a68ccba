import { type Ref, useRef } from 'react'
import css from './try-law.module.css'

interface EditorProps {
  ref: Ref<HTMLTextAreaElement>
  label: string
  text: string
  /** Lines that have a fault. */
  faulty: ReadonlySet<number>
  onEdit: (text: string) => void
}

/** A text with the numbers of its lines beside it. Long lines are not broken, so that numbers and lines stay together. */
export function Editor({ ref, label, text, faulty, onEdit }: EditorProps) {
  const numbers = useRef<HTMLOListElement>(null)
  return (
    <div className={css.editor}>
      <ol ref={numbers} className={css.numbers} aria-hidden="true">
        {text.split('\n').map((_, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a line is known by its number alone
          <li key={at} className={faulty.has(at + 1) ? css.faulty : ''}>
            {at + 1}
          </li>
        ))}
      </ol>
      <textarea
        ref={ref}
        aria-label={label}
        className={css.text}
        value={text}
        spellCheck={false}
        autoCapitalize="off"
        autoComplete="off"
        wrap="off"
        onChange={(event) => onEdit(event.target.value)}
        onScroll={(event) => numbers.current?.scrollTo({ top: event.currentTarget.scrollTop })}
      />
    </div>
  )
}

/** Lines that are seen above the one to which the reader is led. */
const ABOVE = 3

/** Puts the cursor into a line, and brings the line into sight. */
export function goToLine(area: HTMLTextAreaElement | null, line: number): void {
  if (area === null) return
  const lines = area.value.split('\n')
  const start = lines.slice(0, line - 1).join('\n').length + (line > 1 ? 1 : 0)
  area.focus()
  area.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0))
  area.scrollTo({ top: (line - 1 - ABOVE) * Number.parseFloat(getComputedStyle(area).lineHeight), left: 0 })
}
