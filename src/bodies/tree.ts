import { addDays, type Day, formatDay } from '../kernel/day.ts'
import { Refused } from '../kernel/errors.ts'
import type { Version } from './store.ts'
import { versionOn } from './versions.ts'

/**
 * Refuses a version whose place in the tree cannot be: under itself, or under a body that does not exist for as long as
 * it does. `tree` holds all versions of the root, with the changes already made.
 */
export function refuseWrongPlace(tree: readonly Version[], version: Version): void {
  if (version.parentId === null) return
  const above = tree.filter((one) => one.id === version.parentId)
  const gap = firstGap(above, version.from, version.to)
  if (gap) throw parentMissing(version, above, gap)
  for (const day of changeDays(tree, version)) refuseCircle(tree, version, day)
}

/** Those that stand under a body on some day after `last`. */
export function underAfter(tree: readonly Version[], bodyId: string, last: Day): Version[] {
  return tree.filter((version) => version.parentId === bodyId && (version.to === null || version.to > last))
}

/** The bodies of one day, each after the one above it, in official order, with its depth. */
export function inTreeOrder<Node extends { id: string; parentId: string | null }>(
  ordered: readonly Node[],
): (Node & { depth: number })[] {
  const known = new Set(ordered.map((node) => node.id))
  const under = new Map<string, Node[]>()
  for (const node of ordered) {
    const parent = node.parentId !== null && known.has(node.parentId) ? node.parentId : ''
    under.set(parent, [...(under.get(parent) ?? []), node])
  }
  const listed: (Node & { depth: number })[] = []
  const list = (parent: string, depth: number) => {
    for (const node of under.get(parent) ?? []) {
      listed.push({ ...node, depth })
      list(node.id, depth + 1)
    }
  }
  list('', 0)
  return listed
}

/** The bodies above one on a day, the root first. */
export function aboveOn(tree: readonly Version[], id: string, day: Day): Version[] {
  const own = versionOn(
    tree.filter((version) => version.id === id),
    day,
  )
  return own === undefined || own.parentId === null ? [] : ancestors(tree, own.parentId, day)
}

function ancestors(tree: readonly Version[], id: string, day: Day, seen: readonly string[] = []): Version[] {
  const own = versionOn(
    tree.filter((version) => version.id === id),
    day,
  )
  if (!own || seen.includes(id)) return own ? [own] : []
  return own.parentId === null ? [own] : [...ancestors(tree, own.parentId, day, [...seen, id]), own]
}

function refuseCircle(tree: readonly Version[], version: Version, day: Day): void {
  if (version.parentId === null) return
  if (version.parentId !== version.id && !ancestors(tree, version.parentId, day).some((one) => one.id === version.id))
    return
  throw new Refused({
    vi: `Ngày ${formatDay(day)}, «${version.name}» sẽ trực thuộc chính nó hoặc một đơn vị dưới nó. Hãy chọn cơ quan cấp trên khác.`,
    en: `On ${formatDay(day)} “${version.name}” would stand under itself or under one of its own. Choose another body above it.`,
  })
}

/** The days within a version on which the tree changes. */
function changeDays(tree: readonly Version[], { from, to }: Version): Day[] {
  const days = tree.map((version) => version.from).filter((day) => day > from && (to === null || day <= to))
  return [...new Set([from, ...days])].sort()
}

/** The first day between the two on which none of the versions is in force. */
function firstGap(versions: readonly Version[], from: Day, to: Day | null): Day | undefined {
  let day = from
  for (;;) {
    const covering = versionOn(versions, day)
    if (!covering) return day
    if (covering.to === null || (to !== null && covering.to >= to)) return undefined
    day = addDays(covering.to, 1)
  }
}

function parentMissing(version: Version, above: readonly Version[], day: Day): Refused {
  const name = above.at(-1)?.name
  if (name === undefined) {
    return new Refused({
      vi: `Cơ quan cấp trên của «${version.name}» không có trong cùng tỉnh, bộ này. Hãy chọn một cơ quan cùng cây tổ chức.`,
      en: `The body above “${version.name}” is not in the same tree. Choose one of the same province or ministry.`,
    })
  }
  return new Refused({
    vi: `Cơ quan cấp trên «${name}» không tồn tại vào ngày ${formatDay(day)}, khi «${version.name}» còn trực thuộc. Hãy chuyển «${version.name}» sang cơ quan khác từ ngày đó, hoặc chọn ngày khác.`,
    en: `The body above, “${name}”, does not exist on ${formatDay(day)}, while “${version.name}” stands under it. Move “${version.name}” elsewhere from that day, or choose another day.`,
  })
}
