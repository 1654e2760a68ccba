import type { Day } from '../../../kernel/day.ts'
import { yearOf } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { useAddress } from '../../../ui/use-address.ts'

/** From this month on, the plans that are being made are those of the next year. */
const PLANNING_BEGINS = 9

/** The year whose plans are being made on a day. */
export function planningYear(today: Day): number {
  return yearOf(today) + (Number(today.slice(5, 7)) >= PLANNING_BEGINS ? 1 : 0)
}

/** The year in the address (`nam`); without one, that whose plans are being made. */
export function useBoardYear(): number {
  const today = useToday()
  const typed = useAddress().get('nam')
  return typed !== undefined && /^2[01]\d\d$/.test(typed) ? Number(typed) : planningYear(today)
}
