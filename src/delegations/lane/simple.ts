import type { Day } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { countryName } from '../../law/codes/countries.ts'
import type { Finding } from '../../law/index.ts'
import type { Content } from '../content/content.ts'
import { restsOn, WITHHELD } from '../disclosure.ts'
import { itemsAt } from '../edit/projection.ts'
import type { Assessment } from '../examination/store.ts'
import type { Opinion } from '../opinions/store.ts'
import type { Figures } from '../plan-line/drift.ts'
import type { SimpleLane } from '../procedure.ts'
import type { Condition, Met } from './conditions.ts'

/** A condition as it was read: what was found, the bound where there is one, and who or what stands against it. */
export interface Read {
  condition: Condition
  met: Met
  found: number | null
  bound: number | null
  named: Bilingual[]
}

/** What is known of a dossier; figures that are not stated are undefined, so are the findings of one that cannot be judged. */
export interface Known {
  inPlan: boolean
  figures: Figures
  /** Facts of the registers laid over it. */
  content: Content
  /** Norms that are waived, or stated to be. */
  waived: number
  findings: readonly Finding[] | undefined
  /** Parties are asked when it is received. */
  received: boolean
  opinions: readonly Pick<Opinion, 'partyName' | 'country' | 'answer' | 'silence' | 'due'>[]
  /** Those that still speak of it as it is. */
  assessments: readonly Pick<Assessment, 'judgement'>[]
  /** How often the authority has handed it back since it was signed. */
  handedBack: number
  today: Day
}

/** Reads each condition of the lane. What is not stated is not met. Pure. */
export function readLane(known: Known, bounds: Omit<SimpleLane, 'audit' | 'source'>): Read[] {
  const { people, days, countries, money } = known.figures
  return [
    reading('plan', known.inPlan),
    within('people', people, bounds.people),
    within('days', days, bounds.days),
    within('countries', countries?.length, bounds.countries),
    within('money', money, bounds.vnd),
    cadres(known.content, bounds.managedBy),
    none('waivers', known.waived),
    findings(known.findings),
    heard(known),
    none('doubts', known.assessments.filter(({ judgement }) => judgement !== 'accepted').length),
    none('handed-back', known.handedBack),
  ]
}

/** Whether a dossier is a simple one: every condition is met. */
export function isSimple(read: readonly Read[]): boolean {
  return read.every(({ met }) => met === 'met')
}

/** Whether a dossier may still prove to be a simple one: nothing is against it, though others have yet to speak. */
export function mayBeSimple(read: readonly Read[]): boolean {
  return read.every(({ met }) => met !== 'unmet')
}

/** Whether a lot means a full examination. Pure. */
export function isDrawn({ lot, examined }: { lot: number; examined: number }): boolean {
  return lot < examined
}

type More = Partial<Omit<Read, 'condition' | 'met'>>

function reading(condition: Condition, met: Met | boolean, more: More = {}): Read {
  const said = typeof met === 'string' ? met : met ? 'met' : 'unmet'
  return { condition, met: said, found: null, bound: null, named: [], ...more }
}

function within(condition: Condition, found: number | undefined, bound: number): Read {
  return reading(condition, found !== undefined && found <= bound, { found: found ?? null, bound })
}

function none(condition: Condition, found: number): Read {
  return reading(condition, found === 0, { found })
}

/** Everybody is managed at a level that the lane is open to; of whom that is not stated, they are not. */
function cadres(content: Content, levels: readonly unknown[]): Read {
  const members = itemsAt(content, 'members')
  const others = members.filter(({ managedBy }) => !levels.includes(managedBy))
  const named = others.map(({ name }) => plain(typeof name === 'string' ? name : '…'))
  return reading('cadres', members.length > 0 && others.length === 0, { named })
}

/** The law is kept in all it says; what rests on the word of parties and examiners may still come to be. */
function findings(all: readonly Finding[] | undefined): Read {
  if (all === undefined || all.length === 0) return reading('findings', false)
  const open = all.filter(({ outcome }) => outcome !== 'pass')
  const waits = open.length > 0 && open.every((one) => restsOn(one, { withheld: WITHHELD, fields: [] }))
  const named = [...new Map(open.map(({ message }) => [message.vi, message])).values()]
  return reading('findings', waits ? 'waits' : open.length === 0, { found: open.length, named })
}

/** Whoever was asked has answered, or let the day pass where silence is no objection; and nobody objects. */
function heard({ received, opinions, today }: Known): Read {
  const objecting = opinions.filter(({ answer }) => answer === 'objects')
  if (objecting.length > 0) return reading('heard', 'unmet', { named: objecting.map(partyOf) })
  const open = opinions.filter(
    ({ answer, silence, due }) => answer === null && !(silence === 'no-objection' && due < today),
  )
  return reading('heard', received && open.length === 0 ? 'met' : 'waits', { named: open.map(partyOf) })
}

function partyOf({ partyName, country }: Pick<Opinion, 'partyName' | 'country'>): Bilingual {
  return { vi: partyName, en: country === null ? partyName : `the mission in ${countryName(country, 'en')}` }
}

function plain(name: string): Bilingual {
  return { vi: name, en: name }
}
