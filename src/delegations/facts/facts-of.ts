import { type Body, bodyOn, bodyOnDay } from '../../bodies/index.ts'
import { basisForRoot } from '../../cost-norms/index.ts'
import { ask } from '../../db/question.ts'
import type { Transaction } from '../../db/transaction.ts'
import { type Day, formatDay, yearOf } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Law } from '../../law/index.ts'
import { collectiveSize, type PersonFacts, personFacts, type Trip } from '../../people/index.ts'
import { type PlanFacts, planFacts } from '../../plans/index.ts'
import type { Content } from '../content/content.ts'
import { andFacts, type Fact, PLAN_ITEM } from '../content/facts.ts'
import type { Json } from '../content/json.ts'
import { estimateFacts } from '../costs/estimate-facts.ts'
import { type Declarations, declarationFacts } from '../declarations/standing.ts'
import { dayAt, itemsAt, linkedMembers } from '../edit/projection.ts'
import { type Elsewhere, membersElsewhere } from '../members/store.ts'
import type { DelegationState } from '../workflow.ts'

/** The dossier about which the registers are asked. */
export interface Asked {
  id: string
  rootId: string
  bodyId: string
  planLine: string | null
  content: Content
  /** The decision that stands, and whether it is being changed. */
  state?: DelegationState
  document?: { on: Day } | null
  /** What its members have declared. */
  declarations?: Declarations
}

/**
 * What the registers know of a dossier on a day: the sender, each member from the register with posts and trips of the year
 * of departure, the size of the sender's collective, the plan with the line that is linked, if one is, and what is left of its
 * travel line. What they do not know, or the caller does not reach, is left to be typed.
 */
export async function factsOf(transaction: Transaction, law: Law, asked: Asked, today: Day): Promise<Fact[]> {
  const year = yearOf(dayAt(asked.content, 'trip/departure') ?? today)
  const day = yearOf(today) === year ? today : yearOf(today) < year ? `${year}-01-01` : `${year}-12-31`
  const { content } = asked
  const days = { normsOn: dayAt(content, 'trip/departure') ?? today, ratesOn: decidedOn(asked) ?? today }
  const linked = linkedMembers(content)
  const { stands, people, collective, plan, basis } = await ask(transaction, {
    stands: bodyOnDay(asked.bodyId, today),
    people: personFacts(
      law.data,
      linked.map(({ personId }) => personId),
      day,
    ),
    collective: collectiveSize(asked.bodyId, day),
    plan: planFacts(asked.bodyId, year, asked.planLine),
    basis: basisForRoot(asked.rootId, days),
  })
  // The sender as it stands today, or where it stands no more, on the day of the facts.
  const body = stands ?? (await bodyOn(transaction, asked.bodyId, day))
  const known = [
    ...(body === undefined ? [] : senderFacts(body, today)),
    ...(await memberFacts(transaction, { dossierId: asked.id, linked, people }, day)),
    ...(body === undefined ? [] : collectiveFacts(asked, body, collective, day)),
    ...planFactsOf(plan),
    ...declarationFacts(content, asked.declarations ?? NOBODY_SIGNS, decidedOn(asked) ?? today),
  ]
  return andFacts(content, known, estimateFacts(basis, content, known, days))
}

/** The day of the decision that stands, if one does. */
function decidedOn({ state, document }: Asked): Day | undefined {
  return state !== undefined && DECIDED.has(state) ? document?.on : undefined
}

const NOBODY_SIGNS: Declarations = { signed: [], signers: [] }

/** States in which the decision stands as it was taken. */
const DECIDED: ReadonlySet<DelegationState> = new Set(['approved', 'cancelled'])

function senderFacts(body: Body, day: Day): Fact[] {
  const source = said('Sổ cơ quan', 'Register of bodies', day)
  const { name, jurisdiction, level, bloc, locality } = body
  const values = { unit: name, jurisdiction, level, bloc, locality }
  return facts('sender', values, source)
}

interface Members {
  dossierId: string
  linked: ReturnType<typeof linkedMembers>
  people: ReadonlyMap<string, PersonFacts>
}

async function memberFacts(
  transaction: Transaction,
  { dossierId, linked, people }: Members,
  day: Day,
): Promise<Fact[]> {
  const unknown = linked.map(({ personId }) => personId).filter((one) => !people.has(one))
  const elsewhere = await membersElsewhere(transaction, unknown, day)
  return linked.flatMap(({ key, personId }) => {
    const person = people.get(personId)
    if (person !== undefined) return factsOfPerson(`members/${key}`, person, dossierId, day)
    const other = elsewhere.get(personId)
    return other === undefined ? [] : factsElsewhere(`members/${key}`, other, day)
  })
}

/** Of somebody of another body the unit learns name, post and body; all else the register tells those who examine. */
function factsElsewhere(at: string, { name, postTitle, bodyName }: Elsewhere, day: Day): Fact[] {
  const source = said('Danh bạ cán bộ của cơ quan khác', 'Register of people of another body', day)
  return facts(at, { name, position: postTitle, unit: bodyName }, source)
}

function factsOfPerson(at: string, person: PersonFacts, dossierId: string, day: Day): Fact[] {
  const { name, position, unit, leader, keyLeader, collective, managedBy, rank, retiresOn, trips } = person
  const values = { name, position, unit, leader, keyLeader, collective, managedBy, rank, retiresOn }
  const others = trips.trips.filter(({ source }) => source.id !== dossierId).flatMap(tripEntry)
  return [
    ...facts(at, values, said('Danh bạ cán bộ', 'Register of people', day)),
    {
      at: `${at}/tripsThisYear`,
      value: others,
      source: said(`Sổ chuyến đi năm ${trips.year}`, `Ledger of trips of ${trips.year}`, day),
    },
  ]
}

const TRIP_STATUS = { approved: 'approved', done: 'completed', cancelled: 'cancelled' } as const

/** A trip of the ledger as the contract lists it; what is merely planned is no trip yet. */
function tripEntry({ id, state, title, departsOn }: Trip): Json[] {
  if (state === 'planned' || departsOn === null) return []
  return [{ key: id, departure: departsOn, title, status: TRIP_STATUS[state], official: true }]
}

/** The size of the sender's collective, in the entry of the unit where the dossier has one. */
function collectiveFacts({ bodyId, content }: Asked, body: Body, size: number, day: Day): Fact[] {
  if (size === 0) return []
  const source = said('Tập thể lãnh đạo trong danh bạ', 'Collective leadership by the register', day)
  const entry = itemsAt(content, 'leadership').find(({ unit }) => unit === body.name)
  if (entry) return [{ at: `leadership/${String(entry.key)}/size`, value: size, source }]
  return [{ at: `leadership/${bodyId}`, value: { key: bodyId, unit: body.name, size }, source }]
}

function planFactsOf(plan: PlanFacts | undefined): Fact[] {
  // A plan that was never entered here may still be there on paper: that is for the unit to state.
  if (plan === undefined) return []
  const { year, approved, hasTravelLine, line, travelBudgetLeft } = plan
  const source: Bilingual = { vi: `Kế hoạch đối ngoại năm ${year}`, en: `Yearly plan of ${year}` }
  return [
    ...facts(
      'plan',
      {
        year,
        approved,
        hasTravelLine,
        travelBudgetLeft: travelBudgetLeft === undefined ? undefined : { amount: travelBudgetLeft, currency: 'VND' },
      },
      source,
    ),
    // Only a line that is linked is one: without it the trip is outside the plan, whatever was typed or came with a file.
    { at: PLAN_ITEM, value: line?.originId ?? null, source },
  ]
}

function facts(at: string, values: Record<string, Json | undefined>, source: Bilingual): Fact[] {
  return Object.entries(values).flatMap(([name, value]) =>
    value === undefined || value === null ? [] : [{ at: `${at}/${name}`, value, source }],
  )
}

function said(vi: string, en: string, day: Day): Bilingual {
  return { vi: `${vi}, ngày ${formatDay(day)}`, en: `${en}, ${day}` }
}
