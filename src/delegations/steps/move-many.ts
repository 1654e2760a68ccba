import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { Refusal, Refused } from '../../kernel/errors.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Law } from '../../law/index.ts'
import { factsFor } from '../facts/facts-for.ts'
import { judge } from '../judge.ts'
import { noDelegation } from '../refusals.ts'
import { findDelegation } from '../store.ts'
import type { ManyStep } from '../transitions/transitions.ts'
import { moveDelegation } from './move.ts'
import type { Moved } from './taking.ts'

/** Runs work in a transaction of its own. */
type InTransaction = <Result>(work: (transaction: Transaction) => Promise<Result>) => Promise<Result>

/** What became of each dossier: done, or left where it was, and why. */
export interface MovedMany {
  done: Moved[]
  refused: { id: string; why: Bilingual }[]
}

/**
 * Takes one step with many dossiers, each by itself and in the order given: one that is refused stays where it is and keeps no
 * other back. Signed off together is only what the law finds in order; all else its head opens and signs by itself.
 */
export async function moveMany(
  inTransaction: InTransaction,
  law: Law,
  actor: Actor,
  action: ManyStep,
  dossiers: readonly { id: string; version: number }[],
  today: Day,
): Promise<MovedMany> {
  const answer: MovedMany = { done: [], refused: [] }
  for (const { id, version } of dossiers) {
    try {
      const moved = await inTransaction(async (transaction) => {
        if (action === 'sign') await refuseUnclean(transaction, law, id, today)
        return moveDelegation(transaction, law, actor, action, { id, version, reason: '' }, today)
      })
      answer.done.push(moved)
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      answer.refused.push({ id, why: error.text })
    }
  }
  return answer
}

async function refuseUnclean(transaction: Transaction, law: Law, id: string, today: Day): Promise<void> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const facts = await factsFor(transaction, law, delegation, today)
  if (judge(law, delegation.content, facts, today).result?.verdict === 'compliant') return
  throw new Refused({
    vi: 'Hồ sơ còn điều pháp luật nêu hoặc chưa rõ. Hãy mở hồ sơ, xem từng điều rồi ký riêng, hoặc trả lại chuyên viên.',
    en: 'The law has something to say to this dossier, or cannot judge it yet. Open it, read each point and sign it by itself, or send it back.',
  })
}
