import type { Transaction } from '../../db/transaction.ts'
import { type AccountTies, lendersTo, tiesOfEach } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import { itemsAt, linkedMembers } from '../edit/projection.ts'
import { bareName, namesakes } from '../steps/namesakes.ts'
import type { DelegationRow } from '../store.ts'
import { type Declaration, kinOf, type Member } from './store.ts'
import type { ConflictKind, Tie } from './votes.ts'

/** Why a member has no vote on a dossier, and whether it is by their own word. */
export interface Bar {
  why: Tie | ConflictKind
  declared: boolean
  note: string
}

/**
 * Why members have no vote on a dossier, by the ids of those who have none. What the registers know stands before what was
 * declared.
 */
export async function barsOf(
  transaction: Transaction,
  members: readonly Member[],
  delegation: DelegationRow,
  declarations: readonly Declaration[],
  today: Day,
): Promise<Map<string, Bar>> {
  const accounts = members.flatMap(({ accountId }) => accountId ?? [])
  const ties = await tiesTo(transaction, accounts, delegation, today)
  return new Map(
    members.flatMap((member) => {
      const tie = member.accountId === null ? tieByName(member, delegation) : ties.get(member.accountId)
      const bar = tie === undefined ? declaredBar(member, delegation, declarations) : byRegister(tie)
      return bar === undefined ? [] : [[member.id, bar] as const]
    }),
  )
}

function byRegister(why: Tie): Bar {
  return { why, declared: false, note: '' }
}

function declaredBar(
  { id }: Member,
  delegation: Pick<DelegationRow, 'id'>,
  declarations: readonly Declaration[],
): Bar | undefined {
  const declared = declarations
    .filter(({ memberId }) => memberId === id)
    .flatMap(({ conflicts }) => conflicts)
    .findLast(({ dossierId }) => dossierId === delegation.id)
  return declared && { why: declared.kind, declared: true, note: declared.note }
}

/**
 * What ties accounts to a dossier, by the ids of those that are tied: what keeps examiners from judging it, and declared kinship
 * with who travels. Whoever sits for somebody else is tied by what ties them.
 */
export async function tiesTo(
  transaction: Transaction,
  accountIds: readonly string[],
  delegation: Pick<DelegationRow, 'bodyId' | 'rootId' | 'content'>,
  today: Day,
): Promise<Map<string, Tie>> {
  if (accountIds.length === 0) return new Map()
  const { bodyId, rootId } = delegation
  const lenders = await lendersTo(transaction, accountIds, 'dossiers.deliberate', { bodyId, rootId }, today)
  const everybody = new Set([...accountIds, ...[...lenders.values()].flat().map(({ accountId }) => accountId)])
  const ties = await ownTies(transaction, [...everybody], delegation, today)
  return new Map(
    accountIds.flatMap((id) => {
      const behind = (lenders.get(id) ?? []).some(({ accountId }) => ties.has(accountId))
      const tie = ties.get(id) ?? (behind ? 'stands-in' : undefined)
      return tie === undefined ? [] : [[id, tie] as const]
    }),
  )
}

async function ownTies(
  transaction: Transaction,
  accountIds: readonly string[],
  { bodyId, content }: Pick<DelegationRow, 'bodyId' | 'content'>,
  today: Day,
): Promise<Map<string, Tie>> {
  const each = await tiesOfEach(transaction, accountIds, bodyId, today)
  const travellers = linkedMembers(content).map(({ personId }) => personId)
  const persons = each.flatMap(({ personId }) => personId ?? [])
  const [named, kin] = await Promise.all([
    namesakes(transaction, accountIds, content),
    kinOf(transaction, persons, travellers),
  ])
  const tieOf = ({ id, personId, ofBody, above }: AccountTies): Tie | undefined => {
    if (personId !== null && travellers.includes(personId)) return 'travels'
    if (named.has(id)) return 'namesake'
    if (ofBody) return 'of-sender'
    if (above) return 'above-sender'
    return personId !== null && kin.has(personId) ? 'kin-travels' : undefined
  }
  return new Map(
    each.flatMap((one) => {
      const tie = tieOf(one)
      return tie === undefined ? [] : [[one.id, tie] as const]
    }),
  )
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
