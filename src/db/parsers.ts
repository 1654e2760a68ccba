import pg from 'pg'

/**
 * How values of the database become values of JavaScript, the same on both engines:
 *
 * - `date` stays text, `2026-05-13`: a JavaScript date would be local midnight, the day before elsewhere.
 * - `timestamptz` becomes ISO 8601 in UTC with milliseconds, `2026-05-13T03:00:00.123Z`: it sorts as text and goes to
 *   JSON as it is; nothing here decides by microseconds. `infinity` stays `infinity`.
 * - `timestamp` (never used: it names no instant) stays text.
 * - `int8` becomes a number, and it is an error when the number would not be exact (beyond 2^53 − 1).
 * - `numeric` stays text, exact to the last digit: money is calculated by the kernel, not by floating point.
 *
 * The rest is as `pg` does it. Arrays of these types follow their elements.
 */
const SCALARS: [oid: number, arrayOid: number, parse: (text: string) => unknown][] = [
  [1082, 1182, (text) => text],
  [1184, 1185, instant],
  [1114, 1115, (text) => text],
  [20, 1016, exactNumber],
  [1700, 1231, (text) => text],
]

/** The parser table, given to every pool. */
export const parsers = new pg.TypeOverrides()

const TEXT_ARRAY: number = 1009
const parseTexts: (text: string) => unknown = pg.types.getTypeParser(TEXT_ARRAY)
const parseDate: (text: string) => unknown = pg.types.getTypeParser(1184)

for (const [oid, arrayOid, parse] of SCALARS) {
  parsers.setTypeParser(oid, parse)
  parsers.setTypeParser(arrayOid, (text: string) => parseElements(parseTexts(text), parse))
}

function parseElements(value: unknown, parse: (text: string) => unknown): unknown {
  if (Array.isArray(value)) return value.map((element) => parseElements(element, parse))
  return typeof value === 'string' ? parse(value) : value
}

/** As PostgreSQL writes an instant to a connection in UTC, which all of ours are. */
const IN_UTC = /^(\d{4}-\d\d-\d\d) (\d\d:\d\d:\d\d)(?:\.(\d{1,6}))?\+00$/

function instant(text: string): string {
  const [, day, time, fraction = ''] = IN_UTC.exec(text) ?? []
  if (day !== undefined) return `${day}T${time}.${fraction.slice(0, 3).padEnd(3, '0')}Z`
  const parsed = parseDate(text)
  return parsed instanceof Date ? parsed.toISOString() : text
}

function exactNumber(text: string): number {
  const parsed = Number(text)
  if (Number.isSafeInteger(parsed)) return parsed
  throw new RangeError(`the database holds ${text}, too large for an exact number`)
}
