import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { Invalid, Refused } from '../../kernel/errors.ts'
import { refuseMarkings } from '../../kernel/markings.ts'
import { codeOf, findDelegation } from '../store.ts'
import { barsOf } from './barred.ts'
import { memberSpokenFor, openCommittee } from './open.ts'
import { hasVote, stillStands } from './standing.ts'
import { declarationsOf, insertVote, laidBefore, type Member, type Paper, votesOf } from './store.ts'
import { settleSeat } from './tell.ts'
import type { Vote } from './votes.ts'

/** A vote as it is given. */
export interface Voting {
  id: string
  member: string
  dossierId: string
  answer: Vote
  note: string
  paper?: Paper | undefined
}

/** Votes that say why. */
const EXPLAINED: ReadonlySet<Vote> = new Set(['approve-with-cuts', 'postpone', 'refuse'])

/**
 * Keeps the vote of a member on a dossier; a later one counts in its place until the minutes are closed. Throws for whoever has
 * not declared, is barred or has no vote, and where the dossier is no more what was laid before the committee.
 */
export async function castVote(transaction: Transaction, actor: Actor, said: Voting, today: Day): Promise<void> {
  const committee = await openCommittee(transaction, said.id)
  const member = await memberSpokenFor(transaction, actor, committee, said, today)
  if (!hasVote(member)) throw noVote()
  const laid = await laidBefore(transaction, [committee.id])
  const dossier = laid.find(({ id }) => id === said.dossierId)
  const delegation = await findDelegation(transaction, said.dossierId)
  if (dossier === undefined || delegation === undefined) throw notLaid()
  const declarations = await declarationsOf(transaction, committee.id)
  if (!declarations.some(({ memberId }) => memberId === member.id)) throw undeclared(member)
  if (!stillStands(delegation, dossier)) throw lapsed(codeOf(delegation))
  const bars = await barsOf(transaction, [member], delegation, declarations, today)
  if (bars.has(member.id)) throw isBarred(member, codeOf(delegation))
  if (EXPLAINED.has(said.answer) && said.note === '') throw noteNeeded()
  refuseMarkings([said.note, said.paper?.number])
  await insertVote(transaction, committee, {
    memberId: member.id,
    dossierId: said.dossierId,
    answer: said.answer,
    note: said.note,
    paper: said.paper ?? null,
    by: actor.name ?? '',
  })
  const voted = new Set(
    (await votesOf(transaction, committee.id))
      .filter(({ memberId }) => memberId === member.id)
      .map(({ dossierId }) => dossierId),
  )
  if (laid.every(({ id }) => voted.has(id))) await settleSeat(transaction, member.id)
  // How somebody voted is learnt from the minutes, not from the trail before them.
  await record(transaction, actor, {
    action: 'committee.voted',
    subject: { kind: 'committee', id: committee.id, name: formatDay(committee.on) },
    bodyId: committee.rootId,
    rootId: committee.rootId,
    after: { member: member.name, dossier: codeOf(delegation) },
    ground: said.paper && `${said.paper.number}, ${formatDay(said.paper.on)}`,
  })
}

function noVote(): Refused {
  return new Refused({
    vi: 'Thư ký không biểu quyết: thư ký ghi biên bản và nhập bản giấy của thành viên ngoài.',
    en: 'The secretary has no vote: the secretary keeps the minutes and enters the papers of those from outside.',
  })
}

function notLaid(): Invalid {
  const message = { vi: 'không có trong phiên họp này', en: 'is not before this committee' }
  return new Invalid([{ path: 'dossierId', message }])
}

function undeclared({ name }: Member): Refused {
  return new Refused({
    vi: `${name} chưa kê khai xung đột lợi ích. Hãy kê khai trước (không có thì kê khai là không có), rồi biểu quyết.`,
    en: `${name} has not declared whether there is a conflict of interest. Declare first, also where there is none, then vote.`,
  })
}

function isBarred({ name }: Member, code: string): Refused {
  return new Refused({
    vi: `${name} không biểu quyết về hồ sơ ${code}: có xung đột lợi ích (việc của mình, của người thân, của cơ quan mình, của người mà mình làm thay, hoặc đã tự kê khai).`,
    en: `${name} has no vote on ${code}: there is a conflict of interest (their own affair, that of kin, of their body or of whom they stand in for, or declared).`,
  })
}

function lapsed(code: string): Refused {
  return new Refused({
    vi: `Hồ sơ ${code} không còn đang thẩm định, hoặc đã sửa từ khi đưa ra hội đồng: phiên họp này không biểu quyết về hồ sơ đó nữa. Khi hồ sơ được thẩm định lại, hãy triệu tập phiên họp mới.`,
    en: `${code} is not under examination any more, or has changed since it was laid before the committee: this one votes on it no more. When it is examined again, convene another.`,
  })
}

function noteNeeded(): Invalid {
  return new Invalid([
    {
      path: 'note',
      message: {
        vi: 'ý kiến này cần nêu lý do (cắt giảm gì, lùi vì sao, không đồng ý vì sao)',
        en: 'this answer needs its reason: what to cut, why to postpone, why to refuse',
      },
    },
  ])
}
