import { addDays, type Day } from '../kernel/day.ts'
import type { Instrument } from './instrument.ts'

/** Whether something of the law binds on a day. */
export function inForce({ from, to }: { from: Day; to: Day | undefined }, day: Day): boolean {
  return from <= day && (to === undefined || day <= to)
}

/** The days in force of a whole instrument, repeals by others included. */
export function instrumentDays(instrument: Instrument, all: readonly Instrument[]): { from: Day; to: Day | undefined } {
  return {
    from: instrument.inForce?.from ?? instrument.issued,
    to: earliest([instrument.inForce?.to, repealDay(instrument, undefined, all)]),
  }
}

/** The last day before a repeal of the instrument, or of one of its places, takes effect. */
export function repealDay(
  instrument: Instrument,
  place: string | undefined,
  all: readonly Instrument[],
): Day | undefined {
  const days = all.flatMap((other) =>
    (other.repeals ?? [])
      .filter((repeal) => repeal.instrument === instrument.id && reaches(repeal.places, place))
      .map((repeal) => addDays(repeal.on ?? other.inForce?.from ?? other.issued, -1)),
  )
  return earliest(days)
}

function reaches(places: string[] | undefined, place: string | undefined): boolean {
  if (places === undefined || place === undefined) return places === place
  return places.some((repealed) => place === repealed || place.startsWith(`${repealed}.`))
}

/** The earliest of the days that are known; `undefined` when none is. */
export function earliest(days: (Day | undefined)[]): Day | undefined {
  return days.filter((day) => day !== undefined).sort()[0]
}
