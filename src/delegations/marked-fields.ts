import type { Fault } from '../kernel/errors.ts'
import { MarkingFound, markingIn } from '../kernel/markings.ts'
import type { Change } from './content/changes.ts'
import type { Json } from './content/json.ts'

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
    vi: `Chưa lưu, và trình duyệt cũng không giữ lại: có dấu chỉ độ mật «${marking}». Hãy bỏ phần đó và gửi theo đường văn thư mật.`,
    en: `Not saved, nor kept by the browser: it bears the marking of secrecy “${marking}”. Take that out and send it by the classified mail.`,
  }
}

/** What is said at the field once the text itself is gone with the page. */
export function goneMessage(marking: string) {
  return {
    vi: `Nội dung vừa nhập ở đây không được lưu hay giữ lại vì có dấu chỉ độ mật «${marking}»; đang hiện bản đã lưu. Hãy nhập lại, không có phần đó.`,
    en: `What was typed here was neither saved nor kept, for it bears the marking of secrecy “${marking}”; what is shown is as saved. Type it again without that.`,
  }
}
