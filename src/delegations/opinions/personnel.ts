import type { Day } from '../../kernel/day.ts'
import type { Content } from '../content/content.ts'
import { isObject, type JsonObject } from '../content/json.ts'
import { itemsAt } from '../edit/projection.ts'
import { namesMember } from './about.ts'
import type { Opinion } from './store.ts'

/** The bodies of the Party's centre that manage cadres, by the level of the contract, as 38-CT/TW, point 2, names them. */
export const CENTRAL_MANAGERS = [
  ['politburo', 'Bộ Chính trị'],
  ['secretariat', 'Ban Bí thư'],
] as const

/** The body of the centre that manages a member; undefined where none does. Pure. */
export function centralManagerOf({ managedBy }: JsonObject): string | undefined {
  return CENTRAL_MANAGERS.find(([level]) => level === managedBy)?.[1]
}

/**
 * The question that asks whoever manages a cadre for the approval of this one: the organisation board for the standing committee,
 * the body of the centre for its own; nobody approves the cadres of another. What the procedure asks comes before what the
 * examiners ask besides. Pure.
 */
export function personnelQuestion(member: JsonObject, opinions: readonly Opinion[]): Opinion | undefined {
  const central = centralManagerOf(member)
  const asked = opinions.filter(({ party, partyName, about }) => {
    const theirs =
      central === undefined
        ? party === 'organisation-board' && member.managedBy === 'standing-committee'
        : party === 'cadre-authority' && partyName === central
    return theirs && namesMember(about, member)
  })
  return asked.find(({ required }) => required) ?? asked.at(-1)
}

/** Whether an answer approves: it agrees, in a paper with its number. Pure. */
export function approves({ answer, documentNumber }: Pick<Opinion, 'answer' | 'documentNumber'>): boolean {
  return answer === 'agrees' && documentNumber !== null
}

/** A cadre of the centre who may not be sent yet, and why not. */
export interface Unapproved {
  name: string
  manager: string
  why: 'not-asked' | 'not-answered' | 'objects' | 'no-approval' | 'later'
  /** The day of the approval, where it is later than the decision. */
  on: Day | null
}

/**
 * The cadres of the centre whom nobody may send by a decision of this day: whoever manages them has not approved, or only later
 * (38-CT/TW, point 2). `known`: the dossier with the facts of the registers and the answers laid over it. Pure.
 */
export function withoutApproval(known: Content, opinions: readonly Opinion[], on: Day): Unapproved[] {
  return itemsAt(known, 'members').flatMap((member): Unapproved[] => {
    const manager = centralManagerOf(member)
    if (manager === undefined) return []
    const { personnelApproval } = member
    const approvedOn = isObject(personnelApproval) ? String(personnelApproval.on ?? '') : ''
    if (approvedOn !== '' && approvedOn <= on) return []
    const one = { name: String(member.name ?? ''), manager }
    if (approvedOn !== '') return [{ ...one, why: 'later', on: approvedOn }]
    const question = personnelQuestion(member, opinions)
    return [{ ...one, why: question === undefined ? 'not-asked' : whyNot(question), on: null }]
  })
}

function whyNot({ answer }: Opinion): Unapproved['why'] {
  if (answer === null) return 'not-answered'
  return answer === 'objects' ? 'objects' : 'no-approval'
}
