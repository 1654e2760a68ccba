import { type Day, formatDay } from '../../kernel/day.ts'
import type { Consultation, Dossier } from '../dossier.ts'
import type { Read } from './rule.ts'

/** How a consultation that had to take place before the departure stands. */
export type Standing =
  | { state: 'missing'; read: () => Read[] }
  | { state: 'agreed' | 'objected'; on: Day; read: () => Read[] }

/**
 * Reads the consultations with one body before (not on) the day of departure. The latest that has an answer other than
 * pending decides, the later in the list on one day; without any, an entry without answer (an old paper record) will do.
 */
export function standing({ consultations, trip }: Dossier, asked: (entry: Consultation) => boolean): Standing {
  const entries = (consultations ?? [])
    .map((entry, index) => ({ entry, path: `consultations[${index}]` }))
    .filter(({ entry }) => asked(entry) && entry.on < trip.departure)
  const read = () =>
    entries.length > 0
      ? entries.map(({ entry, path }) => ({ path, value: entry }))
      : [{ path: 'consultations', value: consultations }]
  let latest: Consultation | undefined
  for (const { entry } of entries) {
    const answered = entry.answer !== undefined && entry.answer !== 'pending'
    if (answered && (latest === undefined || entry.on >= latest.on)) latest = entry
  }
  const decisive = latest ?? entries.find(({ entry }) => entry.answer === undefined)?.entry
  if (decisive === undefined) return { state: 'missing', read }
  return { state: decisive.answer === 'objects' ? 'objected' : 'agreed', on: decisive.on, read }
}

/** "trước ngày 11/05/2026": the last moment for a consultation, in both languages. */
export function beforeDeparture({ trip }: Dossier): { vi: string; en: string } {
  return { vi: `trước ngày ${formatDay(trip.departure)}`, en: `before ${formatDay(trip.departure)}` }
}
