import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import type { Content } from '../content/content.ts'
import type { Owner } from '../edit/store.ts'
import { addWorkingDays, type Governed, hearingsFor, procedureOf } from '../procedure.ts'
import { settleQuestion, tellOfQuestion } from '../steps/tell.ts'
import type { DelegationRow } from '../store.ts'
import { aboutOf, covers } from './about.ts'
import { askedIn } from './hearing.ts'
import { homesOf } from './homes.ts'
import { SPEAKERS } from './speakers.ts'
import { askAnew, dropOpinions, everAsked, insertOpinions, letStand, type NewOpinion, type Opinion } from './store.ts'

/** The dossier about which is asked. */
type Asking = Owner & Pick<DelegationRow, 'year' | 'number'>

/**
 * Asks everybody whom the procedure wants heard about a dossier, all at once. Whose answer speaks of the dossier as it is now is
 * not asked again; where something has come in since – somebody, a day, a host – the party is asked anew. Who is no longer
 * concerned is let go. `content` with the facts of the registers laid over it.
 */
export async function askRequired(
  transaction: Transaction,
  law: Law,
  delegation: Asking & Governed,
  content: Content,
  by: string,
  today: Day,
): Promise<void> {
  const wanted = await wantedOf(transaction, law, delegation, content, today)
  const before = (await everAsked(transaction, delegation.id)).filter(({ required }) => required)
  const asked: Opinion[] = []
  for (const one of wanted) {
    const known = before.find((other) => nameOf(other) === nameOf(one))
    if (known === undefined || (known.answer !== null && stillSpeaksOf(known, one))) {
      if (known?.dropped) await letStand(transaction, known, { ...one, about: known.about })
    } else if (known.answer === null && !known.dropped) {
      await letStand(transaction, known, one)
    } else {
      await askAnew(transaction, known, one, by)
      asked.push({ ...known, due: one.due, askedBodyId: one.askedBodyId })
    }
  }
  const first = wanted.filter((one) => !before.some((other) => nameOf(other) === nameOf(one)))
  const ids = await insertOpinions(transaction, delegation, first, by)
  const stands = new Set(wanted.map(nameOf))
  await letGo(
    transaction,
    delegation.id,
    before.filter((one) => !one.dropped && !stands.has(nameOf(one))),
  )
  for (const one of asked) {
    await settleQuestion(transaction, one.id)
    await tellParty(transaction, { ...delegation, content }, one, today)
  }
  for (const [at, id] of ids.entries()) {
    const one = first[at]
    if (one !== undefined) await tellParty(transaction, { ...delegation, content }, { ...one, id }, today)
  }
}

/** The questions that its procedure has for a dossier. */
async function wantedOf(
  transaction: Transaction,
  law: Law,
  governed: Governed & Pick<Owner, 'rootId'>,
  content: Content,
  today: Day,
): Promise<NewOpinion[]> {
  const asked = askedIn(content, hearingsFor(procedureOf(law, governed, today), content))
  const units = asked.flatMap(({ unit }) => unit ?? [])
  const homes = await homesOf(transaction, { rootId: governed.rootId, content }, units, today)
  return asked.map(({ hearing: { party, silence, days }, partyName, country, unit, members }) => ({
    party,
    partyName,
    country,
    askedBodyId: homes.get(unit ?? '')?.askedBodyId ?? null,
    letterBecause: homes.get(unit ?? '')?.letterBecause ?? null,
    members,
    about: aboutOf(content, { party, country, members }),
    question: '',
    silence,
    required: true,
    due: addWorkingDays(law, governed.jurisdiction, today, days),
  }))
}

/** Whether an answer speaks of the dossier as it is now: a body that is another than the one that answered here has not spoken. */
function stillSpeaksOf({ about, byLetter, askedBodyId }: Opinion, now: NewOpinion): boolean {
  if (!byLetter && askedBodyId !== now.askedBodyId) return false
  return about === null || now.about === null || covers(about, now.about)
}

function nameOf({ party, partyName }: Pick<Opinion, 'party' | 'partyName'>): string {
  return `${party} ${partyName}`
}

async function letGo(transaction: Transaction, delegationId: string, gone: readonly Opinion[]): Promise<void> {
  await dropOpinions(
    transaction,
    delegationId,
    gone.map(({ id }) => id),
  )
  for (const { id } of gone) await settleQuestion(transaction, id)
}

/** Tells whoever speaks for a party here that it is asked; a party that answers by letter is told by letter. */
export async function tellParty(
  transaction: Transaction,
  delegation: Asking & { content: Content },
  { id, party, askedBodyId, country, due }: Pick<Opinion, 'id' | 'party' | 'askedBodyId' | 'country' | 'due'>,
  today: Day,
): Promise<void> {
  const role = SPEAKERS[party]
  // A body that was not found by its name, a mission of no country: nobody speaks for it here.
  if (role === undefined || (party === 'home-body' && askedBodyId === null)) return
  await tellOfQuestion(transaction, delegation, { id, role, bodyId: askedBodyId, country, due }, today)
}
