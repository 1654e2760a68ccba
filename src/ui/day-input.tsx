import { IconCalendar } from '@tabler/icons-react'
import { useRef } from 'react'
import { formatDay, isDay } from '../kernel/day.ts'
import css from './control.module.css'
import type { ControlProps } from './field.tsx'
import { useMessages } from './language.tsx'
import { typedDay } from './typed.ts'
import { useTypedText } from './use-typed-text.ts'

interface DayInputProps extends ControlProps {
  /** `YYYY-MM-DD`, or what was typed where that is no day. */
  value: string | undefined
  onChange: (value: string | undefined) => void
}

const MESSAGES = {
  vi: { pick: 'Chọn ngày trên lịch' },
  en: { pick: 'Pick the day in a calendar' },
}

/** A day, typed as dd/mm/yyyy or picked from the browser's calendar. Text that is no day is passed on when left. */
export function DayInput({ id, invalid, describedBy, value, onChange }: DayInputProps) {
  const m = useMessages(MESSAGES)
  const picker = useRef<HTMLInputElement>(null)
  const day = value !== undefined && isDay(value) ? value : undefined
  const typed = useTypedText(
    day === undefined ? (value ?? '') : formatDay(day),
    (text) => {
      const read = typedDay(text)
      if (read !== undefined || text === '') onChange(read)
    },
    (text) => onChange(typedDay(text) ?? (text.trim() || undefined)),
  )
  return (
    <div className={css.together}>
      <input
        id={id}
        className={`${css.control} num`}
        inputMode="numeric"
        autoComplete="off"
        placeholder="dd/mm/yyyy"
        aria-invalid={invalid}
        aria-describedby={describedBy}
        value={typed.text}
        onFocus={typed.onFocus}
        onChange={(event) => typed.onChange(event.target.value)}
        onBlur={typed.onBlur}
      />
      <input
        ref={picker}
        className={css.native}
        type="date"
        tabIndex={-1}
        aria-hidden="true"
        value={day ?? ''}
        onChange={(event) => onChange(event.target.value || undefined)}
      />
      <button
        type="button"
        className={css.calendar}
        tabIndex={-1}
        aria-label={m.pick}
        onClick={() => picker.current?.showPicker()}
      >
        <IconCalendar size={16} aria-hidden="true" />
      </button>
    </div>
  )
}
