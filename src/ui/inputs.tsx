import css from './control.module.css'
import type { ControlProps } from './field.tsx'
import { useMessages } from './language.tsx'
import { typedNumber, writtenNumber } from './typed.ts'
import { TypedInput } from './typed-input.tsx'
import { useTypedText } from './use-typed-text.ts'

interface TextInputProps extends ControlProps {
  value: string | undefined
  onChange: (value: string) => void
  /** Room for several lines. */
  long?: boolean
  /** What the browser may fill in: `username`, `email`, `one-time-code`; nothing unless said. */
  autoComplete?: string
  inputMode?: 'text' | 'numeric' | 'email' | 'tel'
}

/** A line of text, or several. */
export function TextInput({
  id,
  invalid,
  describedBy,
  value,
  onChange,
  long,
  autoComplete,
  inputMode,
}: TextInputProps) {
  const props = {
    id,
    className: css.control,
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
    value: value ?? '',
  }
  return long ? (
    <textarea {...props} rows={1} onChange={(event) => onChange(event.target.value)} />
  ) : (
    <input
      {...props}
      autoComplete={autoComplete ?? 'off'}
      inputMode={inputMode}
      onChange={(event) => onChange(event.target.value)}
    />
  )
}

interface FileInputProps extends ControlProps {
  /** Which files are offered: `.xlsx`, `.json,application/json`. */
  accept: string
  /** `undefined` where the choice is taken back. */
  onChange: (file: File | undefined) => void
}

/** One file of the reader's machine. */
export function FileInput({ id, invalid, describedBy, accept, onChange }: FileInputProps) {
  return (
    <input
      id={id}
      type="file"
      className={css.control}
      accept={accept}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      onChange={(event) => onChange(event.target.files?.[0])}
    />
  )
}

interface ChoiceInputProps extends ControlProps {
  value: string | undefined
  options: readonly (readonly [code: string, word: string])[]
  onChange: (value: string | undefined) => void
  /** The word for none, where none has a meaning of its own. */
  unset?: string
}

const MESSAGES = {
  vi: { unset: '— chưa nêu —', several: 'cách nhau bằng dấu ;' },
  en: { unset: '— not stated —', several: 'semicolons between' },
}

/** One of a few words, or none: not stated. A value that is no option is shown as it is. */
export function ChoiceInput({ id, invalid, describedBy, value, options, onChange, unset }: ChoiceInputProps) {
  const m = useMessages(MESSAGES)
  const known = value === undefined || options.some(([code]) => code === value)
  return (
    <select
      id={id}
      className={value === undefined && unset === undefined ? `${css.control} ${css.unset}` : css.control}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value || undefined)}
    >
      <option value="">{unset ?? m.unset}</option>
      {known ? null : <option value={value}>{value}</option>}
      {options.map(([code, word]) => (
        <option key={code} value={code}>
          {word}
        </option>
      ))}
    </select>
  )
}

interface NumberInputProps extends ControlProps {
  value: number | string | undefined
  onChange: (value: number | string | undefined) => void
  /** Years are written without dots. */
  plain?: boolean
}

/** A number. Text that is none is passed on when left, so that it can be shown as wrong. */
export function NumberInput({ value, onChange, plain = false, ...control }: NumberInputProps) {
  const write = plain ? String : writtenNumber
  return (
    <TypedInput
      {...control}
      shown={typeof value === 'number' ? write(value) : (value ?? '')}
      read={typedNumber}
      onChange={onChange}
      inputMode="decimal"
    />
  )
}

interface WordsInputProps extends ControlProps {
  value: string[] | undefined
  onChange: (value: string[]) => void
}

/** Several names in one line, with semicolons between them. */
export function WordsInput({ id, invalid, describedBy, value, onChange }: WordsInputProps) {
  const m = useMessages(MESSAGES)
  const commit = (text: string) => onChange(splitWords(text))
  const typed = useTypedText(value?.join('; ') ?? '', commit, commit)
  return (
    <input
      id={id}
      className={css.control}
      autoComplete="off"
      placeholder={m.several}
      aria-invalid={invalid}
      aria-describedby={describedBy}
      value={typed.text}
      onFocus={typed.onFocus}
      onChange={(event) => typed.onChange(event.target.value)}
      onBlur={typed.onBlur}
    />
  )
}

function splitWords(text: string): string[] {
  return text
    .split(';')
    .map((word) => word.trim())
    .filter((word) => word !== '')
}
