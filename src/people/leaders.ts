import type { z } from 'zod'
import { bodyOn } from '../bodies/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { LawData } from '../law/index.ts'
import type { leadersOfBody } from './contract.ts'
import { collectiveOf, keyLeadersOf, keyPostsOn } from './posts/key-leaders.ts'
import { noBodyThen } from './refusals.ts'

/** The key leaders and the collective leadership of a body on a day, with who said which posts are key. */
export async function leaders(
  transaction: Transaction,
  law: LawData,
  { body: bodyId, day: asked }: z.output<typeof leadersOfBody.input>,
  today: Day,
) {
  const day = asked ?? today
  const body = await bodyOn(transaction, bodyId, day)
  if (!body) throw noBodyThen(day)
  const { titles, setBy, reason } = keyPostsOn(law, body.level, body.jurisdiction, day)
  return {
    day,
    keyPosts: titles,
    setBy: setBy ?? null,
    reason: reason ?? null,
    keyLeaders: await keyLeadersOf(transaction, law, bodyId, day),
    collective: await collectiveOf(transaction, bodyId, day),
  }
}
