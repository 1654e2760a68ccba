import { type Day, formatDay } from '../kernel/day.ts'
import type { Recall } from '../kernel/remember.ts'
import { type Bilingual, byCodeUnit } from '../kernel/text.ts'
import { administeredOn, administeredReference } from './administered.ts'
import { binds } from './codes/jurisdictions.ts'
import type { Condition } from './conditions.ts'
import { conflictNotes } from './conflict-notes.ts'
import { inForce } from './in-force.ts'
import type { LawData, LawNorm, LawObligation, LawOnDay, ObligationOnDay, Owed, Placed } from './law.ts'
import type { AdministeredUse, CheckResult, Trace } from './result.ts'
import { surroundingsOf } from './surroundings.ts'

/** What binds the senders of a jurisdiction on a day: values filled in, conflicts noted, equal questions numbered. */
export function lawOn(
  data: LawData,
  norms: LawNorm[],
  obligations: LawObligation[],
  day: Day,
  jurisdiction: string,
  recall: Recall<Owed[]>,
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
    instruments: instrumentsOf([...applied.map(({ norm }) => norm), ...duties]),
    surroundings: surroundingsOf(data, duties, jurisdiction),
    recall,
  }

  function onDay(one: LawObligation): ObligationOnDay {
    const { parameters, when, administered } = filledIn(one, data, day, jurisdiction)
    return { ...one, parameters, when, chosen: chosenNote(administered) }
  }
}

/** The texts in which norms and duties stand, each once, in the order in which they come. */
export function instrumentsOf(heard: Placed[]): CheckResult['instruments'] {
  const instruments = [...new Set(heard.map(({ instrument }) => instrument))]
  return instruments.map(({ id, number, title }) => ({ id, number, title: title.vi }))
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
    [...new Set(administered.map(({ setBy, setOn }) => `${setBy} ${word} ${formatDay(setOn)}`))].join('; ')
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
