import { createHash } from 'node:crypto'
import type { Day } from '../../kernel/day.ts'
import type { ShownText } from './contract.ts'
import { type DeclarationKind, type DeclarationText, textOn } from './texts.ts'

/** A text of a day as it is shown and signed. */
export function shownText(kind: DeclarationKind, day: Day): ShownText {
  const text = textOn(kind, day)
  const { version, title, text: words } = text
  return { kind, version, title, text: words, hash: hashOfText(text) }
}

/** The SHA-256 of what was read, hexadecimal: the same words, the same hash. */
export function hashOfText({ kind, version, title, text }: DeclarationText): string {
  return createHash('sha256')
    .update(JSON.stringify([kind, version, title.vi, title.en, text.vi, text.en]))
    .digest('hex')
}
