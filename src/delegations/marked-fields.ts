import type { Fault } from '../kernel/errors.ts'
import type { Change } from './content/changes.ts'
import type { Json } from './content/json.ts'
import { MarkingFound, markingIn } from './markings.ts'

/** The fields within a value that bear a marking of secrecy, by keys (`members/k3/task`), each with what to do. Pure. */
export function markedFields(at: string, value: Json | undefined): (Fault & { marking: string })[] {
  const own = markingIn(at) ?? (typeof value === 'string' ? markingIn(value) : undefined)
  if (own !== undefined) return [{ path: at, marking: own, message: messageOf(own) }]
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) => markedFields(`${at}/${keyOf(inner) ?? name}`, inner))
}

/** Throws `MarkingFound` with the path of each changed field that bears a marking of secrecy. */
export function refuseMarkedFields(changes: readonly Change[]): void {
  const marked = changes.flatMap(({ at, to }) => markedFields(at, to))
  const [first] = marked
  if (first === undefined) return
  throw new MarkingFound(
    first.marking,
    marked.map(({ path, message }) => ({ path, message })),
  )
}

function keyOf(item: Json): string | undefined {
  return typeof item === 'object' && item !== null && !Array.isArray(item) && typeof item.key === 'string'
    ? item.key
    : undefined
}

function messageOf(marking: string) {
  return {
    vi: `Chưa lưu: có dấu chỉ độ mật «${marking}». Hãy bỏ phần đó và gửi theo đường văn thư mật; nội dung này không được giữ lại ở đâu.`,
    en: `Not saved: it bears the marking of secrecy “${marking}”. Take that out and send it by the classified mail; the text is kept nowhere.`,
  }
}
