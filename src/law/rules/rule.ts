import { z } from 'zod'
import type { Bilingual } from '../../kernel/text.ts'
import { bindsPerson } from '../applies.ts'
import type { Who } from '../conditions.ts'
import type { CostItem } from '../costs/items.ts'
import type { Facts, Person } from '../facts.ts'

/** A value as it was read, with its path in the dossier. */
export interface Read {
  path: string
  value?: unknown
}

/** What a rule says of one subject, before severity, exceptions and explanations are looked at. */
export interface Judgement {
  outcome: 'pass' | 'violated' | 'unknown'
  subject?: string
  /** Other names of the subject, by which an exception or an explanation may call it. */
  aliases?: string[]
  /** A lesser breach that the norm gives a severity of its own. */
  grade?: string
  limit?: number | string
  actual?: number | string
  message: Bilingual
  needs?: string[]
  remedy?: Bilingual
  /** The values read; only looked up where somebody wants the trace. */
  read: () => Read[]
}

/** A norm as a rule sees it: its parameters for the day, and whom it binds. */
export interface Norm<Parameters> {
  parameters: Parameters
  who: Who | undefined
}

/** What the registry of all delegations knows; a bare file knows nothing of it. */
export interface Registry {
  /** Delegations sent to a country in a month (`YYYY-MM`), this one not counted. */
  density?: { country: string; month: string; delegations: number }[]
  /** Currencies of the estimate without an exchange rate: its total leaves out what is in them. */
  withoutRate?: readonly string[]
  /** Items of which the estimate has no line: its total leaves them out. */
  leavesOut?: readonly CostItem[]
}

/**
 * A kind of check, written once. `judge` is pure: the same facts and parameters always give the same judgements; it
 * returns the violated and unknown subjects, or one pass, or nothing where the norm gives no finding.
 */
export interface Rule {
  id: string
  title: Bilingual
  parameters: z.ZodType
  /** The names of the lesser breaches that it tells apart. */
  grades: readonly string[]
  /** Whether a norm of it may bind some members only. */
  bindsMembers: boolean
  counting?: Bilingual
  /** What a norm with these parameters demands, in a few words: "tối đa 7 người". */
  demand(parameters: unknown): Bilingual
  judge(facts: Facts, norm: Norm<unknown>, registry: Registry): Judgement[]
}

interface Definition<Schema extends z.ZodType> {
  id: string
  title: Bilingual
  parameters: Schema
  grades?: readonly string[]
  bindsMembers?: boolean
  counting?: Bilingual
  demand: (parameters: z.infer<Schema>) => Bilingual
  judge: (facts: Facts, norm: Norm<z.infer<Schema>>, registry: Registry) => Judgement[]
}

/** Declares a rule. Its parameters were validated by its schema when the law was loaded, so here they are taken as typed. */
export function rule<Schema extends z.ZodType>(definition: Definition<Schema>): Rule {
  return {
    ...definition,
    grades: definition.grades ?? [],
    bindsMembers: definition.bindsMembers ?? false,
    demand: (parameters) => definition.demand(parameters as z.infer<Schema>),
    judge: definition.judge as Rule['judge'],
  }
}

/** The schema of a norm that takes no parameters. */
export const NO_PARAMETERS = z.strictObject({})

/** The schema of a norm with one limit. */
export const MAX = z.strictObject({ max: z.number() })

/** One pass without subject. */
export function pass(
  message: Bilingual,
  read: () => Read[],
  figures: Pick<Judgement, 'limit' | 'actual'> = {},
): Judgement[] {
  return [{ outcome: 'pass', message, read, ...figures }]
}

/** The judgements, or one pass without subject when there is none. */
export function orPass(judgements: Judgement[], message: Bilingual, read: () => Read[]): Judgement[] {
  return judgements.length > 0 ? judgements : pass(message, read)
}

/** One unknown without subject: the facts to state, and why they matter. */
export function unknown(needs: string[], message: Bilingual, read: () => Read[]): Judgement {
  return { outcome: 'unknown', needs, message, read }
}

/**
 * Judges each person whom the norm binds; `judge` answers nothing for one who is in order. Where it is open whether a
 * person is bound, a breach is not known to be one: it becomes unknown, and asks for what would settle it.
 */
export function judgeEach<Parameters>(
  people: Person[],
  norm: Norm<Parameters>,
  judge: (person: Person) => Judgement | undefined,
): Judgement[] {
  const judgements: Judgement[] = []
  for (const person of people) {
    const bound = bindsPerson(norm.who, person)
    if (bound.truth === false) continue
    const judgement = judge(person)
    if (judgement === undefined) continue
    judgement.subject = person.subject
    judgement.aliases = person.names
    judgements.push(bound.truth === undefined ? openTo(judgement, bound.needs) : judgement)
  }
  return judgements
}

function openTo(judgement: Judgement, needs: string[]): Judgement {
  const { remedy: _, ...rest } = judgement
  const message =
    judgement.outcome === 'unknown'
      ? judgement.message
      : {
          vi: `${judgement.message.vi} Chưa rõ quy định này có áp dụng cho người đó không.`,
          en: `${judgement.message.en} Whether this binds that person is not stated.`,
        }
  return { ...rest, outcome: 'unknown', message, needs: [...(judgement.needs ?? []), ...needs] }
}

/** The values of one property of several people, as read. */
export function readEach(people: Person[], property: keyof Person['member']): Read[] {
  return people.map((person) => ({ path: `${person.path}.${property}`, value: person.member[property] }))
}
