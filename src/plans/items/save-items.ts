import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { Conflict, type Fault, fault, Invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { BLANK_ITEM, type PlanItemChange, type PlanItemFields } from '../plan-item.ts'
import { noPlan, refuseClosed, when } from '../refusals.ts'
import { changedFields } from '../rules/diff-versions.ts'
import { FIELD_NAMES } from '../rules/field-names.ts'
import { itemFaults } from '../rules/item-faults.ts'
import { findPlan, type PlanRow } from '../store.ts'
import { type ItemRow, insertItems, itemsOfPlans, updateItem } from './store.ts'

/** A line to add (no `id`) or to change; fields that are not given stay. */
export interface RowToSave {
  id?: string | undefined
  version?: number | undefined
  fields: PlanItemChange
  adjustReason?: string | undefined
  /** Takes in again a line that was dropped. */
  again?: true | undefined
}

/**
 * Adds and changes lines of a plan that is with its unit, all or nothing; returns their ids in the order of the rows.
 * Throws `Invalid` with every fault by row and field, and `Conflict` where somebody else changed the same field in between.
 */
export async function saveItems(
  transaction: Transaction,
  actor: Actor,
  { id, rows }: { id: string; rows: readonly RowToSave[] },
): Promise<string[]> {
  const plan = await findPlan(transaction, id, 'share')
  if (plan === undefined) throw noPlan()
  refuseClosed(plan)
  const present = new Map((await itemsOfPlans(transaction, [id], 'update')).map((item) => [item.id, item]))
  const faults: Fault[] = rows.flatMap((row, index) =>
    rowFaults(row, present, plan).map((fault) => ({ ...fault, path: `rows[${index}].${fault.path}` })),
  )
  if (faults.length > 0) throw new Invalid(faults)

  const at = new Date().toISOString()
  const by = actor.name ?? ''
  const lastPosition = Math.max(0, ...[...present.values()].map(({ fields }) => fields.position))
  const added: ItemRow[] = []
  const changed: { before: ItemRow; after: ItemRow }[] = []
  const ids = rows.map((row) => {
    const before = row.id === undefined ? undefined : present.get(row.id)
    if (before === undefined) {
      const item = newItem(plan, row, lastPosition + added.length + 1, by)
      added.push(item)
      return item.id
    }
    refuseLost(row, before)
    changed.push({ before, after: changedItem(before, row, { version: before.version + 1, by, at }) })
    return before.id
  })
  await insertItems(transaction, added)
  for (const { after } of changed) await updateItem(transaction, after, by)
  await record(transaction, actor, {
    action: 'plan.items-saved',
    subject: { kind: 'plan', id: plan.id, name: String(plan.year) },
    bodyId: plan.bodyId,
    rootId: plan.rootId,
    before: Object.fromEntries(changed.map(({ before, after }) => [before.id, said(before, after)])),
    after: Object.fromEntries([
      ...changed.map(({ before, after }) => [after.id, said(after, before)]),
      ...added.map((item) => [item.id, item.fields]),
    ]),
  })
  return ids
}

/** What a line says, for the audit trail; also how it stands, where that is another than on the other side. */
function said({ fields, standing, adjustReason }: ItemRow, other: ItemRow): object {
  return standing === other.standing ? fields : { ...fields, standing, adjustReason }
}

function rowFaults(row: RowToSave, present: ReadonlyMap<string, ItemRow>, plan: PlanRow): Fault[] {
  const before = row.id === undefined ? undefined : present.get(row.id)
  if (row.id !== undefined && before === undefined) {
    return [
      fault('id', 'dòng này không còn trong kế hoạch; hãy tải lại', 'this line is no longer in the plan; reload it'),
    ]
  }
  if (before !== undefined && row.version === undefined) {
    return [fault('version', 'còn thiếu số bản của dòng đang sửa', 'missing: the version of the line that is changed')]
  }
  const fields = { ...(before?.fields ?? BLANK_ITEM), ...stated(row.fields) }
  return [
    ...(fields.title === ''
      ? [fault('fields.title', 'còn thiếu tên đoàn', 'missing: the name of the delegation')]
      : []),
    ...itemFaults(fields, plan.year, plan.edition).map((one) => ({ ...one, path: `fields.${one.path}` })),
  ]
}

/** Only the fields that the change states. */
function stated(change: PlanItemChange): Partial<PlanItemFields> {
  return Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
}

function newItem(plan: PlanRow, row: RowToSave, position: number, by: string): ItemRow {
  const id = newId()
  return {
    id,
    planId: plan.id,
    rootId: plan.rootId,
    bodyId: plan.bodyId,
    originId: id,
    year: plan.year,
    edition: plan.edition,
    planState: plan.state,
    standing: 'planned',
    fields: { ...BLANK_ITEM, position, ...stated(row.fields) },
    adjustReason: row.adjustReason ?? '',
    asked: null,
    mergedIntoId: null,
    decision: 'open',
    version: 1,
    touched: {},
    changedAt: '',
    changedBy: by,
  }
}

/** The line with the change. Where one that was dropped is taken in again, the reason for dropping it goes. */
function changedItem(before: ItemRow, row: RowToSave, touch: { version: number; by: string; at: string }): ItemRow {
  const fields = { ...before.fields, ...stated(row.fields) }
  const names = changedFields(before.fields, fields).map(({ field }) => field)
  const again = row.again === true && before.standing === 'dropped'
  return {
    ...before,
    fields,
    standing: again ? 'planned' : before.standing,
    adjustReason: row.adjustReason ?? (again ? '' : before.adjustReason),
    touched: { ...before.touched, ...Object.fromEntries(names.map((name) => [name, touch])) },
  }
}

/** Refuses where the row would undo what somebody else wrote into the same field since it was read. */
function refuseLost(row: RowToSave, before: ItemRow): void {
  if (row.version === undefined || row.version >= before.version) return
  const read = row.version
  const differing = changedFields(before.fields, { ...before.fields, ...stated(row.fields) })
  for (const { field } of differing) {
    const name = field as keyof PlanItemFields
    const touch = before.touched[name]
    if (touch === undefined || touch.version <= read) continue
    const words = FIELD_NAMES[name]
    throw new Conflict({
      vi: `Dòng «${before.fields.title}»: ${touch.by} vừa sửa ô «${words.vi}» lúc ${when(touch.at)}. Hãy tải lại dòng này rồi sửa lại.`,
      en: `Line “${before.fields.title}”: ${touch.by} changed “${words.en}” at ${when(touch.at)}. Reload the line and change it again.`,
    })
  }
}
