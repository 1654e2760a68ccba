import type { Day } from '../../kernel/day.ts'
import { countryName } from '../../law/codes/countries.ts'
import { readAtKeys } from '../content/changes.ts'
import type { Content } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import { isObject, type Json } from '../content/json.ts'
import { countriesOf, itemsAt } from '../edit/projection.ts'
import type { Hearing } from '../procedure.ts'
import type { Party } from '../workflow.ts'
import { approves, CENTRAL_MANAGERS, personnelQuestion } from './personnel.ts'
import type { Opinion } from './store.ts'

/** How parties are called in letters. */
const PARTY_NAMES: Partial<Record<Party, string>> = {
  'organisation-board': 'Ban Tổ chức Thành ủy',
  finance: 'Sở Tài chính',
  'public-security': 'Công an thành phố',
}

/** How the mission in a country is called in letters. */
export function missionIn(country: string): string {
  return `Cơ quan đại diện tại ${countryName(country, 'vi')}`
}

/** Somebody to be heard about a dossier. */
export interface Asked {
  hearing: Hearing
  partyName: string
  country: string | null
  /** The unit asked for its consent; the keys of the members who are asked about, where it is not about all. */
  unit: string | null
  members: string[]
}

/** Everybody whom the hearings mean in this dossier: the mission of each country, each other unit that has people in it. Pure. */
export function askedIn(content: Content, hearings: readonly Hearing[]): Asked[] {
  return hearings.flatMap((hearing): Asked[] => {
    const one = { hearing, country: null, unit: null, members: [] }
    switch (hearing.party) {
      case 'mission':
        return countriesOf(content).map((country) => ({
          ...one,
          country,
          partyName: missionIn(country),
        }))
      case 'home-body':
        return [...membersByUnit(content)].map(([unit, members]) => ({ ...one, unit, members, partyName: unit }))
      case 'cadre-authority':
        return CENTRAL_MANAGERS.flatMap(([level, partyName]) => {
          const members = itemsAt(content, 'members').filter(({ managedBy }) => managedBy === level)
          return members.length === 0 ? [] : [{ ...one, partyName, members: members.map(({ key }) => String(key)) }]
        })
      default:
        return [{ ...one, partyName: PARTY_NAMES[hearing.party] ?? hearing.party }]
    }
  })
}

/** Members of other units than the sender, by their unit. */
export function membersByUnit(content: Content): Map<string, string[]> {
  const sender = isObject(content.sender) ? content.sender.unit : undefined
  const units = new Map<string, string[]>()
  for (const { key, unit } of itemsAt(content, 'members')) {
    const name = typeof unit === 'string' ? unit.trim() : ''
    if (name === '' || name === String(sender ?? '').trim()) continue
    units.set(name, [...(units.get(name) ?? []), String(key)])
  }
  return units
}

/** The questions that have to be answered before the examination ends, and are not; silence past its day counts where it may. */
export function unheard(opinions: readonly Opinion[], today: Day): Opinion[] {
  return opinions.filter(
    ({ answer, required, silence, due }) => required && answer === null && !(silence === 'no-objection' && due < today),
  )
}

/** Members whose own unit has not consented to their travelling. */
export function withoutConsent(content: Content, opinions: readonly Opinion[]): { unit: string; objects: boolean }[] {
  return [...membersByUnit(content).keys()].flatMap((unit) => {
    const asked = opinions.filter(({ party, partyName }) => party === 'home-body' && partyName === unit)
    // What the examiners ask besides is another question than that of consent.
    const consent = asked.find(({ required }) => required) ?? asked.at(-1)
    if (consent?.answer === 'agrees' || consent?.answer === 'no-objection') return []
    return [{ unit, objects: consent?.answer === 'objects' }]
  })
}

/** What answers say to the law: consultations, and the approval of cadres by those who manage them. Pure. */
export function opinionFacts(content: Content, opinions: readonly Opinion[]): Fact[] {
  const answered = opinions.filter(({ answer }) => answer !== null)
  const consulted = answered.flatMap((one): { key: string; value: Json; source: Fact['source'] }[] => {
    if (one.party !== 'mission' && one.party !== 'public-security') return []
    const country = one.country === null ? {} : { country: one.country }
    return [
      {
        key: one.id,
        value: { key: one.id, with: one.party, ...country, on: one.answeredOn, answer: one.answer },
        source: sourceOf(one),
      },
    ]
  })
  const approvals = itemsAt(content, 'members').flatMap((member): Fact[] => {
    const question = personnelQuestion(member, opinions)
    if (question === undefined || !approves(question)) return []
    const { documentNumber, answeredOn, partyName } = question
    return [
      {
        at: `members/${String(member.key)}/personnelApproval`,
        value: { number: documentNumber, on: answeredOn, by: partyName },
        source: sourceOf(question),
      },
    ]
  })
  const [first] = consulted
  if (first !== undefined && (readAtKeys(content, 'consultations') ?? null) === null) {
    return [{ at: 'consultations', value: consulted.map(({ value }) => value), source: first.source }, ...approvals]
  }
  return [...consulted.map(({ key, value, source }) => ({ at: `consultations/${key}`, value, source })), ...approvals]
}

function sourceOf({ partyName, answeredOn }: Opinion): Fact['source'] {
  return { vi: `Ý kiến của ${partyName}, ${answeredOn}`, en: `Opinion of ${partyName}, ${answeredOn}` }
}
