import { type Day, dayNumber, daysFromTo, daysInclusive, isDay } from '../../../kernel/day.ts'
import { type Json, readAt } from './path.ts'

/** A stay as a band over the days of the trip. */
export interface Band {
  path: string
  country: string
  transit: boolean
  /** The first and the last column, counted from 0. */
  from: number
  to: number
  /** Bands that share a day lie in different lanes. */
  lane: number
}

/** An entry of the programme, in the column of its day. */
export interface Slot {
  path: string
  column: number
  kind: SlotKind
  activity: string | undefined
  text: string
}
export type SlotKind = 'work' | 'protocol' | 'travel' | 'leisure' | 'open'

/** The trip as it is drawn: its days across, the stays as bands, the programme in slots. */
export interface Calendar {
  days: Day[]
  bands: Band[]
  lanes: number
  slots: Slot[]
}

/** A calendar of more days than this would show nothing. */
const MOST_DAYS = 62

const KINDS: Record<string, SlotKind> = {
  'working-session': 'work',
  'site-visit': 'work',
  conference: 'work',
  signing: 'work',
  'study-session': 'work',
  'reception-attended': 'protocol',
  'banquet-hosted': 'protocol',
  travel: 'travel',
  sightseeing: 'leisure',
  free: 'leisure',
}

/** Draws up the calendar of a draft; `undefined` until both days of the trip are known and in order. */
export function calendarOf(dossier: Json): Calendar | undefined {
  const departure = readAt(dossier, 'trip.departure')
  const back = readAt(dossier, 'trip.return')
  if (!day(departure) || !day(back) || back < departure || daysInclusive(departure, back) > MOST_DAYS) return undefined
  const days = daysFromTo(departure, back)
  const bands = inLanes(listAt(dossier, 'trip.stays').flatMap((stay, index) => bandOf(stay, index, days)))
  return {
    days,
    bands,
    lanes: Math.max(1, ...bands.map(({ lane }) => lane + 1)),
    slots: listAt(dossier, 'programme').flatMap((entry, index) => slotOf(entry, index, days)),
  }
}

/** The countries that are stayed in, in the order of their days; where planes are only changed does not count. */
export function countriesInOrder({ bands }: Calendar): string[] {
  return bands
    .filter(({ transit }) => !transit)
    .sort((one, other) => one.from - other.from || one.to - other.to)
    .map(({ country }) => country)
}

function bandOf(stay: Json, index: number, days: Day[]): Omit<Band, 'lane'>[] {
  const country = readAt(stay, 'country')
  const arrive = readAt(stay, 'arrive')
  const leave = readAt(stay, 'leave')
  const first = days[0]
  if (typeof country !== 'string' || !day(arrive) || !day(leave) || leave < arrive || first === undefined) return []
  const from = Math.max(0, dayNumber(arrive) - dayNumber(first))
  const to = Math.min(days.length - 1, dayNumber(leave) - dayNumber(first))
  if (to < from) return []
  return [{ path: `trip.stays[${index}]`, country, transit: readAt(stay, 'transit') === true, from, to }]
}

/** Each band goes into the first lane where it covers nothing. */
function inLanes(bands: Omit<Band, 'lane'>[]): Band[] {
  const placed: Band[] = []
  for (const band of bands) {
    let lane = 0
    while (placed.some((other) => other.lane === lane && band.from <= other.to && other.from <= band.to)) lane += 1
    placed.push({ ...band, lane })
  }
  return placed
}

function slotOf(entry: Json, index: number, days: Day[]): Slot[] {
  const on = readAt(entry, 'day')
  const column = typeof on === 'string' ? days.indexOf(on) : -1
  if (column < 0) return []
  const activity = readAt(entry, 'activity')
  const words = [readAt(entry, 'partner'), readAt(entry, 'topic')].filter((word) => typeof word === 'string')
  return [
    {
      path: `programme[${index}]`,
      column,
      activity: typeof activity === 'string' ? activity : undefined,
      kind: typeof activity === 'string' ? (KINDS[activity] ?? 'open') : 'open',
      text: words.join(': '),
    },
  ]
}

/** The list at a path; empty where there is none. */
export function listAt(dossier: Json, path: string): Json[] {
  const list = readAt(dossier, path)
  return Array.isArray(list) ? list : []
}

function day(json: Json): json is Day {
  return typeof json === 'string' && isDay(json)
}
