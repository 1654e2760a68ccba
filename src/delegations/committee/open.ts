import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, dayInVietnam, formatDay } from '../../kernel/day.ts'
import { Conflict, Invalid, NotFound, Refused } from '../../kernel/errors.ts'
import { refuseTiedOfficer } from './officers.ts'
import { type Committee, findCommittee, lockOpen, type Member, membersOf, type Paper } from './store.ts'

/** A committee that may still be worked with, locked until the transaction ends. Throws where there is none, or it is over. */
export async function openCommittee(transaction: Transaction, id: string): Promise<Committee> {
  const committee = await findCommittee(transaction, id)
  if (committee === undefined) throw noCommittee()
  if (committee.closed === null && committee.calledOff === null && (await lockOpen(transaction, id))) return committee
  const now = (await findCommittee(transaction, id)) ?? committee
  // What is open and cannot be locked is not theirs to change.
  throw now.closed === null && now.calledOff === null ? notSeated() : isOver(now)
}

function notSeated(): Refused {
  return new Refused({
    vi: 'Bạn không phải thành viên hội đồng này nên không kê khai, biểu quyết hay kết thúc biên bản được. Hãy đề nghị người triệu tập nếu cần tham gia.',
    en: 'You do not sit on this committee, so you neither declare nor vote nor close its minutes. Ask whoever convened it if you should.',
  })
}

export function noCommittee(): NotFound {
  return new NotFound({
    vi: 'Không có phiên họp hội đồng này, hoặc phiên họp nằm ngoài phạm vi của bạn.',
    en: 'There is no such committee, or it is outside your scope.',
  })
}

function isOver({ closed, calledOff }: Committee): Conflict {
  const over = closed ?? calledOff
  const by = over === null ? '' : ` (${over.by}, ${formatDay(dayInVietnam(new Date(over.at)))})`
  const words =
    calledOff === null
      ? { vi: 'biên bản đã kết thúc', en: 'its minutes were closed' }
      : { vi: 'phiên họp đã hủy', en: 'it was called off' }
  return new Conflict({
    vi: `Không thay đổi được: ${words.vi}${by}. Nếu cần xem xét lại, hãy triệu tập một phiên họp mới.`,
    en: `Nothing changes any more: ${words.en}${by}. Convene another committee to look at it again.`,
  })
}

/** The member of a committee by id, where the one who acts speaks for them: for oneself, or as its secretary by a signed paper. */
export async function memberSpokenFor(
  transaction: Transaction,
  actor: Actor,
  committee: Committee,
  { member: id, paper }: { member: string; paper?: Paper | undefined },
  today: Day,
): Promise<Member> {
  const members = await membersOf(transaction, [committee.id])
  const member = members.find((one) => one.id === id)
  if (member === undefined) {
    throw new Invalid([
      { path: 'member', message: { vi: 'không phải thành viên hội đồng này', en: 'is no member of this committee' } },
    ])
  }
  if (member.accountId !== null) {
    if (member.accountId !== actor.accountId) throw notForOthers(member)
    if (paper !== undefined)
      throw paperFault(
        'người có tài khoản tự làm trên hệ thống, không nhập bản giấy',
        'whoever has an account does it here, not by paper',
      )
    return member
  }
  const secretary = members.find(({ part }) => part === 'secretary')
  if (secretary === undefined || secretary.accountId !== actor.accountId) throw onlySecretary(member, secretary)
  if (paper === undefined)
    throw paperFault(
      'cần số và ngày của bản giấy mà thành viên đã ký',
      'give the number and day of the paper that the member has signed',
    )
  if (paper.on > today) throw paperFault('ngày ký không sau hôm nay', 'it was not signed after today', 'paper.on')
  await refuseTiedOfficer(transaction, committee, secretary, today)
  return member
}

function paperFault(vi: string, en: string, path = 'paper.number'): Invalid {
  return new Invalid([{ path, message: { vi, en } }])
}

function notForOthers({ name }: Member): Refused {
  return new Refused({
    vi: `Không ai kê khai hay biểu quyết thay người có tài khoản: ${name} phải tự làm.`,
    en: `Nobody declares or votes for somebody who has an account: ${name} has to do it.`,
  })
}

function onlySecretary({ name }: Member, secretary: Member | undefined): Refused {
  return new Refused({
    vi: `Bản giấy của ${name} do thư ký hội đồng (${secretary?.name ?? ''}) nhập. Hãy chuyển bản giấy cho thư ký.`,
    en: `The paper of ${name} is entered by the secretary (${secretary?.name ?? ''}). Pass it on.`,
  })
}
