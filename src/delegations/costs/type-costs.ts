import type { Content } from '../content/content.ts'
import { isItems, isObject, type Json, type JsonObject } from '../content/json.ts'

/** How the page writes what is typed of an estimate into the content. Pure. */

type Part = 'norms' | 'lines'

/** The content with fields of one item of a part changed; `undefined` takes a field away. The item is made where it is not there. */
export function withCost(
  content: Content,
  part: Part,
  key: string,
  change: Readonly<Record<string, Json | undefined>>,
): Content {
  const items = itemsOf(content, part)
  const known = items.find((item) => item.key === key)
  const changed = changedItem(known ?? { key }, change)
  const next = known === undefined ? [...items, changed] : items.map((item) => (item === known ? changed : item))
  return written(content, part, next)
}

/** The content without one item of a part. */
export function withoutCost(content: Content, part: Part, key: string): Content {
  return written(
    content,
    part,
    itemsOf(content, part).filter((item) => item.key !== key),
  )
}

/** The items of a part, as they were typed. */
export function itemsOf({ costs }: Content, part: Part): JsonObject[] {
  const items = isObject(costs) ? costs[part] : undefined
  return isItems(items) ? items : []
}

function written(content: Content, part: Part, items: JsonObject[]): Content {
  const costs = isObject(content.costs) ? content.costs : {}
  return { ...content, costs: { ...costs, [part]: items } }
}

function changedItem(item: JsonObject, change: Readonly<Record<string, Json | undefined>>): JsonObject {
  const fields = Object.entries({ ...item, ...change }).flatMap(([name, value]) =>
    value === undefined ? [] : [[name, value] as const],
  )
  return Object.fromEntries(fields)
}
