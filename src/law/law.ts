import type { Day } from '../kernel/day.ts'
import type { Recall } from '../kernel/remember.ts'
import type { Bilingual } from '../kernel/text.ts'
import type { AdministeredValue } from './administered.ts'
import type { Condition, Who } from './conditions.ts'
import type { Instrument, Provision } from './instrument.ts'
import type { ObligationRule, Surroundings } from './obligations/index.ts'
import type { CheckResult, Obligation, Severity, Trace } from './result.ts'
import type { Rule } from './rules/rule.ts'

/** The law as it travels: validated files, with the hash of their content. What `GET /api/law` answers. */
export interface LawData {
  hash: string
  instruments: Instrument[]
  administered: AdministeredValue[]
}

/** The folders of data files: texts, and what no text defines. */
export const LAW_KINDS = ['instruments', 'administered'] as const
export type LawKind = (typeof LAW_KINDS)[number]

/** A data file of the law as it was written, comments and all. */
export interface LawSource {
  kind: LawKind
  id: string
  /** The name of the file, without its folder. */
  name: string
  text: string
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

/** What is owed by an obligation; how it stands depends on the dossier and the day asked about. */
export type Owed = Omit<Obligation, 'state'>

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
  /** The texts of these norms and obligations. */
  instruments: CheckResult['instruments']
  /** What the obligations may ask for besides the dossier. */
  surroundings: Surroundings
  /** Remembers what is owed, for all days together: most trips of a register return on the same few days. */
  recall: Recall<Owed[]>
}

export interface Law {
  hash: string
  data: LawData
  /** The files it was read from; none where it has travelled. */
  sources: readonly LawSource[]
  norms: LawNorm[]
  obligations: LawObligation[]
  /** What binds on a day in a jurisdiction; remembered, since most checks ask for the same few. */
  on(day: Day, jurisdiction: string): LawOnDay
}
