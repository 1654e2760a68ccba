import type { Transaction } from '../../db/transaction.ts'
import type { Visitor } from '../../http/who.ts'
import type { Day } from '../../kernel/day.ts'
import { codeOf } from '../store.ts'
import type { CommitteeDossier, CommitteeHead, CommitteeView } from './contract.ts'
import { noCommittee } from './open.ts'
import { standingOf } from './standing.ts'
import {
  type Committee,
  declarationsOf,
  findCommittee,
  laidBefore,
  listCommitteeRows,
  type Member,
  membersOf,
} from './store.ts'

/** One page of the committees within reach, the latest first; of one dossier where it is named. */
export async function listCommittees(
  transaction: Transaction,
  who: Visitor,
  { delegationId, page, size }: { delegationId?: string | undefined; page: number; size: number },
) {
  const { items, total } = await listCommitteeRows(transaction, delegationId, {
    limit: size,
    offset: (page - 1) * size,
  })
  const ids = items.map(({ id }) => id)
  const [members, laid] = await Promise.all([membersOf(transaction, ids), laidBefore(transaction, ids)])
  return {
    items: items.map(
      (one): CommitteeHead => ({
        ...headOf(
          one,
          seatOf(
            who,
            members.filter(({ committeeId }) => committeeId === one.id),
          ),
        ),
        dossiers: laid
          .filter(({ committeeId }) => committeeId === one.id)
          .map((dossier) => ({
            id: dossier.id,
            code: codeOf(dossier),
            title: dossier.title,
            outcome: one.minutes?.find(({ id }) => id === dossier.id)?.outcome ?? null,
            same: dossier.same,
          })),
      }),
    ),
    total,
    page,
    size,
  }
}

/**
 * A committee whole, for those who reach its root. Until its minutes are closed, how somebody has voted is shown to nobody but
 * them, and to the secretary what the secretary has entered.
 */
export async function getCommittee(
  transaction: Transaction,
  who: Visitor,
  id: string,
  today: Day,
): Promise<CommitteeView> {
  const committee = await findCommittee(transaction, id)
  if (committee === undefined) throw noCommittee()
  const [members, declarations] = await Promise.all([membersOf(transaction, [id]), declarationsOf(transaction, id)])
  const mine = seatOf(who, members)
  const dossiers = committee.minutes ?? (await standingOf(transaction, committee, today))
  return {
    ...headOf(committee, mine),
    convenedAt: committee.convenedAt,
    calledOff: committee.calledOff,
    closed: committee.closed,
    members: members.map((member) => ({
      id: member.id,
      part: member.part,
      name: member.name,
      organisation: member.organisation,
      outside: member.accountId === null,
      mine: member.id === mine?.id,
      declaredAt: declarations.find(({ memberId }) => memberId === member.id)?.at ?? null,
    })),
    dossiers: committee.minutes === null ? dossiers.map((one) => undisclosed(one, members, mine)) : dossiers,
  }
}

/** A dossier before its committee is closed: that votes were cast, not how; no sums. */
function undisclosed(one: CommitteeDossier, members: readonly Member[], mine: Member | undefined): CommitteeDossier {
  const outside = new Set(members.filter(({ accountId }) => accountId === null).map(({ id }) => id))
  const knows = (member: string) => member === mine?.id || (mine?.part === 'secretary' && outside.has(member))
  return {
    ...one,
    counts: null,
    outcome: null,
    votes: one.votes.map((vote) => (knows(vote.member) ? vote : { ...vote, answer: null, note: '' })),
  }
}

function seatOf(who: Visitor, members: readonly Member[]): Member | undefined {
  return who.account && members.find(({ accountId }) => accountId === who.account?.id)
}

function headOf(committee: Committee, mine: Member | undefined): Omit<CommitteeHead, 'dossiers'> {
  const { id, on, at, place, online, convenedBy, closed, calledOff } = committee
  const state = closed !== null ? 'closed' : calledOff !== null ? 'called-off' : 'convened'
  return { id, on, at, place, online, state, convenedBy, mine: mine?.part ?? null }
}
