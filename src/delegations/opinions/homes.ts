import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import type { Content } from '../content/content.ts'
import { linkedMembers } from '../edit/projection.ts'
import { membersByUnit } from './hearing.ts'
import { bodiesNamed, homesOfMembers, type NewOpinion } from './store.ts'

/** The body that is asked for its consent; where none is, why it answers by letter. */
export type Home = Pick<NewOpinion, 'askedBodyId' | 'letterBecause'>

/**
 * The bodies to be asked about the travellers of these units, by the name of the unit. Where somebody is linked to the register, it
 * is the body in which they are; somebody entered by hand is of the body of the same root that bears the name, if exactly one does.
 * Names are not unique: whoever is asked sees the dossier, so that nobody is asked by a name that may be another's.
 */
export async function homesOf(
  transaction: Transaction,
  { rootId, content }: { rootId: string; content: Content },
  units: readonly string[],
  today: Day,
): Promise<Map<string, Home>> {
  const linked = linkedMembers(content)
  const [registered, named] = await Promise.all([
    homesOfMembers(
      transaction,
      linked.map(({ personId }) => personId),
      today,
    ),
    bodiesNamed(transaction, rootId, units, today),
  ])
  const members = membersByUnit(content)
  const personOf = new Map(linked.map(({ key, personId }) => [key, personId]))
  return new Map(
    units.map((unit) => {
      const homes = (members.get(unit) ?? []).map((key) => registered.get(personOf.get(key) ?? ''))
      return [unit, homeOf(homes, named.get(unit) ?? [])]
    }),
  )
}

/** The one body of these members: where each is by the register, or undefined; and the bodies that bear the name. Pure. */
export function homeOf(homes: readonly (string | undefined)[], named: readonly string[]): Home {
  const known = new Set(homes.filter((home) => home !== undefined))
  const byName = homes.length === 0 || homes.includes(undefined)
  if (byName) {
    const [only] = named
    if (only === undefined) return letter('no-body')
    if (named.length > 1) return letter('several-bodies')
    known.add(only)
  }
  const [body = null] = known
  return known.size > 1 ? letter('several-homes') : { askedBodyId: body, letterBecause: null }
}

function letter(letterBecause: NonNullable<Home['letterBecause']>): Home {
  return { askedBodyId: null, letterBecause }
}
