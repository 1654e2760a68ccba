import type { z } from 'zod'
import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Surroundings } from '../../http/route.ts'
import { addDays, addMonths } from '../../kernel/day.ts'
import { Conflict, fault, Invalid, NotFound, Refused } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import type { appointSubstitute, findSubstitutes } from './contract.ts'
import { candidates, findCandidate, holdingsFrom, insertSubstitution, isSubstituted, type OwnHolding } from './store.ts'
import { canBeSubstituted, wouldMix } from './workflow.ts'

type Holder = Pick<Surroundings, 'who' | 'actor' | 'today'>

/** Who may be appointed for a role of one's own: accounts of the same root. */
export async function find(
  transaction: Transaction,
  holder: Holder,
  { holdingId, q }: z.output<(typeof findSubstitutes)['input']>,
) {
  const { rootId } = await ownHolding(transaction, holder, holdingId)
  return { items: await candidates(transaction, { rootId, except: holder.who.account?.id ?? '', q }) }
}

/**
 * Appoints somebody of the same root to act in a role of one's own, for at most a year and no longer than one holds it.
 * Nobody appoints for a role that is itself another's, and nobody comes to both sides of a decision by it.
 */
export async function appoint(
  transaction: Transaction,
  holder: Holder,
  input: z.output<(typeof appointSubstitute)['input']>,
): Promise<{ id: string }> {
  const holding = await ownHolding(transaction, holder, input.holdingId)
  const fault = dayFault(input, holding, holder.today)
  if (fault) throw new Invalid([fault])
  if (input.accountId === holder.who.account?.id) throw notOneself()
  const substitute = await findCandidate(transaction, { id: input.accountId, rootId: holding.rootId })
  if (substitute === undefined) throw notHere()
  const held = await holdingsFrom(transaction, substitute.id, holder.today)
  const sameRoot = held.filter(({ rootId }) => rootId === holding.rootId).map(({ role }) => role)
  if (wouldMix(sameRoot, holding.role)) throw mixed()
  const substitution = { id: newId(), rootId: holding.rootId, ...input }
  if (await isSubstituted(transaction, substitution)) throw twice()
  await insertSubstitution(transaction, substitution)
  await record(transaction, holder.actor, {
    action: 'substitute.appointed',
    subject: { kind: 'account', id: substitute.id, name: substitute.login },
    bodyId: holding.bodyId ?? undefined,
    rootId: holding.rootId ?? undefined,
    after: { role: holding.role, bodyId: holding.bodyId, validFrom: input.validFrom, validTo: input.validTo },
    ground: input.document,
  })
  return { id: substitution.id }
}

async function ownHolding(transaction: Transaction, { who, today }: Holder, id: string): Promise<OwnHolding> {
  const holdings = await holdingsFrom(transaction, who.account?.id ?? '', today)
  const holding = holdings.find((one) => one.id === id && canBeSubstituted(one.role))
  if (holding) return holding
  throw new NotFound({
    vi: 'Bạn không giữ vai trò này, hoặc vai trò này không ủy quyền được. Vai trò đang làm thay người khác thì không ủy quyền tiếp.',
    en: 'You do not hold this role, or no substitute can be appointed for it. A role held for another is not passed on.',
  })
}

function dayFault({ validFrom, validTo }: { validFrom: string; validTo: string }, holding: OwnHolding, today: string) {
  if (validTo < validFrom)
    return fault('validTo', 'ngày cuối phải từ ngày đầu trở đi', 'the last day is not before the first')
  if (validFrom < today)
    return fault('validFrom', 'ủy quyền bắt đầu từ hôm nay trở đi', 'a substitution begins today or later')
  if (validTo > addDays(addMonths(validFrom, 12), -1)) {
    return fault('validTo', 'mỗi lần ủy quyền không quá một năm', 'a substitution lasts a year at most')
  }
  if (validFrom < holding.validFrom || (holding.validTo !== null && validTo > holding.validTo)) {
    return fault(
      'validTo',
      'phải nằm trong thời gian bạn giữ vai trò',
      'it lies within the time in which you hold the role',
    )
  }
  return undefined
}

function notOneself(): Refused {
  return new Refused({
    vi: 'Không thể ủy quyền cho chính mình. Hãy chọn người khác.',
    en: 'Nobody is their own substitute. Choose somebody else.',
  })
}

function notHere(): NotFound {
  return new NotFound({
    vi: 'Người được ủy quyền phải có tài khoản đang hoạt động trong cùng tỉnh, bộ. Hãy chọn lại trong danh sách gợi ý.',
    en: 'A substitute has an account in use in the same province or ministry. Choose from the list that is offered.',
  })
}

function mixed(): Refused {
  return new Refused({
    vi: 'Người này vừa tổng hợp vừa phê duyệt cùng một kế hoạch nếu nhận ủy quyền. Hãy chọn người khác.',
    en: 'As a substitute this person would both consolidate and approve the same plan. Choose somebody else.',
  })
}

function twice(): Conflict {
  return new Conflict({
    vi: 'Người này đã được ủy quyền vai trò ấy trong thời gian đó. Hãy chấm dứt ủy quyền cũ trước, hoặc chọn ngày khác.',
    en: 'This person is a substitute for that role at that time already. End the former substitution, or choose other days.',
  })
}
