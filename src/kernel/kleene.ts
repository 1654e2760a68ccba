/**
 * Three-valued logic of Kleene: a fact that is not stated is `undefined`, and stays so unless the stated ones decide.
 * Source: S. C. Kleene, "Introduction to Metamathematics" (1952), § 64, the strong tables.
 */
export type Truth = boolean | undefined

/** False as soon as one is false, true when all are true, else not known. Empty: true. */
export function and(...parts: Truth[]): Truth {
  if (parts.includes(false)) return false
  return parts.includes(undefined) ? undefined : true
}

/** True as soon as one is true, false when all are false, else not known. Empty: false. */
export function or(...parts: Truth[]): Truth {
  if (parts.includes(true)) return true
  return parts.includes(undefined) ? undefined : false
}

/** The opposite; not known stays not known. */
export function not(part: Truth): Truth {
  return part === undefined ? undefined : !part
}
