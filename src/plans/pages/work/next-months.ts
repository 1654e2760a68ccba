import type { Day } from '../../../kernel/day.ts'
import type { DensityCell } from '../../answers.ts'
import type { Month } from '../board/density.tsx'

/** So many months from that of the day on. */
export function nextMonths(today: Day, count: number): Month[] {
  const first = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  return Array.from({ length: count }, (_, index) => ({
    year: Math.floor((first + index) / 12),
    month: ((first + index) % 12) + 1,
  }))
}

/** The cells of these months of one year. */
export function withinMonths(density: readonly DensityCell[], months: readonly Month[]): DensityCell[] {
  return density.filter((cell) => months.some(({ month }) => month === cell.month))
}
