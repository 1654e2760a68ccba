import { type Body, bodyOn, bodyOnDay } from '../../bodies/index.ts'
import { basisForRoot } from '../../cost-norms/index.ts'
import { ask } from '../../db/question.ts'
import type { Transaction } from '../../db/transaction.ts'
import { type Day, yearOf } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Law } from '../../law/index.ts'
import { collectiveSizes, type PersonFacts, personFacts } from '../../people/index.ts'
import { type PlanFacts, planFacts } from '../../plans/index.ts'
import type { Content } from '../content/content.ts'
import { andFacts, type Fact, PLAN_ITEM } from '../content/facts.ts'
import { estimateFacts } from '../costs/estimate-facts.ts'
import { type Declarations, declarationFacts } from '../declarations/standing.ts'
import { dayAt, itemsAt, linkedMembers } from '../edit/projection.ts'
import type { DelegationState } from '../workflow.ts'
import { memberFacts } from './of-members.ts'
import { facts, said } from './said.ts'
import { kinAmong, tripsUnderWay } from './store.ts'

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
 * What the registers know of a dossier on a day: the sender, each member from the register with posts, kin among the members and
 * trips of the year of departure, the sizes of the collectives of sender and members, the plan with the line that is linked, if
 * one is, and what is left of its travel line. What they do not know, or the caller does not reach, is left to be typed.
 */
export async function factsOf(transaction: Transaction, law: Law, asked: Asked, today: Day): Promise<Fact[]> {
  const year = yearOf(dayAt(asked.content, 'trip/departure') ?? today)
  const day = yearOf(today) === year ? today : yearOf(today) < year ? `${year}-01-01` : `${year}-12-31`
  const { content } = asked
  const days = { normsOn: dayAt(content, 'trip/departure') ?? today, ratesOn: decidedOn(asked) ?? today }
  const linked = linkedMembers(content)
  const ids = linked.map(({ personId }) => personId)
  const { stands, people, collectives, plan, basis, kin, underWay } = await ask(transaction, {
    stands: bodyOnDay(asked.bodyId, today),
    people: personFacts(law.data, ids, day),
    collectives: collectiveSizes(asked.bodyId, ids, day),
    plan: planFacts(asked.bodyId, year, asked.planLine),
    basis: basisForRoot(asked.rootId, days),
    kin: kinAmong(ids),
    underWay: tripsUnderWay(ids, asked.id, year),
  })
  // The sender as it stands today, or where it stands no more, on the day of the facts.
  const body = stands ?? (await bodyOn(transaction, asked.bodyId, day))
  const known = [
    ...(body === undefined ? [] : senderFacts(body, today)),
    ...(await memberFacts(transaction, { dossierId: asked.id, content, linked, people, kin, underWay }, day)),
    ...collectiveFacts(content, unitsOf(asked.bodyId, body, people), collectives, day),
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

/** The sender, and the bodies of its members from the register: their ids by their names, since a unit has one size. */
function unitsOf(
  bodyId: string,
  body: Body | undefined,
  people: ReadonlyMap<string, PersonFacts>,
): ReadonlyMap<string, string> {
  const units = new Map<string, string>()
  for (const person of people.values()) {
    const { unit, bodyId: id } = person
    if (unit !== undefined && id !== undefined && id !== bodyId) units.set(unit, id)
  }
  return body === undefined ? units : units.set(body.name, bodyId)
}

/** The size of the collective of each of these units, in the entry of the unit where the dossier has one. */
function collectiveFacts(
  content: Content,
  units: ReadonlyMap<string, string>,
  sizes: ReadonlyMap<string, number>,
  day: Day,
): Fact[] {
  const source = said('Tập thể lãnh đạo trong danh bạ', 'Collective leadership by the register', day)
  const entries = itemsAt(content, 'leadership')
  return [...units].flatMap(([unit, bodyId]): Fact[] => {
    const size = sizes.get(bodyId)
    if (size === undefined) return []
    const entry = entries.find((one) => one.unit === unit)
    if (entry) return [{ at: `leadership/${String(entry.key)}/size`, value: size, source }]
    return [{ at: `leadership/${bodyId}`, value: { key: bodyId, unit, size }, source }]
  })
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
