import type { AuditContent } from '../contract.ts'

/** One field that a deed changed. */
export interface Change {
  /** Its path as the keys in the trail: `name`, or `<id>`, `vnd` inside one of several things. */
  path: readonly string[]
  before: unknown
  after: unknown
}

/** Stands in the trail for a piece of personal data, which is kept apart. */
export function isPersonal(value: unknown): value is { hash: string } {
  return isFields(value) && typeof value.hash === 'string' && Object.keys(value).length === 1
}

/** The fields that a deed changed, those inside a thing one by one, in the order in which they were written. */
export function changesOf({ before = {}, after = {} }: Pick<AuditContent, 'before' | 'after'>): Change[] {
  return inside([], before, after)
}

function inside(path: readonly string[], before: Fields, after: Fields): Change[] {
  const keys = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return keys.flatMap((key) => {
    const was = before[key]
    const is = after[key]
    if (goesDeeper(was) || goesDeeper(is)) return inside([...path, key], fieldsOf(was), fieldsOf(is))
    return JSON.stringify(was) === JSON.stringify(is) ? [] : [{ path: [...path, key], before: was, after: is }]
  })
}

type Fields = Readonly<Record<string, unknown>>

function goesDeeper(value: unknown): boolean {
  return isFields(value) && !isPersonal(value)
}

function fieldsOf(value: unknown): Fields {
  return isFields(value) ? value : {}
}

function isFields(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}
