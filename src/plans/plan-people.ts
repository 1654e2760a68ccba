import { ask } from '../db/question.ts'
import type { Transaction } from '../db/transaction.ts'
import { type Day, yearOf } from '../kernel/day.ts'
import type { Law } from '../law/law.ts'
import { type PersonFacts, personFacts } from '../people/index.ts'
import type { PlanPerson } from './answers.ts'
import { itemsOfPlans } from './items/store.ts'
import { noPlan } from './refusals.ts'
import { findPlan } from './store.ts'

/**
 * What the register knows of people for a plan of a year, by id; people out of reach are left out. Their trips are those
 * that the ledger knows from elsewhere: the plan's own lines (`ownLines`, by `originId`) are counted from the lines.
 */
export async function planPeople(
  transaction: Transaction,
  law: Law,
  personIds: readonly string[],
  year: number,
  ownLines: ReadonlySet<string>,
  today: Day,
): Promise<PlanPerson[]> {
  const { facts } = await ask(transaction, {
    facts: personFacts(law.data, [...new Set(personIds)], dayInYear(year, today)),
  })
  return [...facts.values()].map((person) => planPersonOf(person, year, ownLines))
}

/** The day of a year on which a plan looks at people and bodies: today, or the day of the year nearest to it. */
export function dayInYear(year: number, today: Day): Day {
  if (yearOf(today) === year) return today
  return yearOf(today) < year ? `${year}-01-01` : `${year}-12-31`
}

function planPersonOf(person: PersonFacts, year: number, ownLines: ReadonlySet<string>): PlanPerson {
  return {
    id: person.id,
    name: person.name,
    post: person.position ?? '',
    unit: person.unit ?? '',
    leader: person.leader,
    keyLeader: person.keyLeader,
    collective: person.collective,
    ...(person.managedBy == null ? {} : { managedBy: person.managedBy }),
    ...(person.rank === undefined ? {} : { rank: person.rank }),
    ...(person.retiresOn === undefined ? {} : { retiresOn: person.retiresOn }),
    trips: person.trips.trips
      .filter(({ state, source }) => state !== 'cancelled' && !ownLines.has(source.id))
      .map(({ departsOn, title }) => ({ departure: departsOn ?? `${year}-01-01`, title })),
  }
}

/** Facts of people who are picked into a line of this plan. */
export async function peopleOfPlan(
  transaction: Transaction,
  law: Law,
  planId: string,
  personIds: readonly string[],
  today: Day,
): Promise<PlanPerson[]> {
  const plan = await findPlan(transaction, planId)
  if (plan === undefined) throw noPlan()
  const own = new Set((await itemsOfPlans(transaction, [planId])).map(({ originId }) => originId))
  return planPeople(transaction, law, personIds, plan.year, own, today)
}
