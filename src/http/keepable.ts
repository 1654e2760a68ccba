import { type Fault, Invalid } from '../kernel/errors.ts'
import { pathText } from '../kernel/faults.ts'
import { keepable } from '../kernel/text.ts'

/** Deeper than any form; what reads and writes JSON step by step would come to the end of its stack. */
const DEEPEST = 60
const MOST_TOLD = 20
/**
 * Throws `Invalid` for an input that no database keeps as it came, with the path of each such text. Nothing is taken out of it: what is
 * signed and hashed must be what was sent. The browser part takes such signs out of what is pasted before it sends it.
 */
export function refuseUnkeepable(input: unknown): void {
  const faults: Fault[] = []
  const open: { value: unknown; path: readonly PropertyKey[] }[] = [{ value: input, path: [] }]
  while (open.length > 0 && faults.length < MOST_TOLD) {
    const { value, path } = open.pop() ?? { value: undefined, path: [] }
    if (typeof value === 'string' && isUnkeepable(value)) faults.push(unkeepable(path))
    if (typeof value !== 'object' || value === null || value instanceof Uint8Array) continue
    if (path.length === DEEPEST) throw new Invalid([tooDeep(path)])
    for (const [name, inner] of Object.entries(value)) {
      if (isUnkeepable(name)) faults.push(unkeepable(path))
      else if (typeof inner === 'string' ? isUnkeepable(inner) : typeof inner === 'object') {
        open.push({ value: inner, path: [...path, Array.isArray(value) ? Number(name) : name] })
      }
    }
  }
  if (faults.length > 0) throw new Invalid(faults)
}

/** U+0000, which no database keeps, and halves of a letter (lone surrogates), which no text has. */
function isUnkeepable(text: string): boolean {
  return keepable(text) !== text
}

function unkeepable(path: readonly PropertyKey[]): Fault {
  return {
    path: pathText(path),
    message: {
      vi: 'có ký tự không lưu được (U+0000 hoặc nửa ký tự), thường do dán từ chương trình khác; hãy xóa ký tự đó rồi gửi lại',
      en: 'holds a character that cannot be kept (U+0000, or half of one), as pasted from other programs; delete it and send it again',
    },
  }
}

function tooDeep(path: readonly PropertyKey[]): Fault {
  return {
    path: pathText(path.slice(0, 5)),
    message: {
      vi: `lồng nhau quá ${DEEPEST} tầng; hãy gửi dữ liệu phẳng hơn`,
      en: `nested deeper than ${DEEPEST} levels; send it flatter`,
    },
  }
}
