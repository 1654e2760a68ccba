import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { NotFound } from '../kernel/errors.ts'
import { record } from './record.ts'
import { findEntry, findPersonal } from './store.ts'

/** The personal data of an entry in full, for a stated reason; that it was read is recorded in the same transaction. */
export async function showPersonal(
  transaction: Transaction,
  actor: Actor,
  { id, reason }: { id: string; reason: string },
) {
  const entry = await findEntry(transaction, id)
  if (entry === undefined) throw notFound(id)
  const rows = await findPersonal(transaction, id)
  await record(transaction, actor, {
    action: 'audit.personal-read',
    subject: { kind: entry.subject_kind, id: entry.subject_id },
    bodyId: entry.body_id ?? undefined,
    rootId: entry.root_id ?? undefined,
    after: { entry: entry.seq, fields: rows.map((row) => row.path) },
    ground: reason,
  })
  return { fields: rows.map(({ path, value }) => ({ path, value: JSON.parse(value) })) }
}

function notFound(id: string): NotFound {
  return new NotFound({
    vi: `Không có mục nhật ký ${id} trong phạm vi của bạn. Hãy mở lại danh sách nhật ký.`,
    en: `There is no entry ${id} within your scope. Open the list of the trail again.`,
  })
}
