import { searchKey, searchWords } from '../../../kernel/vietnamese.ts'
import type { Body } from '../../contract.ts'

/** What the list shows of the register. */
export interface Wanted {
  q: string | undefined
  level: Body['level'] | undefined
  missions: boolean | undefined
}

/** Whether anything is looked for: then the bodies are listed by themselves, not as a tree. */
export function isNarrowed({ q, level, missions }: Wanted): boolean {
  return q !== undefined || level !== undefined || missions !== undefined
}

/** The bodies looked for, in the order given; found by the beginnings of words as the server finds them. */
export function narrowed<Row extends Body>(bodies: readonly Row[], { q, level, missions }: Wanted): Row[] {
  const words = searchWords(q ?? '')
  return bodies.filter((body) => {
    if (level !== undefined && body.level !== level) return false
    if (missions !== undefined && body.isMission !== missions) return false
    const key = searchKey(body.name, body.shortName, body.code)
    return words.every((word) => key.includes(` ${word}`))
  })
}
