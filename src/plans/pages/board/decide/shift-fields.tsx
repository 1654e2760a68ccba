import { addDays, daysInclusive, isDay } from '../../../../kernel/day.ts'
import { DayInput } from '../../../../ui/day-input.tsx'
import { Field, Fields } from '../../../../ui/field.tsx'
import { ChoiceInput } from '../../../../ui/inputs.tsx'
import { useBoardWords } from '../use-words.ts'
import type { FieldsProps } from './reduce-fields.tsx'

const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)

/** Another time: other months, or other days where days are fixed. */
export function ShiftFields({ asked, typed, fault, onChange }: FieldsProps) {
  const { decide: m } = useBoardWords()
  if (asked.departure !== null) {
    const length = asked.return === null ? undefined : daysInclusive(asked.departure, asked.return)
    return (
      <Fields>
        <Field id="shift-departure" label={m.departure} error={fault('departure')} size="small">
          {(control) => (
            <DayInput
              {...control}
              value={typed.departure}
              onChange={(departure) =>
                onChange({ ...typed, departure, back: backAfter(departure, length) ?? typed.back })
              }
            />
          )}
        </Field>
        <Field id="shift-back" label={m.back} error={fault('back')} size="small">
          {(control) => <DayInput {...control} value={typed.back} onChange={(back) => onChange({ ...typed, back })} />}
        </Field>
      </Fields>
    )
  }
  return (
    <Fields>
      <MonthField
        id="shift-from"
        label={m.monthFrom}
        value={typed.monthFrom}
        error={undefined}
        onChange={(monthFrom) => onChange({ ...typed, monthFrom, monthTo: later(monthFrom, typed.monthTo) })}
      />
      <MonthField
        id="shift-to"
        label={m.monthTo}
        value={typed.monthTo}
        error={fault('monthTo')}
        onChange={(monthTo) => onChange({ ...typed, monthTo })}
      />
    </Fields>
  )
}

/** The trip keeps its length when its first day moves. */
function backAfter(departure: string | undefined, length: number | undefined): string | undefined {
  return departure !== undefined && isDay(departure) && length !== undefined
    ? addDays(departure, length - 1)
    : undefined
}

/** The last month moves along when the first would come after it. */
function later(from: number | null, to: number | null): number | null {
  return from !== null && to !== null && to < from ? from : to
}

interface MonthFieldProps {
  id: string
  label: string
  value: number | null
  error: string | undefined
  onChange: (month: number | null) => void
}

/** One of the twelve months. */
export function MonthField({ id, label, value, error, onChange }: MonthFieldProps) {
  const { monthLong } = useBoardWords()
  return (
    <Field id={id} label={label} error={error} size="small">
      {(control) => (
        <ChoiceInput
          {...control}
          value={value === null ? undefined : String(value)}
          options={MONTHS.map((month) => [String(month), monthLong(month)])}
          onChange={(month) => onChange(month === undefined ? null : Number(month))}
        />
      )}
    </Field>
  )
}
