/** JSON as it stands in a dossier. An absent field means "not stated", which `null` does not. */
export type Json = string | number | boolean | null | Json[] | JsonObject
export interface JsonObject {
  [field: string]: Json
}

/** An item of a list: the key by which it is found again when others add and remove items around it. */
export type Keyed = JsonObject & { key: string }

/** Whether the value is an object, and neither a list nor null. */
export function isObject(value: Json | undefined): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Whether the value is a list whose items are things with fields of their own; an empty list may become one. */
export function isItems(value: Json | undefined): value is JsonObject[] {
  return Array.isArray(value) && value.every(isObject)
}

/** Whether two values state the same; the order of fields does not matter, that of a list does. */
export function sameJson(one: Json | undefined, other: Json | undefined): boolean {
  if (one === other) return true
  if (Array.isArray(one) && Array.isArray(other)) {
    return one.length === other.length && one.every((item, at) => sameJson(item, other[at]))
  }
  if (!isObject(one) || !isObject(other)) return false
  const names = Object.keys(one)
  return names.length === Object.keys(other).length && names.every((name) => sameJson(one[name], other[name]))
}
