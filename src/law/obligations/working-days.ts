import { type Day, formatDay, yearOf } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Surroundings } from './obligation.ts'

/**
 * What to show beside a due day that is no working day: the next one. The texts say days and give no roll-over, so the
 * due day itself stands.
 */
export function restNote(due: Day, surroundings: Surroundings): Bilingual {
  if (surroundings.works(due)) return { vi: '', en: '' }
  const next = formatDay(surroundings.addWorkingDays(due, 1))
  return {
    vi: ` Ngày đó là ngày nghỉ; ngày làm việc kế tiếp là ${next}, văn bản không cho lùi hạn.`,
    en: ` That is no working day; the next one is ${next}, but the text gives no roll-over.`,
  }
}

/** What to say when the count crosses a year whose holidays nobody has set. */
export function holidayNote(from: Day, to: Day, { hasHolidays }: Surroundings): Bilingual {
  const bare = [...new Set([from, to])].filter((day) => !hasHolidays(day)).map(yearOf)
  if (bare.length === 0) return { vi: '', en: '' }
  const years = [...new Set(bare)].join(', ')
  return {
    vi: ` Chưa có bảng ngày nghỉ năm ${years}: chỉ trừ thứ Bảy, Chủ nhật và ngày lễ cố định.`,
    en: ` No holiday table for ${years}: only weekends and fixed holidays were left out.`,
  }
}
