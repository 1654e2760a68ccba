import { addDays, type Day } from '../kernel/day.ts'
import { memory, remember } from '../kernel/remember.ts'
import type { Bilingual } from '../kernel/text.ts'
import type { Condition } from './conditions.ts'
import { earliest, instrumentDays, repealDay } from './in-force.ts'
import type { Instrument, Provision } from './instrument.ts'
import type { Law, LawData, LawNorm, LawObligation, LawSource, Owed, Placed } from './law.ts'
import { lawOn } from './law-on-day.ts'
import { findObligation } from './obligations/index.ts'
import { findRule } from './rules/index.ts'

/** More stretches, days and duties than a register asks for; beyond it the memory starts afresh and stays flat. */
const REMEMBERED_STRETCHES = 500
const REMEMBERED_DAYS = 5000
const REMEMBERED_DUTIES = 10_000

/** Makes the validated files ready to be asked. Pure, also in the browser. */
export function compileLaw(data: LawData, sources: readonly LawSource[] = []): Law {
  const norms = data.instruments.flatMap((instrument) => normsOf(instrument, data.instruments))
  const obligations = data.instruments.flatMap((instrument) => obligationsOf(instrument, data.instruments))
  const days = daysOfChange(data, [...norms, ...obligations])
  const singled = new Set(singledOut(data))
  const recall = memory<Owed[]>(REMEMBERED_DUTIES)
  const since = remember(REMEMBERED_STRETCHES, (question) => {
    const [day = '', jurisdiction = ''] = question.split(' ')
    return lawOn(data, norms, obligations, day, jurisdiction, recall)
  })
  const on = remember(REMEMBERED_DAYS, (question) => {
    const [day = '', jurisdiction = ''] = question.split(' ')
    const first = days.findLast((start) => start <= day) ?? day
    const law = since(`${first} ${singled.has(jurisdiction) ? jurisdiction : ELSEWHERE}`)
    return { ...law, day, jurisdiction }
  })
  return {
    hash: data.hash,
    data,
    sources,
    norms,
    obligations,
    on: (day, jurisdiction) => on(`${day} ${jurisdiction}`),
  }
}

/** Before anything of the law. */
const DAWN: Day = '0001-01-01'
/** Stands for every jurisdiction that no text and no administered value speaks of: the same law binds them all. */
const ELSEWHERE = 'elsewhere'

/** The days on which something begins or has just ended: from one to the next the law stays as it is. */
function daysOfChange({ administered }: LawData, placed: Placed[]): Day[] {
  const lasting = [...placed, ...administered.flatMap(({ entries }) => entries)]
  const days = lasting.flatMap(({ from, to }) => (to === undefined ? [from] : [from, addDays(to, 1)]))
  return [DAWN, ...new Set(days)].sort()
}

function singledOut({ instruments, administered }: LawData): string[] {
  const entries = administered.flatMap((value) => value.entries)
  return [...instruments, ...entries].flatMap(({ jurisdiction }) => jurisdiction ?? [])
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
