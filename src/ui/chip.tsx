import type { ReactNode } from 'react'
import css from './chip.module.css'
import tones from './tone.module.css'
import type { Tone } from './tone.ts'

/** A short word or count with the colour of its meaning; the word says the same as the colour. */
export function Chip({ tone = 'grey', icon, children }: { tone?: Tone; icon?: ReactNode; children: ReactNode }) {
  return (
    <span className={`${css.chip} ${tones[tone]}`}>
      {icon}
      {children}
    </span>
  )
}
