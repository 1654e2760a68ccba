import { useId, useState } from 'react'
import { isDay } from '../../kernel/day.ts'
import { DayInput } from '../../ui/day-input.tsx'
import { useAddress } from '../../ui/use-address.ts'
import css from './bodies.module.css'
import { DAY, useAsOf } from './use-words.ts'

/** The day as of which the register is read: today until another is chosen; it stands in the address. */
export function AsOfDay({ label }: { label: string }) {
  const id = useId()
  const { set } = useAddress()
  const { day } = useAsOf()
  const [wrong, setWrong] = useState<string | undefined>(undefined)
  const change = (value: string | undefined) => {
    const good = value === undefined || isDay(value)
    setWrong(good ? undefined : value)
    if (good) set({ [DAY]: value })
  }
  return (
    <div className={css.day}>
      <label htmlFor={id}>{label}</label>
      <DayInput id={id} invalid={wrong !== undefined} describedBy={undefined} value={wrong ?? day} onChange={change} />
    </div>
  )
}
