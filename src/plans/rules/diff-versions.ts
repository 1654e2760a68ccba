import type { PlanContent } from '../answers.ts'
import { type PlanItemFields, vndOfItem } from '../plan-item.ts'

type Item = PlanContent['items'][number]

/** A field that is another than before. */
export interface FieldChange {
  field: string
  before: unknown
  after: unknown
}

/** A line that both versions have, and what became of it. */
export interface ItemChange {
  originId: string
  title: string
  fields: FieldChange[]
  /** What the change adds to the plan's cost, in VND. */
  vnd: number
  reason: string
}

/** What one version of a plan has and the other has not. Lines that were given up, cut or merged count as removed. */
export interface PlanDiff {
  head: FieldChange[]
  added: Item[]
  removed: Item[]
  changed: ItemChange[]
  vnd: { before: number; after: number; change: number }
}

/** The readable difference between two versions of a plan, of the same or of different editions. */
export function diffVersions(before: PlanContent, after: PlanContent): PlanDiff {
  const old = standing(before)
  const now = standing(after)
  const [sumBefore, sumAfter] = [sum(old), sum(now)]
  return {
    head: HEAD.flatMap((field) => changeOf(field, before[field], after[field])),
    added: [...now.values()].filter(({ originId }) => !old.has(originId)),
    removed: [...old.values()]
      .filter(({ originId }) => !now.has(originId))
      // As it last stood there, with why it was given up.
      .map((item) => ({ ...item, reason: reasonIn(after, item.originId) })),
    changed: [...now.values()].flatMap((item) => itemChange(old.get(item.originId), item)),
    vnd: { before: sumBefore, after: sumAfter, change: sumAfter - sumBefore },
  }
}

/** Whether two versions say the same. */
export function isEmpty({ head, added, removed, changed }: PlanDiff): boolean {
  return head.length + added.length + removed.length + changed.length === 0
}

/** The fields of `after` that differ from `before`; its place in the plan is none of its content. */
export function changedFields(before: PlanItemFields, after: PlanItemFields): FieldChange[] {
  return (Object.keys(after) as (keyof PlanItemFields)[])
    .filter((field) => field !== 'position')
    .flatMap((field) => changeOf(field, before[field], after[field]))
}

const HEAD = ['travelLine', 'note'] as const

function itemChange(before: Item | undefined, after: Item): ItemChange[] {
  if (before === undefined) return []
  const fields = changedFields(before.fields, after.fields)
  if (fields.length === 0) return []
  const vnd = vndOfItem(after.fields) - vndOfItem(before.fields)
  return [{ originId: after.originId, title: after.fields.title, fields, vnd, reason: after.reason }]
}

function changeOf(field: string, before: unknown, after: unknown): FieldChange[] {
  return canonical(before) === canonical(after) ? [] : [{ field, before, after }]
}

/** A value as text, with the keys of objects in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1)))
      : inner,
  )
}

function standing({ items }: PlanContent): Map<string, Item> {
  return new Map(items.filter((item) => item.standing === 'planned').map((item) => [item.originId, item]))
}

function reasonIn({ items }: PlanContent, originId: string): string {
  return items.find((item) => item.originId === originId)?.reason ?? ''
}

function sum(items: Map<string, Item>): number {
  return [...items.values()].reduce((total, { fields }) => total + vndOfItem(fields), 0)
}
