import { type Body, bodyOn } from '../../bodies/index.ts'
import { basisForRoot } from '../../cost-norms/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { type Day, formatDay, yearOf } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Law } from '../../law/index.ts'
import { collectiveSize, type PersonFacts, personFacts, type Trip } from '../../people/index.ts'
import { planFacts } from '../../plans/index.ts'
import type { Content } from '../content/content.ts'
import { type Fact, PLAN_ITEM } from '../content/facts.ts'
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
  const [body, members, collective, plan, basis] = await Promise.all([
    senderOn(transaction, asked.bodyId, today, day),
    memberFacts(transaction, law, asked, day),
    collectiveSize(transaction, asked.bodyId, day),
    planFactsOf(transaction, asked, year),
    basisForRoot(transaction, asked.rootId, days),
  ])
  const known = [
    ...(body === undefined ? [] : senderFacts(body, today)),
    ...members,
    ...(body === undefined ? [] : collectiveFacts(asked, body, collective, day)),
    ...plan,
    ...declarationFacts(content, asked.declarations ?? NOBODY_SIGNS, decidedOn(asked) ?? today),
  ]
  return [...known, ...estimateFacts(basis, content, known, days)]
}

/** The day of the decision that stands, if one does. */
function decidedOn({ state, document }: Asked): Day | undefined {
  return state !== undefined && DECIDED.has(state) ? document?.on : undefined
}

const NOBODY_SIGNS: Declarations = { signed: [], signers: [] }

/** States in which the decision stands as it was taken. */
const DECIDED: ReadonlySet<DelegationState> = new Set(['approved', 'cancelled'])

/** The sender as it stands today, or where it stands no more, on the day of the facts. */
async function senderOn(transaction: Transaction, id: string, today: Day, day: Day): Promise<Body | undefined> {
  return (await bodyOn(transaction, id, today)) ?? (await bodyOn(transaction, id, day))
}

function senderFacts(body: Body, day: Day): Fact[] {
  const source = said('Sổ cơ quan', 'Register of bodies', day)
  const { name, jurisdiction, level, bloc, locality } = body
  const values = { unit: name, jurisdiction, level, bloc, locality }
  return facts('sender', values, source)
}

async function memberFacts(transaction: Transaction, law: Law, { id, content }: Asked, day: Day): Promise<Fact[]> {
  const linked = linkedMembers(content)
  if (linked.length === 0) return []
  const ids = linked.map(({ personId }) => personId)
  const people = await personFacts(transaction, law.data, ids, day)
  const elsewhere = await membersElsewhere(
    transaction,
    ids.filter((one) => !people.has(one)),
    day,
  )
  return linked.flatMap(({ key, personId }) => {
    const person = people.get(personId)
    if (person !== undefined) return factsOfPerson(`members/${key}`, person, id, day)
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

async function planFactsOf(transaction: Transaction, { bodyId, planLine }: Asked, year: number): Promise<Fact[]> {
  const plan = await planFacts(transaction, bodyId, year, planLine)
  // A plan that was never entered here may still be there on paper: that is for the unit to state.
  if (plan === undefined) return []
  const source: Bilingual = { vi: `Kế hoạch đối ngoại năm ${year}`, en: `Yearly plan of ${year}` }
  const { approved, hasTravelLine, line, travelBudgetLeft } = plan
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
