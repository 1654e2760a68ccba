import type { Transaction } from '../../db/transaction.ts'
import { type Files, uploadsOf } from '../../files/index.ts'
import type { Actor } from '../../http/route.ts'
import { NotFound } from '../../kernel/errors.ts'
import { noDelegation } from '../refusals.ts'
import { findDelegation } from '../store.ts'
import type { Attachment } from './contract.ts'
import { type Limits, limitsOf } from './limits.ts'
import { attachmentsAt, attachmentsOf, positionOf } from './store.ts'

/** The files of a dossier, with what the caller has under way, and how much it takes. */
export interface Listed {
  items: Attachment[]
  unfinished: { id: string; name: string; size: number; received: number }[]
  limits: Limits
}

/** The files of a dossier as they stand, or as they stood when a step was taken. Throws `NotFound`. */
export async function listAttachments(
  transaction: Transaction,
  { largestFile }: Files,
  { accountId }: Actor,
  { id, step }: { id: string; step?: string | undefined },
): Promise<Listed> {
  if ((await findDelegation(transaction, id)) === undefined) throw noDelegation()
  const items = step === undefined ? await attachmentsOf(transaction, id) : await itemsAtStep(transaction, id, step)
  const uploads = accountId === undefined ? [] : await uploadsOf(transaction, accountId, id)
  const unfinished = uploads.map((one) => ({ id: one.id, name: one.name, size: one.size, received: one.received }))
  return { items, unfinished, limits: limitsOf(largestFile) }
}

async function itemsAtStep(transaction: Transaction, id: string, stepId: string): Promise<Attachment[]> {
  const position = await positionOf(transaction, id, stepId)
  if (position !== undefined) return attachmentsAt(transaction, id, position)
  throw new NotFound({
    vi: 'Hồ sơ này không có bước đó, hoặc bước đó nằm ngoài phạm vi của bạn.',
    en: 'This dossier has no such step, or it is outside your scope.',
  })
}
