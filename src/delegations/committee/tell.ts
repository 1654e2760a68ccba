import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { accountsReaching } from '../../identity/index.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { settle, tell } from '../../notices/index.ts'
import type { Committee, Member } from './store.ts'

type Told = Pick<Committee, 'id' | 'on'>

/** How a committee is called in a notice: by its day, and by nothing else. */
function codeOfCommittee({ on }: Told): string {
  return `HĐ ${formatDay(on)}`
}

const path = ({ id }: Told) => `/hoi-dong/${id}`

/** Tells the members who have accounts that they are asked to declare and to vote; each about the own seat. */
export async function tellMembers(
  transaction: Transaction,
  actor: Actor,
  committee: Told,
  members: readonly Member[],
): Promise<void> {
  for (const { id, accountId, part } of members) {
    if (accountId === null || accountId === actor.accountId) continue
    await tell(transaction, {
      recipients: [accountId],
      kind: 'asks',
      subject: { kind: 'committee-seat', id, code: codeOfCommittee(committee) },
      what: part === 'secretary' ? 'committee.keep' : 'committee.sit',
      due: committee.on,
      path: path(committee),
    })
  }
}

/** A member has voted on all they had to: nobody is reminded of it. */
export function settleSeat(transaction: Transaction, memberId: string): Promise<void> {
  return settle(transaction, { kind: 'committee-seat', id: memberId })
}

/** The committee is over: nothing is asked of its members any more; they and the examiners are told. */
export async function tellOver(
  transaction: Transaction,
  actor: Actor,
  committee: Told & Pick<Committee, 'rootId'>,
  members: readonly Member[],
  what: 'committee.closed' | 'committee.called-off',
  today: Day,
): Promise<void> {
  for (const { id } of members) await settleSeat(transaction, id)
  const { rootId } = committee
  const examiners = await accountsReaching(transaction, 'dossiers.examine', { bodyId: rootId, rootId }, today)
  const seated = members.flatMap(({ accountId }) => accountId ?? [])
  await tell(transaction, {
    recipients: [...examiners, ...seated].filter((id) => id !== actor.accountId),
    kind: 'tells',
    subject: { kind: 'committee', id: committee.id, code: codeOfCommittee(committee) },
    what,
    path: path(committee),
  })
}
