import type { z } from 'zod'
import type { Day } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Facts } from '../facts.ts'
import type { AdministeredUse, Obligation, ObligationState } from '../result.ts'

/** The administered values that obligations cannot do without: each must have an entry for every day. */
export const REQUIRED_VALUES = [
  'result-report-days',
  'report-clock-start',
  'periodic-report-days',
  'periodic-report-recipients',
] as const
export type RequiredValue = (typeof REQUIRED_VALUES)[number]

/** The administered value that holds the holidays, year by year. */
export const HOLIDAYS = 'public-holidays'

/** Days off by law, and weekend days worked in exchange. */
export interface HolidayTable {
  off: Day[]
  worked: Day[]
}

/** What an obligation rule may ask for besides the dossier. */
export interface Surroundings {
  /** The shortest number of calendar days that a norm in force gives for the result report; none where none does. */
  shortestReportDays: number | undefined
  /** An administered value that always has an entry (the law is refused at start otherwise), as it stands on a day. */
  administered(id: RequiredValue, day: Day): AdministeredUse
  /** Whether somebody has set the public holidays around a day. */
  hasHolidays(day: Day): boolean
  /** Whether people work on a day. */
  works(day: Day): boolean
  /** The day on which `count` working days after a day are over; that day itself is not counted. */
  addWorkingDays(day: Day, count: number): Day
}

/** What is owed, and when; its norm and place, and how it stands, are left to the caller. */
export type Duty = Pick<Obligation, 'due' | 'what' | 'recipients'>

/** A kind of duty after the trip. Pure like the rules before it. */
export interface ObligationRule {
  id: string
  title: Bilingual
  parameters: z.ZodType
  demand(parameters: unknown): Bilingual
  /** All that `duties` reads of the dossier, as a text: dossiers of which it is the same owe the same. */
  reads(facts: Facts): string
  duties(facts: Facts, parameters: unknown, surroundings: Surroundings): Duty[]
  /** The day on which its duties were met; `undefined` where they were not, or the dossier does not record it. */
  metOn(facts: Facts, parameters: unknown): Day | undefined
}

interface Definition<Schema extends z.ZodType> {
  id: string
  title: Bilingual
  parameters: Schema
  demand: (parameters: z.infer<Schema>) => Bilingual
  reads: (facts: Facts) => string
  duties: (facts: Facts, parameters: z.infer<Schema>, surroundings: Surroundings) => Duty[]
  metOn?: (facts: Facts, parameters: z.infer<Schema>) => Day | undefined
}

/** Declares an obligation rule; its parameters were validated by its schema when the law was loaded. */
export function obligation<Schema extends z.ZodType>(definition: Definition<Schema>): ObligationRule {
  return {
    ...definition,
    demand: (parameters) => definition.demand(parameters as z.infer<Schema>),
    duties: (facts, parameters, surroundings) => definition.duties(facts, parameters as z.infer<Schema>, surroundings),
    metOn: (facts, parameters) => definition.metOn?.(facts, parameters as z.infer<Schema>),
  }
}

/** How a duty stands: by the day it was met, or by the day that is asked about. The due day itself is in time. */
export function stateOf(due: Day, metOn: Day | undefined, asOf: Day): ObligationState {
  if (metOn !== undefined) return metOn <= due ? 'met' : 'late'
  return asOf <= due ? 'due' : 'overdue'
}
