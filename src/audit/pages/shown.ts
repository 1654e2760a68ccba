import { formatDay, isDay } from '../../kernel/day.ts'
import { writtenNumber } from '../../ui/typed.ts'
import type { AuditMessages } from '../messages.vi.ts'

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** A value of the trail as its reader knows it: days as dd/mm/yyyy, ids by their end, a list with commas. */
export function shown(m: Pick<AuditMessages, 'yes' | 'no'>, value: unknown): string {
  if (value === undefined || value === null || value === '') return '—'
  if (typeof value === 'boolean') return value ? m.yes : m.no
  if (typeof value === 'number') return value >= 10_000 ? writtenNumber(value) : String(value)
  if (typeof value === 'string') return ID.test(value) ? `…${value.slice(-6)}` : isDay(value) ? formatDay(value) : value
  if (Array.isArray(value)) return value.length === 0 ? '—' : value.map((one) => shown(m, one)).join(', ')
  return JSON.stringify(value)
}

const CLOCK = new Intl.DateTimeFormat('en-GB', { timeZone: 'Asia/Ho_Chi_Minh', timeStyle: 'medium' })

/** The time of day in Việt Nam at an instant: `14:05:09`. */
export function timeInVietnam(instant: string): string {
  return CLOCK.format(new Date(instant))
}
