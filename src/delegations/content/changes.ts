import { isItems, isObject, type Json, type JsonObject, sameJson } from './json.ts'

/**
 * One field as it was read and as it is to be: `{ at: 'members/k3/task', from: '…', to: '…' }`. A step of the path is the
 * name of a field or the key of an item. An absent `from` or `to`: the field is not stated.
 */
export interface Change {
  at: string
  from?: Json | undefined
  to?: Json | undefined
}

/** A change that was not made, because the field has meanwhile become something else. */
export interface Clash extends Change {
  /** What stands there now; absent: nothing does. */
  now?: Json | undefined
}

/** What leads from one content to another, field by field; applied to the first it gives the second. Pure. */
export function changesBetween(before: JsonObject, after: JsonObject): Change[] {
  return changesOfFields('', before, after)
}

/**
 * Makes those of the changes that meet the field as they read it, or as they want it; the others are told. So what two
 * people write into different fields is kept, and of what they write into the same one nothing is lost unseen. Pure: the
 * content given stays as it is.
 */
export function applyChanges(
  content: JsonObject,
  changes: readonly Change[],
): { content: JsonObject; clashes: Clash[] } {
  const clashes: Clash[] = []
  let current = content
  for (const change of changes) {
    const now = readAtKeys(current, change.at)
    if (sameJson(now, change.to) || isBegunTwice(now, change)) continue
    if (sameJson(now, change.from) && holderIsThere(current, change.at)) {
      current = writeAtKeys(current, change.at, change.to)
    } else clashes.push(now === undefined ? { ...change } : { ...change, now })
  }
  return { content: current, clashes }
}

/** Where a value stands: `members/k3/task`, or the steps to it, for whoever reads and writes there more than once. */
export type Path = string | readonly string[]

/** The steps of a path. */
export function stepsOf(at: Path): readonly string[] {
  return typeof at === 'string' ? at.split('/') : at
}

/** What stands at a path of keys; `undefined` where nothing does. */
export function readAtKeys(content: JsonObject, at: Path): Json | undefined {
  let value: Json | undefined = content
  for (const step of stepsOf(at)) value = innerOf(value, step)
  return value
}

/**
 * A copy with a value at a path of keys; `undefined` takes the field or the item away. Whoever writes many passes the same
 * `copies` each time: what was copied for one is written into for the next.
 */
export function writeAtKeys(
  content: JsonObject,
  at: Path,
  value: Json | undefined,
  copies: Set<Json> = new Set(),
): JsonObject {
  return writeStep(content, stepsOf(at), 0, value, copies) as JsonObject
}

function changesOf(at: string, before: Json | undefined, after: Json | undefined): Change[] {
  if (sameJson(before, after)) return []
  if (isItems(after) && (before === undefined || isItems(before))) return changesOfItems(at, before, after)
  if (isItems(before) && before.length > 0 && after === undefined) {
    return [...before.map((item) => change(`${at}/${keyOf(item)}`, item, undefined)), change(at, [], undefined)]
  }
  if (isObject(after) && (before === undefined || isObject(before))) {
    const created = before === undefined ? [change(at, undefined, {})] : []
    return [...created, ...changesOfFields(`${at}/`, before ?? {}, after)]
  }
  return [change(at, before, after)]
}

function changesOfFields(prefix: string, before: JsonObject, after: JsonObject): Change[] {
  const names = [...new Set([...Object.keys(before), ...Object.keys(after)])]
  return names.flatMap((name) => changesOf(`${prefix}${name}`, before[name], after[name]))
}

function changesOfItems(at: string, before: JsonObject[] | undefined, after: JsonObject[]): Change[] {
  const old = new Map((before ?? []).map((item) => [keyOf(item), item]))
  const kept = new Set(after.map(keyOf))
  const gone = [...old].filter(([key]) => !kept.has(key)).map(([key, item]) => change(`${at}/${key}`, item, undefined))
  const rest = after.flatMap((item) => {
    const known = old.get(keyOf(item))
    const path = `${at}/${keyOf(item)}`
    return known === undefined ? [change(path, undefined, item)] : changesOfFields(`${path}/`, known, item)
  })
  return [...(before === undefined ? [change(at, undefined, [])] : []), ...gone, ...rest]
}

function change(at: string, from: Json | undefined, to: Json | undefined): Change {
  return { at, ...(from === undefined ? {} : { from }), ...(to === undefined ? {} : { to }) }
}

function keyOf(item: JsonObject): string {
  if (typeof item.key !== 'string') throw new Error('an item of a list has no key')
  return item.key
}

/** Two who both begin a list, or a group of fields, begin the same one. */
function isBegunTwice(now: Json | undefined, { from, to }: Change): boolean {
  if (from !== undefined) return false
  if (Array.isArray(to)) return to.length === 0 && isItems(now)
  return isObject(to) && Object.keys(to).length === 0 && isObject(now)
}

/** Whether the thing is there in which the field stands: nothing is written into an item that somebody has removed. */
function holderIsThere(content: JsonObject, at: string): boolean {
  const steps = stepsOf(at).slice(0, -1)
  return steps.length === 0 || readAtKeys(content, steps) !== undefined
}

/** The field of this name, or the item of this key. */
export function innerOf(value: Json | undefined, step: string): Json | undefined {
  if (Array.isArray(value)) return value.find((item) => isObject(item) && item.key === step)
  return isObject(value) && Object.hasOwn(value, step) ? value[step] : undefined
}

/** Writes inside of what the first steps have led to. */
function writeStep(
  value: Json | undefined,
  steps: readonly string[],
  done: number,
  to: Json | undefined,
  copies: Set<Json>,
): Json | undefined {
  const step = steps[done]
  if (step === undefined) return to
  if (Array.isArray(value)) {
    const at = value.findIndex((item) => isObject(item) && item.key === step)
    const next = writeStep(value[at], steps, done + 1, to, copies)
    return at < 0 && next === undefined ? value : withItem(value, at < 0 ? value.length : at, next, copies)
  }
  const object = isObject(value) ? value : {}
  return withField(object, step, writeStep(innerOf(object, step), steps, done + 1, to, copies), copies)
}

function withItem(list: Json[], at: number, item: Json | undefined, copies: Set<Json>): Json[] {
  const written = copies.has(list) ? list : [...list]
  written.splice(at, 1, ...(item === undefined ? [] : [item]))
  copies.add(written)
  return written
}

function withField(object: JsonObject, name: string, value: Json | undefined, copies: Set<Json>): JsonObject {
  // Assigned, a field of this name would become the prototype; in a new object it is a field like any other.
  if (value !== undefined && copies.has(object) && name !== '__proto__') {
    object[name] = value
    return object
  }
  const written = value === undefined ? withoutField(object, name) : { ...object, [name]: value }
  copies.add(written)
  return written
}

function withoutField({ ...object }: JsonObject, name: string): JsonObject {
  delete object[name]
  return object
}
