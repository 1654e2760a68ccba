import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { Invalid, Refused } from '../../kernel/errors.ts'
import { refuseMarkings } from '../../kernel/markings.ts'
import type { Law } from '../../law/index.ts'
import type { Content } from '../content/content.ts'
import { withFacts } from '../content/facts.ts'
import { itemsAt } from '../edit/projection.ts'
import { factsFor } from '../facts/facts-for.ts'
import { addWorkingDays } from '../procedure.ts'
import { noDelegation } from '../refusals.ts'
import { refuseOwn } from '../steps/refuse-own.ts'
import { findDelegation } from '../store.ts'
import { type DelegationState, HEARING_STATES, type Party, STATE_NAMES } from '../workflow.ts'
import { aboutOf } from './about.ts'
import { tellParty } from './ask-required.ts'
import { type Asked, askedIn } from './hearing.ts'
import { homesOf } from './homes.ts'
import { insertOpinions, type NewOpinion } from './store.ts'

/** A question that the examiners ask of their own accord. */
export interface Question {
  id: string
  party: Party
  partyName: string
  country?: string | undefined
  question: string
  days: number
}

/**
 * Asks a party about a dossier under examination, as often as is needed: each question stands by itself. A mission is asked by its
 * country, the body of a traveller as `homes.ts` finds it. Throws for a country that the delegation does not visit, and for a body of the centre that manages nobody in it.
 */
export async function askOpinion(
  transaction: Transaction,
  law: Law,
  asking: Actor,
  { id, party, partyName, country, question, days }: Question,
  today: Day,
): Promise<void> {
  const delegation = await findDelegation(transaction, id, 'update')
  if (delegation === undefined) throw noDelegation()
  const actor = await refuseOwn(transaction, asking, delegation, today)
  refuseUnlessHeard(delegation.state)
  refuseMarkings([question, partyName])
  const stays = itemsAt(delegation.content, 'trip/stays').map((stay) => stay.country)
  if (party === 'mission' && (country === undefined || !stays.includes(country))) throw noStay()
  const known = withFacts(delegation.content, await factsFor(transaction, law, delegation, today))
  const home =
    party === 'home-body'
      ? (await homesOf(transaction, { ...delegation, content: known }, [partyName], today)).get(partyName)
      : undefined
  const concerned = party === 'cadre-authority' ? managedBy(known, partyName) : undefined
  const due = addWorkingDays(law, delegation.jurisdiction, today, days)
  const asked: NewOpinion = {
    party,
    partyName,
    country: party === 'mission' ? (country ?? null) : null,
    askedBodyId: home?.askedBodyId ?? null,
    letterBecause: home?.letterBecause ?? null,
    members: concerned?.members ?? [],
    about: null,
    question,
    silence: 'no-objection',
    required: false,
    due,
  }
  const about = aboutOf(known, asked)
  const [opinionId = ''] = await insertOpinions(transaction, delegation, [{ ...asked, about }], actor.name ?? '')
  await tellParty(transaction, delegation, { ...asked, id: opinionId }, today)
  await record(transaction, actor, {
    action: 'delegation.opinion-asked',
    subject: { kind: 'delegation', id, name: delegation.title },
    bodyId: delegation.bodyId,
    rootId: delegation.rootId,
    after: { party, partyName, due },
  })
}

/** The question to a body of the centre about the cadres it manages. Throws where it manages nobody in the delegation. */
function managedBy(known: Content, name: string): Asked {
  const asked = askedIn(known, [{ party: 'cadre-authority', days: 1, silence: 'waits' }])
  const found = asked.find(({ partyName }) => partyName === name)
  if (found !== undefined) return found
  throw new Invalid([
    {
      path: 'partyName',
      message: {
        vi: 'chọn Bộ Chính trị hoặc Ban Bí thư, nơi quản lý cán bộ có trong đoàn: người đi phải có diện quản lý như vậy trong danh bạ hoặc hồ sơ',
        en: 'choose the Politburo (Bộ Chính trị) or the Secretariat (Ban Bí thư), whichever manages somebody in the delegation by the register or the dossier',
      },
    },
  ])
}

function noStay(): Invalid {
  return new Invalid([
    {
      path: 'country',
      message: {
        vi: 'chọn một nước mà đoàn đến: cơ quan đại diện được hỏi theo nước',
        en: 'choose a country that the delegation visits: missions are asked by their country',
      },
    },
  ])
}

/** Throws where the dossier is at a stage at which nobody is heard. */
export function refuseUnlessHeard(state: DelegationState): void {
  if (HEARING_STATES.has(state)) return
  throw new Refused({
    vi: `Chỉ lấy ý kiến khi hồ sơ đang được thẩm định hoặc chờ quyết định; hồ sơ này ${STATE_NAMES[state].vi}.`,
    en: `Opinions are heard while a dossier is examined or awaits its decision; this one is ${STATE_NAMES[state].en}.`,
  })
}
