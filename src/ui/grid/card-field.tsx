import control from '../control.module.css'
import { type ControlProps, Field } from '../field.tsx'
import { ChoiceInput } from '../inputs.tsx'
import { useMessages } from '../language.tsx'
import { SearchSelect } from '../search-select.tsx'
import { useTypedText } from '../use-typed-text.ts'
import { type CellType, type CellValue, type Choice, isUnread, readCell, writeCell } from './cell-type.ts'
import css from './grid.module.css'
import type { GridColumn } from './grid-data.ts'
import { MESSAGES } from './messages.ts'

interface CardFieldProps {
  id: string
  column: GridColumn
  value: CellValue
  fault: string | undefined
  /** Why it cannot be changed; empty where all of it cannot. */
  lock: string | undefined
  onWrite: (value: CellValue) => void
}

/** A cell as an ordinary field. */
export function CardField({ id, column, value, fault, lock, onWrite }: CardFieldProps) {
  const m = useMessages(MESSAGES)
  const { type, title } = column
  if (lock !== undefined) {
    return (
      <div className={css.plain}>
        <span className="mute">{title}</span> {writeCell(type, value) || '–'}
        {lock === '' ? null : <small className="mute"> ({lock})</small>}
      </div>
    )
  }
  return (
    <Field id={id} label={title} error={fault}>
      {(field) => {
        if (type.kind === 'yes-no') {
          const options: Choice[] = [
            ['true', m.yes],
            ['false', m.no],
          ]
          const code = typeof value === 'boolean' ? String(value) : undefined
          return (
            <ChoiceInput
              {...field}
              value={code}
              options={options}
              onChange={(one) => onWrite(one === undefined ? null : one === 'true')}
            />
          )
        }
        if (type.kind === 'choice') {
          const code = isUnread(value) ? value.typed : typeof value === 'string' ? value : undefined
          return <ChoiceInput {...field} value={code} options={type.options} onChange={(one) => onWrite(one ?? null)} />
        }
        if (type.kind === 'several') return <Several {...field} type={type} value={value} onWrite={onWrite} />
        return <Typed {...field} type={type} value={value} onWrite={onWrite} />
      }}
    </Field>
  )
}

interface PieceProps<Type extends CellType = CellType> extends ControlProps {
  type: Type
  value: CellValue
  onWrite: (value: CellValue) => void
}

function Typed({ type, value, onWrite, id, invalid, describedBy }: PieceProps) {
  const typed = useTypedText(
    writeCell(type, value),
    () => undefined,
    (text) => onWrite(readCell(type, text)),
  )
  const props = {
    id,
    className: control.control,
    'aria-invalid': invalid,
    'aria-describedby': describedBy,
    value: typed.text,
    onFocus: typed.onFocus,
    onBlur: typed.onBlur,
  }
  if (type.kind === 'text') {
    return <textarea {...props} rows={1} onChange={(event) => typed.onChange(event.target.value)} />
  }
  const numeric = type.kind === 'whole' || type.kind === 'month' || type.kind === 'day'
  return (
    <input
      {...props}
      autoComplete="off"
      inputMode={numeric ? 'numeric' : 'text'}
      placeholder={type.kind === 'day' ? 'dd/mm/yyyy' : undefined}
      onChange={(event) => typed.onChange(event.target.value)}
    />
  )
}

/** The words one has, each to be taken out, and a field to add one. */
function Several({ type, value, onWrite, ...field }: PieceProps<Extract<CellType, { kind: 'several' }>>) {
  const m = useMessages(MESSAGES)
  const codes = Array.isArray(value) ? (value as readonly string[]) : []
  const wordOf = (code: string) => type.options.find(([one]) => one === code)?.[1] ?? code
  const write = (next: string[]) => onWrite(next.length === 0 ? null : next)
  return (
    <div>
      {codes.map((code) => (
        <button
          key={code}
          type="button"
          className={css.token}
          aria-label={m.takeOut(wordOf(code))}
          onClick={() => write(codes.filter((one) => one !== code))}
        >
          {wordOf(code)} ×
        </button>
      ))}
      {isUnread(value) ? <p className="small">{value.typed}</p> : null}
      <SearchSelect
        {...field}
        value={undefined}
        options={type.options.filter(([code]) => !codes.includes(code))}
        placeholder={m.addOne}
        onChange={(code) => {
          if (code !== undefined) write([...codes, code])
        }}
      />
    </div>
  )
}
