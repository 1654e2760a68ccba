import type { Transaction } from '../../db/transaction.ts'
import { accountsReaching, namesBehind } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { searchWords } from '../../kernel/vietnamese.ts'
import type { Content } from '../content/content.ts'
import { itemsAt, linkedMembers } from '../edit/projection.ts'
import type { DelegationRow } from '../store.ts'

/** What is written before a name and is none of it: forms of address and degrees. */
const BEFORE_NAMES: ReadonlySet<string> = new Set([
  'ong',
  'ba',
  'anh',
  'dong',
  'chi',
  'd',
  'c',
  'gs',
  'pgs',
  'ts',
  'th',
  's',
  'ths',
  'bs',
  'ks',
  'cn',
])

/** A name as it is compared: without diacritics, form of address, and what follows in brackets or after a comma or a dash. */
export function bareName(name: string): string {
  const words = searchWords(name.replace(/(\s[-–]\s|[(,;]).*$/u, ''))
  while (words.length > 2 && BEFORE_NAMES.has(words[0] ?? '')) words.shift()
  return words.join(' ')
}

/** Names of members that are typed: nobody has said which person of the register they are. */
export function typedNames(content: Content): string[] {
  const linked = new Set(linkedMembers(content).map(({ key }) => key))
  return itemsAt(content, 'members').flatMap(({ key, name }) =>
    typeof name === 'string' && name.trim() !== '' && !linked.has(String(key)) ? [name] : [],
  )
}

/** Those of the accounts that bear the name of a typed member, each with that name. */
export async function namesakes(
  transaction: Transaction,
  accountIds: readonly string[],
  content: Content,
): Promise<Map<string, string>> {
  const typed = new Map(typedNames(content).map((name) => [bareName(name), name]))
  if (typed.size === 0 || accountIds.length === 0) return new Map()
  const behind = await namesBehind(transaction, accountIds)
  return new Map(
    [...behind].flatMap(([id, names]) => {
      const found = names.map((name) => typed.get(bareName(name))).find((name) => name !== undefined)
      return found === undefined ? [] : [[id, found] as const]
    }),
  )
}

/** The dossier that is judged, and which body decides it. */
export type Judged = Pick<DelegationRow, 'bodyId' | 'rootId' | 'content' | 'decidedBy'>

/** What only those do who judge a dossier. */
export type Judging = 'dossiers.examine' | 'dossiers.decide'

/** The body in which whoever decides a dossier holds the authority; `undefined` where it is open to every authority of the root. */
export function heldIn(permission: Permission, { decidedBy, rootId }: Pick<Judged, 'decidedBy' | 'rootId'>) {
  const named = permission === 'dossiers.decide' && decidedBy !== null && decidedBy !== rootId
  return named ? decidedBy : undefined
}

/** The accounts that a permission lets judge a dossier on a day, without those whose own affair it is. */
export async function judgesOf(
  transaction: Transaction,
  permission: Permission,
  delegation: Judged,
  today: Day,
): Promise<string[]> {
  const { bodyId, rootId, content } = delegation
  const personIds = linkedMembers(content).map(({ personId }) => personId)
  const place = { bodyId, rootId, except: { personIds }, heldIn: heldIn(permission, delegation) }
  const accounts = await accountsReaching(transaction, permission, place, today)
  const own = await namesakes(transaction, accounts, content)
  return accounts.filter((id) => !own.has(id))
}
