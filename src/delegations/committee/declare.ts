import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { fault, Invalid } from '../../kernel/errors.ts'
import { refuseMarkings } from '../../kernel/markings.ts'
import { memberSpokenFor, openCommittee } from './open.ts'
import { type Conflict, insertDeclaration, laidBefore, type Paper } from './store.ts'

/**
 * Keeps what a member declares: no conflict of interest, or with which dossiers and why. What was once declared keeps them from
 * the vote on it for good. Throws where the committee is over, or somebody speaks for somebody else.
 */
export async function declareConflicts(
  transaction: Transaction,
  actor: Actor,
  said: { id: string; member: string; conflicts: Conflict[]; paper?: Paper | undefined },
  today: Day,
): Promise<void> {
  const committee = await openCommittee(transaction, said.id)
  const member = await memberSpokenFor(transaction, actor, committee, said, today)
  const laid = new Set((await laidBefore(transaction, [committee.id])).map(({ id }) => id))
  refuseMarkings([said.conflicts.map(({ note }) => note), said.paper?.number])
  const faults = said.conflicts.flatMap(({ dossierId, kind, note }, at) => [
    ...(laid.has(dossierId)
      ? []
      : [fault(`conflicts[${at}].dossierId`, 'không có trong phiên họp này', 'is not before this committee')]),
    ...(kind === 'other' && note === ''
      ? [
          fault(
            `conflicts[${at}].note`,
            'lý do «khác» thì cần nêu rõ',
            'the reason “other” needs a word of explanation',
          ),
        ]
      : []),
  ])
  if (faults.length > 0) throw new Invalid(faults)
  await insertDeclaration(transaction, committee, {
    memberId: member.id,
    conflicts: said.conflicts,
    paper: said.paper ?? null,
    by: actor.name ?? '',
  })
  await record(transaction, actor, {
    action: 'committee.declared',
    subject: { kind: 'committee', id: committee.id, name: formatDay(committee.on) },
    bodyId: committee.rootId,
    rootId: committee.rootId,
    after: { member: member.name, conflicts: said.conflicts.map(({ dossierId, kind }) => ({ dossierId, kind })) },
    ground: said.paper && `${said.paper.number}, ${formatDay(said.paper.on)}`,
  })
}
