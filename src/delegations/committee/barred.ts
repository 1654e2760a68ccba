import type { Transaction } from '../../db/transaction.ts'
import { tiesOf } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import { itemsAt, linkedMembers } from '../edit/projection.ts'
import { bareName, namesakes } from '../steps/namesakes.ts'
import type { DelegationRow } from '../store.ts'
import { type Declaration, isKinOf, type Member } from './store.ts'
import type { ConflictKind, Tie } from './votes.ts'

/** Why a member has no vote on a dossier, and whether it is by their own word. */
export interface Bar {
  why: Tie | ConflictKind
  declared: boolean
  note: string
}

/** Why a member has no vote on a dossier; `undefined` where they have. What the registers know stands before what was declared. */
export async function barOf(
  transaction: Transaction,
  member: Member,
  delegation: DelegationRow,
  declarations: readonly Declaration[],
  today: Day,
): Promise<Bar | undefined> {
  const tie =
    member.accountId === null
      ? tieByName(member, delegation)
      : await tieOf(transaction, member.accountId, delegation, today)
  if (tie !== undefined) return { why: tie, declared: false, note: '' }
  const declared = declarations
    .filter(({ memberId }) => memberId === member.id)
    .flatMap(({ conflicts }) => conflicts)
    .findLast(({ dossierId }) => dossierId === delegation.id)
  return declared && { why: declared.kind, declared: true, note: declared.note }
}

/** What ties an account to a dossier: what keeps examiners from judging it, and declared kinship with who travels. */
export async function tieOf(
  transaction: Transaction,
  accountId: string,
  { bodyId, content }: Pick<DelegationRow, 'bodyId' | 'content'>,
  today: Day,
): Promise<Tie | undefined> {
  const { personIds, ofBody } = await tiesOf(transaction, [accountId], bodyId, today)
  const travellers = linkedMembers(content).map(({ personId }) => personId)
  if (travellers.some((id) => personIds.includes(id))) return 'travels'
  if ((await namesakes(transaction, [accountId], content)).size > 0) return 'namesake'
  if (ofBody.length > 0) return 'of-sender'
  return (await isKinOf(transaction, personIds, travellers)) ? 'kin-travels' : undefined
}

/** Of somebody from outside only the name and the organisation are known. Pure. */
export function tieByName(
  { name, organisation }: Pick<Member, 'name' | 'organisation'>,
  { bodyName, content }: Pick<DelegationRow, 'bodyName' | 'content'>,
): Tie | undefined {
  const names = itemsAt(content, 'members').flatMap((one) => (typeof one.name === 'string' ? [bareName(one.name)] : []))
  if (names.includes(bareName(name))) return 'namesake'
  return bareName(organisation) === bareName(bodyName) ? 'of-sender' : undefined
}
