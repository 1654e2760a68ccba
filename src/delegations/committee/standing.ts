import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { codeOf, type DelegationRow, findDelegation } from '../store.ts'
import { barsOf } from './barred.ts'
import type { CommitteeDossier } from './contract.ts'
import {
  type Committee,
  declarationsOf,
  type LaidDossier,
  laidBefore,
  type Member,
  membersOf,
  votesOf,
} from './store.ts'
import { tallyOf } from './votes.ts'

/** How each dossier stands before a committee: who has no vote on it, the votes that count, and what they come to. */
export async function standingOf(
  transaction: Transaction,
  { id }: Pick<Committee, 'id'>,
  today: Day,
): Promise<CommitteeDossier[]> {
  const [members, laid, declarations, votes] = await Promise.all([
    membersOf(transaction, [id]),
    laidBefore(transaction, [id]),
    declarationsOf(transaction, id),
    votesOf(transaction, id),
  ])
  const voting = members.filter(hasVote)
  const found: CommitteeDossier[] = []
  for (const one of laid) {
    const delegation = await findDelegation(transaction, one.id)
    if (delegation === undefined) continue
    const bars = await barsOf(transaction, voting, delegation, declarations, today)
    const free = voting.filter((member) => !bars.has(member.id))
    const cast = free.flatMap((member) => {
      const vote = votes.find(({ memberId, dossierId }) => memberId === member.id && dossierId === one.id)
      return vote === undefined ? [] : [{ member, vote }]
    })
    const { outcome, ...sums } = tallyOf(
      cast.map(({ vote }) => vote.answer),
      voting.length,
      one.rule,
    )
    const standing = stillStands(delegation, one)
    found.push({
      id: one.id,
      code: codeOf(one),
      title: one.title,
      sender: delegation.bodyName,
      standing,
      rule: one.rule,
      barred: voting.flatMap(({ id, name }) => {
        const bar = bars.get(id)
        return bar === undefined ? [] : [{ member: id, name, ...bar }]
      }),
      votes: cast.map(({ member, vote: { answer, note, paper } }) => ({
        member: member.id,
        name: member.name,
        organisation: member.organisation,
        answer,
        note,
        paper,
      })),
      ...sums,
      outcome: standing ? outcome : 'lapsed',
    })
  }
  return found
}

/** The secretary enters what others have signed, and has no vote. */
export function hasVote({ part }: Pick<Member, 'part'>): boolean {
  return part !== 'secretary'
}

/** Whether a dossier may still be voted on: it is examined, and is what was laid before the committee. */
export function stillStands({ state }: Pick<DelegationRow, 'state'>, { same }: Pick<LaidDossier, 'same'>): boolean {
  return state === 'examining' && same
}
