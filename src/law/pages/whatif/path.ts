import type { FieldKey } from '../../messages.vi.ts'

/** JSON as it stands in the draft. */
export type Json = string | number | boolean | null | undefined | Json[] | { [key: string]: Json }

type Step = string | number

/** These stay, empty as they may be: the contract asks for them, or their presence itself says something. */
const KEPT: ReadonlySet<string> = new Set(['sender', 'purpose', 'trip', 'plan'])

/** The steps of a path: `members[2].role` is members, 2, role. */
export function stepsOf(path: string): Step[] {
  return (path.match(/[^.[\]]+/g) ?? []).map((step) => (/^\d+$/.test(step) ? Number(step) : step))
}

/** The path with any item of a list written `[]`: `members[].role`. */
export function genericPath(path: string): FieldKey {
  return path.replace(/\[\d+\]/g, '[]') as FieldKey
}

/** The path of the thing that holds this one: of `members[2].role` it is `members[2]`; empty at the top. */
export function parentPath(path: string): string {
  return path.replace(/(^|\.)[^.[\]]+$|\[\d+\]$/, '')
}

/** What stands at a path; `undefined` where nothing does. */
export function readAt(json: Json, path: string): Json {
  let value = json
  for (const step of stepsOf(path)) value = child(value, step)
  return value
}

/**
 * A copy with `value` at a path, sharing all that does not change. `undefined` takes the place away: from a list the
 * item, from an object the field, and an optional object that has lost its last field goes too.
 */
export function writeAt(json: Json, path: string, value: Json): Json {
  return write(json, stepsOf(path), value)
}

function write(json: Json, steps: Step[], value: Json): Json {
  const [step, ...rest] = steps
  if (step === undefined) return value
  const next = rest.length === 0 ? value : prune(write(child(json, step), rest, value), step)
  if (typeof step === 'number') {
    const items = Array.isArray(json) ? json : []
    return items.toSpliced(step, 1, ...(next === undefined ? [] : [next]))
  }
  const { [step]: _, ...others } = isObject(json) ? json : {}
  return next === undefined ? others : { ...(isObject(json) ? json : {}), [step]: next }
}

function prune(json: Json, step: Step): Json {
  const empty = isObject(json) && Object.keys(json).length === 0
  return empty && typeof step === 'string' && !KEPT.has(step) ? undefined : json
}

function child(json: Json, step: Step): Json {
  if (typeof step === 'number') return Array.isArray(json) ? json[step] : undefined
  return isObject(json) ? json[step] : undefined
}

function isObject(json: Json): json is { [key: string]: Json } {
  return typeof json === 'object' && json !== null && !Array.isArray(json)
}
