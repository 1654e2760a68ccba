import { z } from 'zod'
import { bodyOn } from '../../bodies/index.ts'
import type { Question } from '../../db/question.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { remember } from '../../kernel/remember.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { searchWords } from '../../kernel/vietnamese.ts'
import { administeredOn, type LawData } from '../../law/index.ts'
import { countCollectives, findPostsOfBody, type Holder } from './store.ts'

const PostsByLevel = z.record(z.string(), z.array(z.string()))
const ABBREVIATIONS: Readonly<Record<string, string>> = {
  'uy ban nhan dan': 'ubnd',
  'hoi dong nhan dan': 'hdnd',
  'mat tran to quoc': 'mttq',
}

/** Which posts of a body count as key on a day, as somebody has set it. */
export interface KeyPosts {
  titles: string[]
  setBy: string | undefined
  reason: Bilingual | undefined
}

/** The posts that make a key leader in a body of this level and jurisdiction on a day; none where nobody has set any. */
export function keyPostsOn(law: LawData, level: string, jurisdiction: string, day: Day): KeyPosts {
  const use = administeredOn(law.administered, 'key-leader-posts', day, jurisdiction)
  const titles = PostsByLevel.safeParse(use?.value).data?.[level] ?? []
  return { titles, setBy: use?.setBy, reason: use?.reason }
}

/** Who was a key leader of the body on a day; nobody when the body did not exist then. */
export async function keyLeadersOf(
  transaction: Transaction,
  law: LawData,
  bodyId: string,
  day: Day,
): Promise<Holder[]> {
  const body = await bodyOn(transaction, bodyId, day)
  if (!body) return []
  const { titles } = keyPostsOn(law, body.level, body.jurisdiction, day)
  const posts = await findPostsOfBody(transaction, bodyId, day)
  return eachOnce(posts.filter((post) => isKeyPost(post.title, titles)))
}

/** The collective leadership of the body on a day: how many, and who. */
export async function collectiveOf(
  transaction: Transaction,
  bodyId: string,
  day: Day,
): Promise<{ size: number; people: Holder[] }> {
  const posts = await findPostsOfBody(transaction, bodyId, day)
  const people = eachOnce(posts.filter((post) => post.collective))
  return { size: people.length, people }
}

/** How many belong to the collective leadership on a day: of the body, and of each to which one of these people belongs. */
export function collectiveSizes(bodyId: string, personIds: readonly string[], day: Day): Question<Map<string, number>> {
  return countCollectives(bodyId, personIds, day)
}

/**
 * Whether a post is one of those: its title, or one of several joined by a comma, begins with the words of one. So
 * "Phó Bí thư Thành ủy, Chủ tịch UBND thành phố" is a "Chủ tịch UBND" and a "Phó Bí thư", but no "Bí thư".
 */
export function isKeyPost(title: string, keyTitles: readonly string[]): boolean {
  const parts = title.split(/[,;]| kiêm /).map(words)
  return keyTitles.some((key) => parts.some((part) => part.startsWith(words(key))))
}

/** The words of a title without diacritics, abbreviated as in law; the same titles are asked about again and again. */
const words = remember(5000, (title) => {
  const folded = searchWords(title).join(' ')
  const short = Object.entries(ABBREVIATIONS).reduce(
    (text, [long, abbreviation]) => text.replaceAll(long, abbreviation),
    folded,
  )
  return `${short} `
})

function eachOnce(posts: readonly Holder[]): Holder[] {
  const first = new Map<string, Holder>()
  for (const { personId, name, title } of posts)
    if (!first.has(personId)) first.set(personId, { personId, name, title })
  return [...first.values()]
}
