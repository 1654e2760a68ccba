import { type Day, formatDay } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Fact } from '../content/facts.ts'
import type { Json } from '../content/json.ts'

/** Facts of the fields at a place, as far as the register states them. Pure. */
export function facts(at: string, values: Record<string, Json | undefined>, source: Bilingual): Fact[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [{ at: `${at}/${name}`, value, source }],
  )
}

/** Which register says it, and of which day. Pure. */
export function said(vi: string, en: string, day: Day): Bilingual {
  return { vi: `${vi}, ngày ${formatDay(day)}`, en: `${en}, ${day}` }
}
