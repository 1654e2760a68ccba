import { type Day, formatDay } from '../kernel/day.ts'
import { Chip } from './chip.tsx'
import { useMessages } from './language.tsx'
import type { Tone } from './tone.ts'

interface TimeLeftProps {
  /** Days until it is due, as the server counts them; 0 is today, below 0 it is late. */
  days: number
  /** What days they are: working days unless said. */
  unit?: 'working' | 'calendar'
  /** The day itself, for those who point at it. */
  due?: Day | undefined
}

const MESSAGES = {
  vi: {
    today: 'hôm nay',
    late: (days: number, unit: string) => `quá ${days} ${unit}`,
    left: (days: number, unit: string) => `còn ${days} ${unit}`,
    working: (_: number) => 'ngày LV',
    calendar: (_: number) => 'ngày',
    due: (day: string) => `hạn ${day}`,
  },
  en: {
    today: 'today',
    late: (days: number, unit: string) => `${days} ${unit} late`,
    left: (days: number, unit: string) => `${days} ${unit} left`,
    working: (days: number) => (days === 1 ? 'working day' : 'working days'),
    calendar: (days: number) => (days === 1 ? 'day' : 'days'),
    due: (day: string) => `due ${day}`,
  },
}

/** How much time is left until something is due. */
export function TimeLeft({ days, unit = 'working', due }: TimeLeftProps) {
  const m = useMessages(MESSAGES)
  const count = Math.abs(days)
  const word = m[unit](count)
  return (
    <span title={due === undefined ? undefined : m.due(formatDay(due))}>
      <Chip tone={toneOf(days)}>{days === 0 ? m.today : days < 0 ? m.late(count, word) : m.left(count, word)}</Chip>
      {due === undefined ? null : <span className="visually-hidden"> ({m.due(formatDay(due))})</span>}
    </span>
  )
}

function toneOf(days: number): Tone {
  if (days <= 0) return 'red'
  return days === 1 ? 'amber' : 'grey'
}
