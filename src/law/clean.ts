/** Deeper than any field of the contract: what lies below is an unknown field in any case. */
const DEEPEST = 12

/**
 * A copy of parsed JSON in which `null` is left out, being "not stated", save `plan` and its `itemId`, where it says that
 * there is none; and in which text is in Unicode NFC.
 */
export function clean(json: unknown): unknown {
  return cleaned(json, '', 0)
}

/** The text in Unicode NFC: at once where no letter in it is one that a letter and a sign could have made. */
export function composed(text: string): string {
  for (let at = 0; at < text.length; at += 1) {
    if (!isPlain(text.charCodeAt(at))) return text.normalize('NFC')
  }
  return text
}

/** The letters of Vietnamese, and dashes and quotation marks: side by side too they stay what they are. */
function isPlain(unit: number): boolean {
  return unit < 0x300 || (unit >= 0x1e00 && unit < 0x1f00) || (unit >= 0x2010 && unit < 0x2028)
}

function cleaned(value: unknown, key: string, depth: number): unknown {
  if (typeof value === 'string') return composed(value)
  if (typeof value !== 'object' || value === null || depth > DEEPEST) return value
  if (Array.isArray(value)) return value.map((item) => cleaned(item, key, depth + 1))
  const copy: Record<string, unknown> = {}
  for (const name of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[name]
    if (inner === undefined || (inner === null && !nullSpeaks(name, key))) continue
    // Own `__proto__` of hostile JSON becomes an ordinary unknown field, not the copy's prototype.
    if (name === '__proto__') Object.defineProperty(copy, ' __proto__', { value: inner, enumerable: true })
    else copy[name] = cleaned(inner, name, depth + 1)
  }
  return copy
}

/** The fields where `null` is a statement: there is no plan; the trip is no item of it. */
function nullSpeaks(key: string, parent: string): boolean {
  return (
    (key === 'plan' && parent === '') ||
    (key === 'plan' && parent === 'dossier') ||
    (key === 'itemId' && parent === 'plan')
  )
}
