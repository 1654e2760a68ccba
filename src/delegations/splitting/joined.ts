import { fold } from '../../kernel/vietnamese.ts'
import type { Content } from '../content/content.ts'
import type { JsonObject } from '../content/json.ts'
import { itemsAt } from '../edit/projection.ts'

/**
 * The dossier as one delegation with all who travel in the others, everybody once: a head of another is a member here. Somebody who
 * was entered by hand is the one who bears the same name. Pure.
 */
export function joinedWith(content: Content, others: readonly Content[]): Content {
  const members = [...itemsAt(content, 'members')]
  for (const [at, other] of others.entries()) {
    const joining = itemsAt(other, 'members').filter((one) => !members.some((member) => isSame(one, member)))
    members.push(...joining.map((one) => ({ ...one, key: `joined${at}-${String(one.key)}`, role: roleIn(one) })))
  }
  return { ...content, members }
}

/** How many travel in both. Pure. */
export function travelInBoth(one: Content, other: Content): number {
  const others = itemsAt(other, 'members')
  return itemsAt(one, 'members').filter((member) => others.some((another) => isSame(member, another))).length
}

function isSame(one: JsonObject, other: JsonObject): boolean {
  if (typeof one.personId === 'string' && typeof other.personId === 'string') return one.personId === other.personId
  return typeof one.name === 'string' && typeof other.name === 'string' && fold(one.name) === fold(other.name)
}

/** A delegation has one head. */
function roleIn({ role }: JsonObject): JsonObject[string] {
  return role === 'head' ? 'member' : (role ?? null)
}
