import { addDays, type Day, formatDay } from '../kernel/day.ts'
import { Refused } from '../kernel/errors.ts'
import { newId } from '../kernel/ids.ts'
import type { BodyFields } from './contract.ts'
import type { Version } from './store.ts'

/** What becomes of a history: versions that are written anew, and one that is added. */
export interface Change {
  update: Version[]
  insert: Version[]
}

/** The version in force on a day; `undefined` when there is none. */
export function versionOn(history: readonly Version[], day: Day): Version | undefined {
  return history.find((version) => version.from <= day && (version.to === null || version.to >= day))
}

/**
 * From a day on, until the next change that is known, the body is something else. On the day on which a version begins,
 * this one takes its place. Throws `Refused` when the body did not exist on the day.
 */
export function changeFrom(
  history: readonly Version[],
  from: Day,
  fields: BodyFields & { document: string | null },
): Change {
  const covered = versionOn(history, from)
  if (!covered) throw notThere(history, from)
  const { to, endDocument } = covered
  const { versionId } = covered
  if (covered.from === from)
    return { update: [{ ...covered, ...fields, versionId, from, to, endDocument }], insert: [] }
  return {
    update: [{ ...covered, to: addDays(from, -1), endDocument: null }],
    insert: [{ ...covered, ...fields, versionId: newId(), from, to, endDocument }],
  }
}

/** The body exists until a day, by a document. Throws `Refused` when it did not exist then, or when changes after that day are known. */
export function endOn(history: readonly Version[], last: Day, document: string): Change {
  const covered = versionOn(history, last)
  if (!covered) throw notThere(history, last)
  const later = history.find((version) => version.from > last)
  if (later) {
    throw new Refused({
      vi: `«${covered.name}» còn một thay đổi từ ngày ${formatDay(later.from)} (${later.name}). Hãy chọn ngày kết thúc sau đó.`,
      en: `“${covered.name}” has a change from ${formatDay(later.from)} (${later.name}). Choose a last day after it.`,
    })
  }
  return { update: [{ ...covered, to: last, endDocument: document }], insert: [] }
}

function notThere(history: readonly Version[], day: Day): Refused {
  const first = history[0]
  const last = history.at(-1)
  if (first && day < first.from) {
    return new Refused({
      vi: `«${first.name}» chỉ có từ ngày ${formatDay(first.from)}. Hãy chọn ngày từ đó trở đi.`,
      en: `“${first.name}” exists only from ${formatDay(first.from)}. Choose a day from then on.`,
    })
  }
  return new Refused({
    vi: `«${last?.name}» đã kết thúc ngày ${last?.to ? formatDay(last.to) : '?'}. Hãy chọn ngày trước đó, hoặc cơ quan kế thừa.`,
    en: `“${last?.name}” ended on ${last?.to ? formatDay(last.to) : '?'}. Choose a day before, or the body that succeeded it.`,
  })
}
