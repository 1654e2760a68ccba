import { addDays, type Day, weekday } from '../kernel/day.ts'
import { remember } from '../kernel/remember.ts'
import { administeredOn } from './administered.ts'
import type { LawData, LawObligation } from './law.ts'
import { HOLIDAYS, type HolidayTable, type RequiredValue, type Surroundings } from './obligations/obligation.ts'

/** More days than the trips of a register touch. */
const REMEMBERED = 5000
/** The holidays with a fixed day of the calendar (Labour Code 2019, article 112), for years without a table. */
const FIXED_HOLIDAYS: ReadonlySet<string> = new Set(['01-01', '04-30', '05-01', '09-02'])

/** What obligations may ask for besides the dossier, for one jurisdiction. */
export function surroundingsOf(
  { administered: values }: LawData,
  duties: LawObligation[],
  jurisdiction: string,
): Surroundings {
  const reportDays = duties
    .filter(({ rule }) => rule.id === 'result-report')
    .flatMap(({ parameters }) => (typeof parameters.days === 'number' ? [parameters.days] : []))
  const byValue = new Map(
    values.map(({ id }) => [id, remember(REMEMBERED, (on) => administeredOn(values, id, on, jurisdiction))]),
  )
  const holidays = (on: Day) => byValue.get(HOLIDAYS)?.(on)?.value as HolidayTable | undefined
  const worksOn = remember(REMEMBERED, (on) => works(on, holidays(on)))
  const workingDays = remember(REMEMBERED, (question) => {
    const [from = '', count = ''] = question.split(' ')
    let current = from
    for (let left = Number(count); left > 0; ) {
      current = addDays(current, 1)
      if (worksOn(current)) left -= 1
    }
    return current
  })
  return {
    shortestReportDays: reportDays.length > 0 ? Math.min(...reportDays) : undefined,
    administered(id: RequiredValue, on: Day) {
      const use = byValue.get(id)?.(on)
      if (use === undefined) throw new Error(`no administered value ${id} on ${on}`)
      return use
    },
    hasHolidays: (on) => holidays(on) !== undefined,
    works: worksOn,
    addWorkingDays: (from, count) => workingDays(`${from} ${count}`),
  }
}

/** No weekend, no holiday; a weekend day worked in exchange is a working day. */
function works(day: Day, table: HolidayTable | undefined): boolean {
  if (table?.worked.includes(day)) return true
  if (weekday(day) >= 6 || FIXED_HOLIDAYS.has(day.slice(5))) return false
  return !table?.off.includes(day)
}
