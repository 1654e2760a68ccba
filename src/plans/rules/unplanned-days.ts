import { type Day, formatDay } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Finding } from '../../law/result.ts'
import type { PlanItemFields } from '../plan-item.ts'
import { type PlanSurroundings, tripOf } from './plan-item-dossier.ts'

/** Days of the trip and of its stays, as paths in a dossier. */
const TRIP = /^trip\.(departure|return|stays)/
const STAYS = /^trip\.stays/
const WRITTEN_DAY = /\d{2}\/\d{2}\/\d{4}/
const DAYS_IN_BRACKETS = / \([^()]*\d{2}\/\d{2}\/\d{4}[^()]*\)/g

/**
 * A finding without the days that nobody has planned. To be held against the law, a line planned by its month was given
 * days, and one to several countries days in each: what counts them stands, but a remedy that names such a day would
 * promise it, and so would the sentence and the trace. Other lines planned by their month are named by it.
 */
export function withoutUnplannedDays(
  finding: Finding,
  fields: PlanItemFields,
  { siblings, year }: PlanSurroundings,
): Finding {
  const own = withoutDaysOf(finding, fields.departure === null ? TRIP : fields.countries.length > 1 ? STAYS : undefined)
  const open = siblings.filter(({ departure }) => departure === null).map((line) => tripOf(line, year).departure)
  const known = new Set(siblings.map(({ departure }) => departure))
  return own.rule === 'trips-per-year' ? byMonth(own, new Set(open.filter((day) => !known.has(day)))) : own
}

function withoutDaysOf(finding: Finding, invented: RegExp | undefined): Finding {
  if (!invented || !finding.trace.read.some(({ path }) => invented.test(path))) return finding
  const { remedy, limit, ...rest } = finding
  return {
    ...rest,
    ...(limit === undefined || isDayOf(limit) ? {} : { limit }),
    ...(remedy === undefined || WRITTEN_DAY.test(remedy.vi) ? {} : { remedy }),
    message: inBoth(finding.message, (text) => text.replace(DAYS_IN_BRACKETS, '')),
    trace: {
      ...finding.trace,
      read: finding.trace.read.map((read) => (invented.test(read.path) ? { path: read.path } : read)),
    },
  }
}

/** The finding with these days, each the first of a month, said and read as that month. */
function byMonth(finding: Finding, days: ReadonlySet<Day>): Finding {
  const months = [...days].map((day) => ({ day, written: formatDay(day), month: day.slice(0, 7) }))
  const say = (text: string) =>
    months.reduce((said, { written }) => said.replaceAll(written, written.slice('01/'.length)), text)
  const read = (text: string) =>
    months.reduce((said, { day, month }) => said.replaceAll(JSON.stringify(day), JSON.stringify(month)), text)
  return {
    ...finding,
    message: inBoth(finding.message, say),
    trace: { ...finding.trace, read: JSON.parse(read(JSON.stringify(finding.trace.read))) },
  }
}

function isDayOf(limit: number | string): boolean {
  return typeof limit === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(limit)
}

function inBoth({ vi, en }: Bilingual, change: (text: string) => string): Bilingual {
  return { vi: change(vi), en: change(en) }
}
