import { addDays, type Day, formatDay } from '../kernel/day.ts'
import { remember } from '../kernel/remember.ts'
import { type Bilingual, byCodeUnit } from '../kernel/text.ts'
import type { AdministeredEntry, AdministeredValue } from './administered.ts'
import { binds } from './codes/jurisdictions.ts'
import type { Condition, Who } from './conditions.ts'
import { conflictNotes } from './conflict-notes.ts'
import type { Instrument, Provision } from './instrument.ts'
import { findObligation, type ObligationRule, type Surroundings } from './obligations/index.ts'
import type { AdministeredUse, Severity, Trace } from './result.ts'
import { findRule } from './rules/index.ts'
import type { Rule } from './rules/rule.ts'
import { surroundingsOf } from './surroundings.ts'

/** The law as it travels: validated files, with the hash of their content. What `GET /api/law` answers. */
export interface LawData {
  hash: string
  instruments: Instrument[]
  administered: AdministeredValue[]
}

/** Where something stands in the law, and the days on which it binds (both included; no `to` means no known end). */
export interface Placed {
  /** Instrument, `#`, place: `4060-CV-BTCTU-2019#1`; the instrument alone where the place was not seen. */
  id: string
  instrument: Instrument
  provision: Provision
  from: Day
  to: Day | undefined
  when: Condition | undefined
  /** As the file states them: an administered value stands as `{ administered: id }`. */
  parameters: Record<string, unknown>
  note: Bilingual | undefined
}

/** One use of a rule by a place in the law. */
export interface LawNorm extends Placed {
  rule: Rule
  severity: Severity
  grades: Record<string, Severity>
  who: Who | undefined
}

/** One duty after the trip. `chosenBy` says which day must lie within its days in force. */
export interface LawObligation extends Placed {
  rule: ObligationRule
  chosenBy: 'asOf' | 'return'
}

/** A norm as it stands on one day: its administered values filled in, and what other texts say of the same thing. */
export interface NormOnDay {
  norm: LawNorm
  when: Condition | undefined
  who: Who | undefined
  parameters: Record<string, unknown>
  /** One number for all norms that ask the same of the same people: one judgement serves them all. */
  question: number
  /** What every finding but a pass says besides: values that somebody had to choose, texts that say otherwise. */
  note: Bilingual | undefined
  /** The part of the trace that is the same for every dossier. */
  trace: Omit<Trace, 'read'>
}

/** A duty as it stands on one day: its administered values filled in, and said to be such. */
export interface ObligationOnDay extends LawObligation {
  chosen: Bilingual | undefined
}

/** Everything that binds the senders of a jurisdiction on a day. */
export interface LawOnDay {
  day: Day
  jurisdiction: string
  /** In order of rule and place. */
  norms: NormOnDay[]
  /** How many different questions the norms ask. */
  questions: number
  /** In force on the day, those aside that the day of return chooses. */
  obligations: ObligationOnDay[]
  /** Those that the day of return chooses, whatever day is asked about. */
  byReturn: ObligationOnDay[]
  /** What the obligations may ask for besides the dossier. */
  surroundings: Surroundings
}

export interface Law {
  hash: string
  data: LawData
  norms: LawNorm[]
  obligations: LawObligation[]
  /** What binds on a day in a jurisdiction; remembered, since most checks ask for the same few. */
  on(day: Day, jurisdiction: string): LawOnDay
}

/** More days and jurisdictions than a year's register asks for; beyond it the memory starts afresh and stays flat. */
const REMEMBERED = 2000

/** Makes the validated files ready to be asked. Pure, also in the browser. */
export function compileLaw(data: LawData): Law {
  const norms = data.instruments.flatMap((instrument) => normsOf(instrument, data.instruments))
  const obligations = data.instruments.flatMap((instrument) => obligationsOf(instrument, data.instruments))
  const on = remember(REMEMBERED, (question) => {
    const [day = '', jurisdiction = ''] = question.split(' ')
    return lawOn(data, norms, obligations, day, jurisdiction)
  })
  return {
    hash: data.hash,
    data,
    norms,
    obligations,
    on: (day, jurisdiction) => on(`${day} ${jurisdiction}`),
  }
}

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

/** The entry of an administered value for a day: the jurisdiction's own before the general one, the latest set first. */
export function administeredOn(
  values: readonly AdministeredValue[],
  id: string,
  day: Day,
  jurisdiction: string,
): AdministeredUse | undefined {
  const entries = values.find((value) => value.id === id)?.entries ?? []
  const valid = (entry: AdministeredEntry) => inForce({ from: entry.from, to: entry.to }, day)
  const entry =
    entries.findLast((one) => one.jurisdiction === jurisdiction && valid(one)) ??
    entries.findLast((one) => one.jurisdiction === undefined && valid(one))
  return entry && { id, value: entry.value, setBy: entry.setBy, setOn: entry.setOn, reason: entry.reason }
}

/** The administered value that a parameter refers to, `{ administered: id }`; `undefined` for a plain value. */
export function administeredReference(parameter: unknown): string | undefined {
  if (typeof parameter !== 'object' || parameter === null || !('administered' in parameter)) return undefined
  return typeof parameter.administered === 'string' ? parameter.administered : undefined
}

function normsOf(instrument: Instrument, all: readonly Instrument[]): LawNorm[] {
  return instrument.provisions.flatMap((provision) =>
    (provision.norms ?? []).flatMap((norm) => {
      const rule = findRule(norm.rule)
      if (rule === undefined) return []
      const { severity, who, grades = {} } = norm
      return [{ ...placed(instrument, provision, norm, all), rule, severity, grades, who }]
    }),
  )
}

function obligationsOf(instrument: Instrument, all: readonly Instrument[]): LawObligation[] {
  return instrument.provisions.flatMap((provision) =>
    (provision.obligations ?? []).flatMap((obligation) => {
      const rule = findObligation(obligation.rule)
      if (rule === undefined) return []
      return [{ ...placed(instrument, provision, obligation, all), rule, chosenBy: obligation.chosenBy ?? 'asOf' }]
    }),
  )
}

interface Dated {
  from?: Day | undefined
  to?: Day | undefined
  when?: Condition | undefined
  parameters?: Record<string, unknown> | undefined
  note?: Bilingual | undefined
}

function placed(instrument: Instrument, provision: Provision, norm: Dated, all: readonly Instrument[]): Placed {
  const whole = instrumentDays(instrument, all)
  return {
    id: provision.place === undefined ? instrument.id : `${instrument.id}#${provision.place}`,
    instrument,
    provision,
    from: norm.from !== undefined && norm.from > whole.from ? norm.from : whole.from,
    to: earliest([whole.to, norm.to, repealDay(instrument, provision.place, all)]),
    when: norm.when,
    parameters: norm.parameters ?? {},
    note: norm.note,
  }
}

/** The last day before a repeal of the instrument, or of one of its places, takes effect. */
function repealDay(instrument: Instrument, place: string | undefined, all: readonly Instrument[]): Day | undefined {
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

function earliest(days: (Day | undefined)[]): Day | undefined {
  return days.filter((day) => day !== undefined).sort()[0]
}

function lawOn(
  data: LawData,
  norms: LawNorm[],
  obligations: LawObligation[],
  day: Day,
  jurisdiction: string,
): LawOnDay {
  const here = (one: Placed) => binds(one.instrument.jurisdiction, jurisdiction) && inForce(one, day)
  const applied = norms
    .filter(here)
    .sort((one, other) => byCodeUnit(one.rule.id, other.rule.id) || byCodeUnit(one.id, other.id))
    .map((norm) => ({ norm, ...filledIn(norm, data, day, jurisdiction) }))
  const notes = conflictNotes(applied)
  const questions = new Map<string, number>()
  const duties = obligations.filter((one) => one.chosenBy === 'asOf' && here(one)).map(onDay)
  return {
    day,
    jurisdiction,
    norms: applied.map(({ norm, when, parameters, administered }) => ({
      norm,
      when,
      who: norm.who,
      parameters,
      question: numberOf(JSON.stringify([norm.rule.id, parameters, norm.who]), questions),
      note: noteOf(administered, notes.get(norm)),
      trace: traceOf(norm, administered, notes.get(norm)),
    })),
    questions: questions.size,
    obligations: duties,
    byReturn: obligations
      .filter((one) => one.chosenBy === 'return' && binds(one.instrument.jurisdiction, jurisdiction))
      .map(onDay),
    surroundings: surroundingsOf(data, duties, day, jurisdiction),
  }

  function onDay(one: LawObligation): ObligationOnDay {
    const { parameters, when, administered } = filledIn(one, data, day, jurisdiction)
    return { ...one, parameters, when, chosen: chosenNote(administered) }
  }
}

function numberOf(question: string, known: Map<string, number>): number {
  const number = known.get(question) ?? known.size
  known.set(question, number)
  return number
}

function noteOf(administered: AdministeredUse[], conflict: Bilingual | undefined): Bilingual | undefined {
  const chosen = chosenNote(administered)
  if (chosen === undefined || conflict === undefined) return chosen ?? conflict
  return { vi: `${chosen.vi} ${conflict.vi}`, en: `${chosen.en} ${conflict.en}` }
}

/** What is said where a value is not in the text: who set it, and when. */
function chosenNote(administered: AdministeredUse[]): Bilingual | undefined {
  if (administered.length === 0) return undefined
  const list = (word: string) =>
    administered.map(({ setBy, setOn }) => `${setBy} ${word} ${formatDay(setOn)}`).join('; ')
  return {
    vi: `Có giá trị ấn định, không có trong văn bản: ${list('đặt ngày')}.`,
    en: `It uses an administered value, not in the text: ${list('on')}.`,
  }
}

function traceOf(norm: LawNorm, administered: AdministeredUse[], conflict: Bilingual | undefined): Omit<Trace, 'read'> {
  return {
    ...(norm.rule.counting ? { counting: norm.rule.counting } : {}),
    ...(administered.length > 0 ? { administered } : {}),
    inForce: norm.to === undefined ? { from: norm.from } : { from: norm.from, to: norm.to },
    ...(conflict ? { conflict } : {}),
  }
}

/** The parameters and the condition of a norm or a duty with every administered reference replaced by its value on the day. */
function filledIn({ parameters, when }: Placed, data: LawData, day: Day, jurisdiction: string) {
  const administered: AdministeredUse[] = []
  return {
    parameters: fill(parameters) as Record<string, unknown>,
    when: fill(when) as Condition | undefined,
    administered,
  }

  function fill(value: unknown): unknown {
    const id = administeredReference(value)
    if (id !== undefined) {
      const use = administeredOn(data.administered, id, day, jurisdiction)
      if (use) administered.push(use)
      return use?.value
    }
    if (Array.isArray(value)) return value.map(fill)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, fill(inner)]))
  }
}
