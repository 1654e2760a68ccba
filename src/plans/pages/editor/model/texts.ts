import { fold } from '../../../../kernel/vietnamese.ts'
import type { Alternative, PlannedPeople } from '../../../plan-item.ts'

/** Parts of a line that are written as one text in a cell: who goes, and whether it could be done otherwise. */

/** People by post, as they are written: `Giám đốc; Chuyên viên ×3`. */
export function writePeople(people: readonly PlannedPeople[]): string | null {
  if (people.length === 0) return null
  return people.map(({ post, count }) => (count === 1 ? post : `${post} ×${count}`)).join('; ')
}

/** Reads posts with their numbers (`3 chuyên viên`, `Chuyên viên ×3`); who is named for a post stays named for it. */
export function readPeople(text: string | null, before: readonly PlannedPeople[]): PlannedPeople[] {
  const named = before.filter(({ personId }) => personId !== null)
  return (text ?? '')
    .split(/[;\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((part) => {
      const { post, count } = counted(part)
      const place = count === 1 ? named.findIndex((one) => fold(one.post) === fold(post)) : -1
      const [person] = place === -1 ? [] : named.splice(place, 1)
      return { post: post.slice(0, 300), count, personId: person?.personId ?? null }
    })
}

function counted(part: string): { post: string; count: number } {
  const after = /^(.+?)\s*(?:[×x]\s*(\d{1,4})|\((\d{1,4})\))$/i.exec(part)
  const before = /^0*(\d{1,4})\s*[×x]?\s+(.+)$/i.exec(part)
  const post = (after?.[1] ?? before?.[2] ?? part).trim()
  const count = Number(after?.[2] ?? after?.[3] ?? before?.[1] ?? 1)
  return count >= 1 && count <= 1000 ? { post, count } : { post: part, count: 1 }
}

/** The answer to "could it be done otherwise?" as it is written: `Không: cần xem hiện trường`. */
export function writeAlternative(answer: Alternative | null): string | null {
  return answer === null ? null : `${answer.able ? 'Có' : 'Không'}: ${answer.reason}`
}

/** Reads yes or no and, after it, why; `undefined` where one of them is missing. */
export function readAlternative(text: string | null): Alternative | null | undefined {
  if (text === null) return null
  const said = /^(có|không|co|khong|yes|no)\s*[:,.;–-]*\s*(\S[\s\S]*)$/i.exec(text.trim())
  if (!said?.[1] || !said[2]) return undefined
  return { able: ['co', 'yes'].includes(fold(said[1])), reason: said[2].trim() }
}
