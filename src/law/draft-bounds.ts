import { Parser } from 'yaml'
import type { FileFault } from './law-files.ts'

/** Nested deeper, a text can bring down the reader of YAML and whoever runs it; data files of the law have a quarter of it. */
const DEPTH = 60
/** Names in one list are compared with one another. */
const WIDTH = 1000

interface Token {
  offset?: number
  key?: unknown
  value?: unknown
  items?: unknown[]
}

/** Why a text must not be read at all, before anything in it is: it is nested too deep, or a list of it too long. */
export function boundFaults(file: string, text: string): FileFault[] {
  const waiting: [token: Token, depth: number, offset: number][] = []
  for (const token of new Parser().parse(text)) waiting.push([token as Token, 0, 0])
  for (let next = waiting.pop(); next; next = waiting.pop()) {
    const [token, depth, above] = next
    const offset = token.offset ?? above
    if (depth > DEPTH) return [faultAt(offset, 'lồng quá sâu; hãy bớt tầng (nested too deep; use fewer levels)')]
    if ((token.items?.length ?? 0) > WIDTH) {
      return [faultAt(offset, `danh sách quá ${WIDTH} mục; hãy bớt (a list of more than ${WIDTH} entries; shorten it)`)]
    }
    for (const inner of [token.key, token.value, ...(token.items ?? [])]) {
      if (typeof inner === 'object' && inner !== null) waiting.push([inner as Token, depth + 1, offset])
    }
  }
  return []

  function faultAt(offset: number, message: string): FileFault {
    return { file, line: text.slice(0, offset).split('\n').length, message: `YAML: ${message}` }
  }
}
