import type { Scope } from '../../db/scope.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { findReached } from '../reached.ts'
import { type Hinted, type KinHint, kinHints } from './hints.ts'
import { findHomes, findRelatives } from './store.ts'

/** Far more pairs than anybody asks about. */
const MOST_HINTS = 100

/**
 * Which of these members may be relatives though they have not declared it. Of people whom the caller does not reach by `within` –
 * the reach of whoever may read the register – neither home nor relatives are looked at.
 */
export async function hintAtKin(
  transaction: Transaction,
  members: readonly Pick<Hinted, 'key' | 'name' | 'personId'>[],
  { within, today }: { within: Scope; today: Day },
): Promise<KinHint[]> {
  const linked = members.flatMap(({ personId }) => personId ?? [])
  const people = new Map((await findReached(transaction, linked, within, today)).map((one) => [one.id, one]))
  const homes = await findHomes(transaction, [...people.keys()])
  const declared = await findRelatives(transaction, [...people.keys()])
  const hinted = members.map((member): Hinted => {
    const person = people.get(member.personId ?? '')
    return {
      ...member,
      name: person?.name ?? member.name,
      reached: member.personId === null || person !== undefined,
      home: homes.get(person?.id ?? '') ?? null,
      relatives: declared.filter(({ personId }) => personId === person?.id),
    }
  })
  return kinHints(hinted).slice(0, MOST_HINTS)
}
