import { type Day, daysFromTo, daysInclusive } from '../kernel/day.ts'
import { or, type Truth } from '../kernel/kleene.ts'
import { stated } from '../kernel/text.ts'
import type { ConditionFact } from './conditions.ts'
import type { Dossier, Member, ProgrammeEntry, Stay } from './dossier.ts'

/** A member as the rules see one: with the path, the unit, and the names by which others may speak of them. */
export interface Person {
  member: Member
  /** `members[2]`. */
  path: string
  /** How a finding names them: the `id` where given, else the name. */
  subject: string
  /** Name and id: what invitations, exceptions and explanations may write. */
  names: string[]
  /** The member's unit; the sender's where none is stated. */
  unit: string
}

/** What the rules read: the dossier, and what follows from it by the counting rules of the contract. */
export interface Facts {
  dossier: Dossier
  /** All members, companions of enterprises too. */
  everyone: Person[]
  /** All but companions of enterprises: the size of the delegation counts them. */
  persons: Person[]
  /** Head, deputies, members, secretaries, interpreters. */
  working: Person[]
  head: Person | undefined
  /** Calendar days from departure to return, both counted. */
  tripLength: number
  /** Every day of the trip. */
  days: Day[]
  /** Stays that are not transit, with their paths. */
  stays: { stay: Stay; path: string }[]
  /** Countries of those stays, in order of first arrival in the list. */
  countries: string[]
  /** Days in each country: arrival and leaving both counted, stays added up. */
  daysIn: Map<string, number>
  /** The programme by day; `undefined` when it is absent or empty, which both mean "not stated". */
  programme: Map<Day, ProgrammeEntry[]> | undefined
  /** Whether state budget is among the funding. */
  stateBudget: Truth
}

const WORKING_ROLES: ReadonlySet<string> = new Set(['head', 'deputy-head', 'member', 'secretary', 'interpreter'])

/** The activities that count as work. */
export const WORKING_ACTIVITIES: ReadonlySet<string> = new Set([
  'working-session',
  'site-visit',
  'conference',
  'signing',
  'study-session',
])

/** Reads the facts out of a dossier. Nothing is judged here, and no clock is read. */
export function factsOf(dossier: Dossier): Facts {
  const everyone = dossier.members.map((member, index) => person(member, index, dossier.sender.unit))
  const persons = everyone.filter(({ member }) => member.role !== 'enterprise-companion')
  const stays = dossier.trip.stays
    .map((stay, index) => ({ stay, path: `trip.stays[${index}]` }))
    .filter(({ stay }) => stay.transit !== true)
  const daysIn = daysInCountries(stays.map(({ stay }) => stay))
  return {
    dossier,
    everyone,
    persons,
    working: persons.filter(({ member }) => WORKING_ROLES.has(member.role)),
    head: everyone.find(({ member }) => member.role === 'head'),
    tripLength: daysInclusive(dossier.trip.departure, dossier.trip.return),
    days: daysFromTo(dossier.trip.departure, dossier.trip.return),
    stays,
    countries: [...daysIn.keys()],
    daysIn,
    programme: byDay(dossier.programme),
    stateBudget: dossier.funding?.some(({ source }) => source === 'state-budget'),
  }
}

/** The value of a fact that a norm's condition names; `undefined` when it is not stated. */
export function conditionFact(facts: Facts, fact: ConditionFact): unknown {
  const { sender, purpose, organiser, funding } = facts.dossier
  const head = facts.head?.member
  switch (fact) {
    case 'sender.level':
      return sender.level
    case 'sender.bloc':
      return sender.bloc
    case 'sender.locality':
      return sender.locality
    case 'sender.jurisdiction':
      return sender.jurisdiction
    case 'purpose.kind':
      return purpose.kind
    case 'purpose.importantEvent':
      return purpose.importantEvent
    case 'purpose.underAgreement':
      return purpose.underAgreement
    case 'head.rank':
      return head?.rank
    case 'head.leader':
      return head?.leader
    case 'head.keyLeader':
      return head?.keyLeader
    case 'head.managedBy':
      return head?.managedBy
    case 'countries':
      return facts.countries.length > 0 ? facts.countries.length : undefined
    case 'tripLength':
      return facts.tripLength
    case 'size':
      return facts.persons.length
    case 'funding.sources':
      return funding?.map(({ source }) => source)
    case 'organiser':
      return organiser
  }
}

/** Where the fact of a condition is stated in the dossier. */
export function conditionFactPath(facts: Facts, fact: ConditionFact): string {
  if (fact.startsWith('head.')) return `${facts.head?.path ?? 'members'}.${fact.slice('head.'.length)}`
  if (fact === 'countries') return 'trip.stays'
  if (fact === 'tripLength') return 'trip'
  if (fact === 'size') return 'members'
  return fact === 'funding.sources' ? 'funding' : fact
}

/** Whether a member is a leader in the sense of the yearly trip limit: `leader` or `keyLeader`. */
export function isLeader(member: Member): Truth {
  return or(member.leader, member.keyLeader)
}

/** Whether an entry of the programme is work. */
export function isWork(entry: ProgrammeEntry): boolean {
  return WORKING_ACTIVITIES.has(entry.activity)
}

function person(member: Member, index: number, senderUnit: string): Person {
  const id = stated(member.id)
  return {
    member,
    path: `members[${index}]`,
    subject: id ?? member.name,
    names: id === undefined ? [member.name] : [member.name, id],
    unit: stated(member.unit) ?? senderUnit.trim(),
  }
}

function daysInCountries(stays: Stay[]): Map<string, number> {
  const days = new Map<string, number>()
  for (const { country, arrive, leave } of stays) {
    days.set(country, (days.get(country) ?? 0) + daysInclusive(arrive, leave))
  }
  return days
}

function byDay(programme: ProgrammeEntry[] | undefined): Map<Day, ProgrammeEntry[]> | undefined {
  if (programme === undefined || programme.length === 0) return undefined
  const days = new Map<Day, ProgrammeEntry[]>()
  for (const entry of programme) {
    const entries = days.get(entry.day)
    if (entries) entries.push(entry)
    else days.set(entry.day, [entry])
  }
  return days
}
