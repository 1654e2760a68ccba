import { record } from '../../../audit/index.ts'
import { bodyOn, rootOf } from '../../../bodies/index.ts'
import type { Transaction } from '../../../db/transaction.ts'
import type { Actor } from '../../../http/route.ts'
import { Conflict, NotFound } from '../../../kernel/errors.ts'
import type { Ceiling } from '../../answers.ts'
import { notTheirs } from '../../refusals.ts'
import { isOverRoot } from '../../store.ts'
import { ceilingsOf, deleteCeiling, writeCeiling } from './store.ts'

/** A ceiling to be set; no amount takes it away. */
export interface CeilingToSet {
  bodyId: string
  year: number
  source: Ceiling['source']
  half: Ceiling['half']
  vnd: number | null
  document: string
  version?: number | undefined
}

/** Sets the ceiling of a body, or of a root as a whole, for a source and half-year; returns it, null when it is gone. */
export async function setCeiling(transaction: Transaction, actor: Actor, input: CeilingToSet): Promise<Ceiling | null> {
  const rootId = await rootOf(transaction, input.bodyId)
  if (rootId === undefined) throw new NotFound({ vi: 'Không có cơ quan này.', en: 'There is no such body.' })
  const { bodyId, year, source, half, vnd, document } = input
  if (!(await isOverRoot(transaction, rootId))) {
    throw notTheirs((await bodyOn(transaction, bodyId, `${year}-12-31`))?.name)
  }
  const before = (await ceilingsOf(transaction, { bodyId, year })).find(
    (one) => one.source === source && one.half === half,
  )
  if (before?.version !== input.version) throw changedSince()
  const after =
    vnd === null ? null : await writeCeiling(transaction, { rootId, bodyId, year, source, half, vnd, document }, before)
  if (before && after === null) await deleteCeiling(transaction, before.id)
  await record(transaction, actor, {
    action: 'plan.ceiling-set',
    subject: { kind: 'body', id: bodyId, name: String(year) },
    bodyId,
    rootId,
    before: { source, half, vnd: before?.vnd ?? null },
    after: { source, half, vnd },
    ground: document,
  })
  if (after === null) return null
  const { rootId: _, ...ceiling } = after
  return ceiling
}

function changedSince(): Conflict {
  return new Conflict({
    vi: 'Có người vừa đặt hoặc bỏ trần kinh phí này. Hãy tải lại rồi đặt lại.',
    en: 'Somebody has just set or removed this ceiling. Reload it and set it again.',
  })
}
