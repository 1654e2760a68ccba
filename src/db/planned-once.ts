/** The statements that a connection keeps planned, by their text, each under a name. */
const names = new Map<string, string>()
const MOST_KEPT = 1000

/**
 * The name under which a connection keeps a statement planned, to run it again with new values: under row-level security
 * planning takes most of the time of a short statement. None for one whose page is asked for by `limit $n`: how a list is
 * best found depends on its values.
 */
export function nameOf(text: string, values: readonly unknown[]): string | undefined {
  if (values.length === 0 || text.includes('limit $')) return undefined
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_KEPT) return known
  const name = `kept${names.size}`
  names.set(text, name)
  return name
}
