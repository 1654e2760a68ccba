import type { Day } from '../../kernel/day.ts'
import { type Fault, fault, Invalid } from '../../kernel/errors.ts'
import { isContractDay } from '../../law/dossier.ts'
import type { Content } from '../content/content.ts'
import { isObject, type Json, type JsonObject } from '../content/json.ts'
import { itemsAt } from '../edit/projection.ts'

/** What an examination or a decision cuts off a delegation: members and stays by their keys, days at either end. */
export interface Cuts {
  members?: readonly string[] | undefined
  stays?: readonly string[] | undefined
  departure?: Day | undefined
  return?: Day | undefined
}

/** Whether anything is cut. */
export function cutsAnything({ members = [], stays = [], departure, return: back }: Cuts): boolean {
  return members.length > 0 || stays.length > 0 || departure !== undefined || back !== undefined
}

/**
 * The dossier as it is after the cuts: people and stays taken out; days of stays, programme and journey held within the shorter
 * trip. What hangs on a stay that is gone (its programme, its hosts) goes with it. Throws `Invalid` where a cut names what is
 * not there, or makes the trip longer. Pure.
 */
export function cutContent(content: Content, cuts: Cuts): Content {
  const faults = faultsOf(content, cuts)
  if (faults.length > 0) throw new Invalid(faults)
  const trip = isObject(content.trip) ? content.trip : {}
  const first = cuts.departure ?? dayOf(trip.departure)
  const last = cuts.return ?? dayOf(trip.return)
  const stays = itemsAt(content, 'trip/stays')
    .filter(({ key }) => !cuts.stays?.includes(String(key)))
    .flatMap((stay) => within(stay, first, last))
  const left = new Set(stays.map(({ country }) => country))
  const gone = new Set(
    itemsAt(content, 'trip/stays').flatMap(({ country }) =>
      country === undefined || left.has(country) ? [] : [country],
    ),
  )
  return {
    ...content,
    trip: { ...trip, ...(first ? { departure: first } : {}), ...(last ? { return: last } : {}), stays },
    members: itemsAt(content, 'members').filter(({ key }) => !cuts.members?.includes(String(key))),
    ...kept(
      content,
      'programme',
      ({ day, country }) => isWithin(dayOf(day), first, last) && !gone.has(country as Json),
    ),
    ...kept(content, 'hosts', ({ country }) => !gone.has(country as Json)),
  }
}

/** The cuts as far as there is still something to cut: what is gone already needs no cutting. Pure. */
export function cutsLeft(content: Content, { members, stays, ...days }: Cuts): Cuts {
  const there = (keys: readonly string[] | undefined, at: string) => {
    const known = new Set(itemsAt(content, at).map(({ key }) => key))
    return keys?.filter((key) => known.has(key))
  }
  return { ...days, members: there(members, 'members'), stays: there(stays, 'trip/stays') }
}

function kept(content: Content, list: 'programme' | 'hosts', keep: (item: JsonObject) => boolean): Content {
  return content[list] === undefined ? {} : { [list]: itemsAt(content, list).filter(keep) }
}

/** A stay as far as it lies within the trip; nothing where it does not. */
function within(stay: JsonObject, first: Day | undefined, last: Day | undefined): JsonObject[] {
  const arrive = dayOf(stay.arrive)
  const leave = dayOf(stay.leave)
  if (arrive === undefined || leave === undefined) return [stay]
  const from = first !== undefined && first > arrive ? first : arrive
  const to = last !== undefined && last < leave ? last : leave
  return from > to ? [] : [{ ...stay, arrive: from, leave: to }]
}

function isWithin(day: Day | undefined, first: Day | undefined, last: Day | undefined): boolean {
  return day === undefined || ((first === undefined || first <= day) && (last === undefined || day <= last))
}

function dayOf(value: Json | undefined): Day | undefined {
  return typeof value === 'string' && isContractDay(value) ? value : undefined
}

function faultsOf(content: Content, cuts: Cuts): Fault[] {
  const trip = isObject(content.trip) ? content.trip : {}
  const missing = (list: 'members' | 'stays', at: string) => {
    const keys = new Set(itemsAt(content, at).map(({ key }) => key))
    return (cuts[list] ?? []).flatMap((key, index) =>
      keys.has(key) ? [] : [fault(`cuts.${list}[${index}]`, 'không có trong hồ sơ', 'is not in the dossier')],
    )
  }
  const departure = dayOf(trip.departure)
  const back = dayOf(trip.return)
  return [
    ...missing('members', 'members'),
    ...missing('stays', 'trip/stays'),
    ...(cuts.departure && departure && cuts.departure < departure
      ? [fault('cuts.departure', 'cắt giảm không được đi sớm hơn', 'a cut does not leave earlier')]
      : []),
    ...(cuts.return && back && cuts.return > back
      ? [fault('cuts.return', 'cắt giảm không được về muộn hơn', 'a cut does not return later')]
      : []),
    ...((cuts.departure ?? departure ?? '') > (cuts.return ?? back ?? '9999')
      ? [fault('cuts.return', 'ngày về trước ngày đi', 'the return is before the departure')]
      : []),
  ]
}
