import { useId } from 'react'
import { yearOf } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import control from '../../../ui/control.module.css'
import { useAddress } from '../../../ui/use-address.ts'
import css from './board.module.css'
import { useBoardWords } from './use-words.ts'

/** The year of the board; it stands in the address. */
export function YearChoice({ year }: { year: number }) {
  const m = useBoardWords()
  const id = useId()
  const { set } = useAddress()
  const now = yearOf(useToday())
  const years = [...new Set([now + 1, now, now - 1, now - 2, year])].sort((one, other) => other - one)
  return (
    <div className={css.year}>
      <label htmlFor={id}>{m.year}</label>
      <select
        id={id}
        className={control.control}
        value={year}
        onChange={(event) => set({ nam: event.target.value, doan: undefined, kh: undefined })}
      >
        {years.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
    </div>
  )
}
