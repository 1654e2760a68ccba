import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { accountsReaching, holdersOfEach } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import { formatDay } from '../../kernel/day.ts'
import { type Fault, fault, Invalid, Refused } from '../../kernel/errors.ts'
import { refuseMarkings } from '../../kernel/markings.ts'
import type { Law } from '../../law/index.ts'
import { procedureOf } from '../procedure.ts'
import { noDelegation } from '../refusals.ts'
import { bareName } from '../steps/namesakes.ts'
import { refuseOwn } from '../steps/refuse-own.ts'
import { codeOf, type DelegationRow, findDelegation } from '../store.ts'
import { STATE_NAMES } from '../workflow.ts'
import { tiesTo } from './barred.ts'
import { hasVote } from './standing.ts'
import { insertCommittee, type Member } from './store.ts'
import { tellMembers } from './tell.ts'
import type { VotingRule } from './votes.ts'

/** A committee to be: when and where it meets, who sits on it, what is laid before it. */
export interface Convening {
  dossiers: string[]
  on: Day
  at: string
  place: string
  online: boolean
  chair: string
  secretary: string
  members: string[]
  outside: { name: string; organisation: string }[]
}

/**
 * Convenes a committee about dossiers under examination, and tells its members. Throws where a dossier is not examined or is the
 * examiner's own, where the procedure provides for no committee, or where chair or secretary are tied to a dossier.
 */
export async function conveneCommittee(
  transaction: Transaction,
  law: Law,
  actor: Actor,
  said: Convening,
  today: Day,
): Promise<string> {
  const delegations = await laidDelegations(transaction, actor, said.dossiers, today)
  const [{ rootId }] = delegations
  refuseFaults(faultsOf(said, delegations, today))
  const members = await seatedMembers(transaction, said, rootId, today)
  refuseFaults(twiceFrom(members))
  const laid = delegations.map((one) => ({ id: one.id, rule: votingRule(law, one, said.on) }))
  refuseTooFew(laid, members)
  await refuseTiedOfficers(transaction, members, delegations, today)
  refuseMarkings([said.place, ...said.outside.flatMap(({ name, organisation }) => [name, organisation])])
  const { on, at, place, online } = said
  const convened = { rootId, on, at, place, online, convenedBy: actor.name ?? '' }
  const { id, members: seated } = await insertCommittee(transaction, convened, members, laid)
  await tellMembers(transaction, actor, { id, on }, seated)
  await record(transaction, actor, {
    action: 'committee.convened',
    subject: { kind: 'committee', id, name: formatDay(on) },
    bodyId: rootId,
    rootId,
    after: { on, at, online, dossiers: delegations.map(codeOf), members: members.length },
  })
  return id
}

/** The accounts that may sit on a committee about a dossier: they see the whole root, so they can read what they vote on. */
export async function seatsFor(transaction: Transaction, delegationId: string, today: Day) {
  const delegation = await findDelegation(transaction, delegationId)
  if (delegation === undefined) throw noDelegation()
  const ids = await seatedBy(transaction, delegation.rootId, today)
  return holdersOfEach(transaction, ids, 'dossiers.deliberate', today)
}

function seatedBy(transaction: Transaction, rootId: string, today: Day): Promise<string[]> {
  return accountsReaching(transaction, 'dossiers.deliberate', { bodyId: rootId, rootId }, today)
}

async function laidDelegations(
  transaction: Transaction,
  actor: Actor,
  ids: readonly string[],
  today: Day,
): Promise<[DelegationRow, ...DelegationRow[]]> {
  const found: DelegationRow[] = []
  for (const id of new Set(ids)) {
    const delegation = await findDelegation(transaction, id)
    if (delegation === undefined) throw noDelegation()
    await refuseOwn(transaction, actor, delegation, today)
    if (delegation.state !== 'examining') throw notExamined(delegation)
    found.push(delegation)
  }
  const [first, ...others] = found
  if (first === undefined) throw noDelegation()
  return [first, ...others]
}

function notExamined(delegation: DelegationRow): Refused {
  const { vi, en } = STATE_NAMES[delegation.state]
  return new Refused({
    vi: `Hội đồng chỉ xem xét hồ sơ đang thẩm định; hồ sơ ${codeOf(delegation)} ${vi}. Hãy bỏ hồ sơ này khỏi phiên họp.`,
    en: `A committee looks at dossiers under examination; ${codeOf(delegation)} is ${en}. Leave it out.`,
  })
}

function faultsOf(
  { on, dossiers, chair, secretary, members }: Convening,
  delegations: readonly DelegationRow[],
  today: Day,
): Fault[] {
  const seats = [chair, secretary, ...members]
  return [
    ...(on < today ? [fault('on', 'ngày họp không trước hôm nay', 'does not meet before today')] : []),
    ...(new Set(dossiers).size < dossiers.length
      ? [fault('dossiers', 'có hồ sơ được nêu hai lần', 'a dossier is named twice')]
      : []),
    ...(new Set(delegations.map(({ rootId }) => rootId)).size > 1
      ? [
          fault(
            'dossiers',
            'các hồ sơ không cùng một địa phương, bộ ngành',
            'the dossiers are not of one province or ministry',
          ),
        ]
      : []),
    ...(chair === secretary
      ? [fault('secretary', 'thư ký không đồng thời là chủ tịch', 'the secretary is not the chair as well')]
      : []),
    ...members.flatMap((id, at) =>
      seats.indexOf(id) < at + 2
        ? [fault(`members[${at}]`, 'người này đã có trong hội đồng', 'sits on the committee already')]
        : [],
    ),
  ]
}

/** Somebody from outside is known by name alone, so who bears the name of a seat before theirs would sit twice. */
function twiceFrom(members: readonly Omit<Member, 'id'>[]): Fault[] {
  const seated = members.filter(({ accountId }) => accountId !== null).map(({ name }) => bareName(name))
  const outside = members.filter(({ accountId }) => accountId === null).map(({ name }) => bareName(name))
  return outside.flatMap((name, at) =>
    [...seated, ...outside.slice(0, at)].includes(name)
      ? [
          fault(
            `outside[${at}].name`,
            'hội đồng đã có người tên này; hãy bỏ dòng này, hoặc nếu là người khác trùng tên thì ghi thêm chữ phân biệt vào tên',
            'somebody of this name sits already; take this row out, or if it is somebody else of that name, add a word to tell them apart',
          ),
        ]
      : [],
  )
}

async function seatedMembers(
  transaction: Transaction,
  { chair, secretary, members, outside }: Convening,
  rootId: string,
  today: Day,
): Promise<Omit<Member, 'id'>[]> {
  const able = new Set(await seatedBy(transaction, rootId, today))
  const wanted = [
    { path: 'chair', id: chair, part: 'chair' as const },
    { path: 'secretary', id: secretary, part: 'secretary' as const },
    ...members.map((id, at) => ({ path: `members[${at}]`, id, part: 'member' as const })),
  ]
  refuseFaults(
    wanted
      .filter(({ id }) => !able.has(id))
      .map(({ path }) =>
        fault(
          path,
          'tài khoản này không đọc được hồ sơ của cả địa phương, bộ ngành nên không ngồi trong hội đồng được; hãy mời như thành viên ngoài, biểu quyết bằng bản giấy',
          'this account does not see the dossiers of the whole root, so it cannot sit here; invite them as somebody from outside, who votes by paper',
        ),
      ),
  )
  const ids = wanted.map(({ id }) => id)
  const holders = await holdersOfEach(transaction, ids, 'dossiers.deliberate', today)
  const seated = wanted.map(({ id, part }) => {
    const holder = holders.find((one) => one.id === id)
    return { part, accountId: id, name: holder?.name ?? '', organisation: holder?.offices.join(', ') ?? '' }
  })
  return [...seated, ...outside.map((one) => ({ ...one, part: 'member' as const, accountId: null }))]
}

function refuseTooFew(laid: readonly { rule: VotingRule }[], members: readonly Omit<Member, 'id'>[]): void {
  const least = Math.max(...laid.map(({ rule }) => rule.members))
  const voting = members.filter(hasVote).length
  if (voting >= least) return
  throw new Refused({
    vi: `Hội đồng có ${voting} người biểu quyết (không tính thư ký); quy trình cần ít nhất ${least}. Hãy thêm thành viên.`,
    en: `The committee has ${voting} with a vote (the secretary has none); the procedure needs ${least} at least. Add members.`,
  })
}

/** How a committee votes on a dossier by its procedure, from when it is convened on. Throws where the procedure provides for none. */
function votingRule(law: Law, delegation: DelegationRow, day: Day): VotingRule {
  const { committee } = procedureOf(law, delegation, day)
  if (committee !== undefined) return committee
  throw new Refused({
    vi: `Quy trình áp dụng cho hồ sơ ${codeOf(delegation)} không có hội đồng thẩm định. Hãy thẩm định theo cách thông thường, hoặc đề nghị nơi quản trị quy trình bổ sung cách biểu quyết.`,
    en: `The procedure of ${codeOf(delegation)} provides for no committee. Examine it as usual, or have the way of voting added to the procedure.`,
  })
}

/** Nobody leads a meeting, or enters its papers, about what is their own. */
async function refuseTiedOfficers(
  transaction: Transaction,
  members: readonly Omit<Member, 'id'>[],
  delegations: readonly DelegationRow[],
  today: Day,
): Promise<void> {
  const officers = members.filter(({ part }) => part !== 'member')
  const accounts = officers.flatMap(({ accountId }) => accountId ?? [])
  for (const delegation of delegations) {
    const ties = await tiesTo(transaction, accounts, delegation, today)
    const tied = officers.find(({ accountId }) => accountId !== null && ties.has(accountId))
    if (tied !== undefined) throw tiedOfficer(tied, codeOf(delegation))
  }
}

function tiedOfficer({ part, name }: Pick<Member, 'part' | 'name'>, code: string): Refused {
  return new Refused({
    vi: `${name} không làm ${part === 'chair' ? 'chủ tịch' : 'thư ký'} được: hồ sơ ${code} là việc của chính mình, của người thân hoặc của cơ quan mình, hoặc của người mà mình làm thay. Hãy chọn người khác, hoặc bỏ hồ sơ này khỏi phiên họp.`,
    en: `${name} cannot be ${part}: ${code} is their own affair, or that of kin, of their body or of whom they stand in for. Choose somebody else, or leave the dossier out.`,
  })
}

function refuseFaults(faults: Fault[]): void {
  if (faults.length > 0) throw new Invalid(faults)
}
