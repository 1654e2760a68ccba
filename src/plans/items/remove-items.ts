import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { Conflict, Invalid } from '../../kernel/errors.ts'
import { noPlan, refuseClosed, when } from '../refusals.ts'
import { findPlan } from '../store.ts'
import { deleteItems, type ItemRow, itemsOfPlans, pinnedItems, updateItem } from './store.ts'

/**
 * Takes lines out of a plan that is with its unit; returns how many. What stood in an earlier edition, or was decided
 * on, stays as dropped with the reason, so that the difference can be read; the rest is gone.
 */
export async function removeItems(
  transaction: Transaction,
  actor: Actor,
  input: { id: string; rows: readonly { id: string; version: number }[]; reason?: string | undefined },
): Promise<number> {
  const plan = await findPlan(transaction, input.id, 'share')
  if (plan === undefined) throw noPlan()
  refuseClosed(plan)
  const present = new Map((await itemsOfPlans(transaction, [plan.id], 'update')).map((item) => [item.id, item]))
  const pinned = await pinnedItems(
    transaction,
    input.rows.map((row) => row.id),
  )
  const stays = (item: ItemRow) => item.originId !== item.id || pinned.has(item.id)
  const items = input.rows.flatMap((row, index) => {
    const item = present.get(row.id)
    if (item === undefined) return []
    if (item.version !== row.version) throw changedSince(item)
    if (stays(item) && (input.reason ?? '') === '') throw noReason(index)
    return [item]
  })
  const gone = items.filter((item) => !stays(item))
  if (gone.length > 0)
    await deleteItems(
      transaction,
      gone.map(({ id }) => id),
    )
  for (const item of items.filter(stays)) {
    await updateItem(transaction, { ...item, standing: 'dropped', adjustReason: input.reason ?? '' }, actor.name ?? '')
  }
  if (items.length > 0) {
    await record(transaction, actor, {
      action: 'plan.items-removed',
      subject: { kind: 'plan', id: plan.id, name: String(plan.year) },
      bodyId: plan.bodyId,
      rootId: plan.rootId,
      before: Object.fromEntries(items.map((item) => [item.id, item.fields])),
      after: {},
      ground: input.reason,
    })
  }
  return items.length
}

function changedSince(item: ItemRow): Conflict {
  return new Conflict({
    vi: `${item.changedBy} vừa sửa dòng «${item.fields.title}» lúc ${when(item.changedAt)}. Hãy xem lại trước khi bỏ.`,
    en: `${item.changedBy} changed the line “${item.fields.title}” at ${when(item.changedAt)}. Look at it before you take it out.`,
  })
}

function noReason(index: number): Invalid {
  return new Invalid([
    {
      path: `rows[${index}]`,
      message: {
        vi: 'dòng đã có trong bản trước hoặc đã được xem xét: cần nêu lý do bỏ (`reason`)',
        en: 'the line stood in an earlier edition or was decided on: say why it is dropped (`reason`)',
      },
    },
  ])
}
