import { IconCalendar } from '@tabler/icons-react'
import { useRef } from 'react'
import { formatDay, isDay } from '../kernel/day.ts'
import css from './control.module.css'
import type { ControlProps } from './field.tsx'
import { useMessages } from './language.tsx'
import { typedDay } from './typed.ts'
import { TypedInput } from './typed-input.tsx'

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
export function DayInput({ value, onChange, ...control }: DayInputProps) {
  const m = useMessages(MESSAGES)
  const picker = useRef<HTMLInputElement>(null)
  const day = value !== undefined && isDay(value) ? value : undefined
  return (
    <div className={css.together}>
      <TypedInput
        {...control}
        shown={day === undefined ? (value ?? '') : formatDay(day)}
        read={typedDay}
        onChange={onChange}
        inputMode="numeric"
        placeholder="dd/mm/yyyy"
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
        className={css.inside}
        tabIndex={-1}
        aria-label={m.pick}
        onClick={() => picker.current?.showPicker()}
      >
        <IconCalendar size={16} aria-hidden="true" />
      </button>
    </div>
  )
}
