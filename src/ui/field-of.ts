/**
 * The field to which a fault's path belongs: the one of that name, or the nearest that holds it (`members` holds
 * `members[2].role`); `undefined` when none does.
 */
export function fieldOf(path: string, names: readonly string[]): string | undefined {
  const holding = names.filter((name) => path === name || path.startsWith(`${name}.`) || path.startsWith(`${name}[`))
  return holding.reduce<string | undefined>(
    (nearest, name) => (nearest === undefined || name.length > nearest.length ? name : nearest),
    undefined,
  )
}
