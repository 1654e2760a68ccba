import css from './control.module.css'
import type { ControlProps } from './field.tsx'
import { useTypedText } from './use-typed-text.ts'

interface TypedInputProps<Value extends string | number> extends ControlProps {
  /** The value as it is written, or what was typed where that cannot be read. */
  shown: string
  /** What a typed text means; `undefined` when it means nothing. */
  read: (text: string) => Value | undefined
  /** Told while typing what can be read; when left, also the text that cannot, so that it can be shown as wrong. */
  onChange: (value: Value | string | undefined) => void
  inputMode?: 'numeric' | 'decimal'
  placeholder?: string
  look?: string
}

/** A line of text that holds a value of another form: a number, a day, an amount. */
export function TypedInput<Value extends string | number>({
  id,
  invalid,
  describedBy,
  shown,
  read,
  onChange,
  inputMode,
  placeholder,
  look = 'num',
}: TypedInputProps<Value>) {
  const typed = useTypedText(
    shown,
    (text) => {
      const value = read(text)
      if (value !== undefined || text === '') onChange(value)
    },
    (text) => onChange(read(text) ?? (text.trim() || undefined)),
  )
  return (
    <input
      id={id}
      className={`${css.control} ${look}`}
      inputMode={inputMode}
      autoComplete="off"
      placeholder={placeholder}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      value={typed.text}
      onFocus={typed.onFocus}
      onChange={(event) => typed.onChange(event.target.value)}
      onBlur={typed.onBlur}
    />
  )
}
