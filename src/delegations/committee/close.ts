import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { refuseMarkings } from '../../kernel/markings.ts'
import { refuseOwn } from '../steps/refuse-own.ts'
import { findDelegation } from '../store.ts'
import { refuseTiedOfficer } from './officers.ts'
import { openCommittee } from './open.ts'
import { standingOf } from './standing.ts'
import { callOffRow, closeRow, laidBefore, membersOf } from './store.ts'
import { tellOver } from './tell.ts'

/**
 * Closes the minutes: each dossier with its votes and their sums is kept as it then is, and nothing changes any more. For the
 * chair, once the day of the meeting has come. Throws where it is over already, or the chair is tied to one of them.
 */
export async function closeCommittee(
  transaction: Transaction,
  actor: Actor,
  { id, remarks }: { id: string; remarks: string },
  today: Day,
): Promise<void> {
  const committee = await openCommittee(transaction, id)
  const members = await membersOf(transaction, [id])
  const chair = members.find(({ part }) => part === 'chair')
  if (chair === undefined || chair.accountId !== actor.accountId) throw onlyChair(chair?.name ?? '')
  if (committee.on > today) throw tooSoon(committee.on)
  await refuseTiedOfficer(transaction, committee, chair, today)
  refuseMarkings([remarks])
  const minutes = await standingOf(transaction, committee, today)
  await closeRow(transaction, id, { by: actor.name ?? '', remarks, minutes })
  await tellOver(transaction, actor, committee, members, 'committee.closed', today)
  await record(transaction, actor, {
    action: 'committee.closed',
    subject: { kind: 'committee', id, name: formatDay(committee.on) },
    bodyId: committee.rootId,
    rootId: committee.rootId,
    after: { outcomes: minutes.map(({ code, outcome, counts }) => ({ code, outcome, counts })) },
  })
}

/**
 * Calls a committee off before its minutes are closed, with the reason. Throws where it is over already, or one of its dossiers is
 * the examiner's own.
 */
export async function callOffCommittee(
  transaction: Transaction,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
  today: Day,
): Promise<void> {
  const committee = await openCommittee(transaction, id)
  await refuseOwnAmong(transaction, actor, id, today)
  const members = await membersOf(transaction, [id])
  refuseMarkings([reason])
  await callOffRow(transaction, id, { by: actor.name ?? '', reason })
  await tellOver(transaction, actor, committee, members, 'committee.called-off', today)
  await record(transaction, actor, {
    action: 'committee.called-off',
    subject: { kind: 'committee', id, name: formatDay(committee.on) },
    bodyId: committee.rootId,
    rootId: committee.rootId,
    ground: reason,
  })
}

async function refuseOwnAmong(transaction: Transaction, actor: Actor, id: string, today: Day): Promise<void> {
  for (const { id: dossierId } of await laidBefore(transaction, [id])) {
    const delegation = await findDelegation(transaction, dossierId)
    if (delegation !== undefined) await refuseOwn(transaction, actor, delegation, today)
  }
}

function onlyChair(name: string): Refused {
  return new Refused({
    vi: `Chỉ chủ tịch hội đồng (${name}) kết thúc biên bản. Hãy đề nghị người đó.`,
    en: `Only the chair (${name}) closes the minutes. Ask them.`,
  })
}

function tooSoon(on: Day): Refused {
  return new Refused({
    vi: `Phiên họp ngày ${formatDay(on)} chưa diễn ra nên chưa kết thúc biên bản được. Nếu không họp nữa, hãy hủy phiên họp.`,
    en: `The committee meets on ${on}: its minutes are not closed before. If it does not meet, call it off.`,
  })
}
