import type { LawOnDay } from './law.ts'

const wordings = new WeakMap<LawOnDay, ReadonlyMap<string, string>>()

/** What the norms of a day ask, administered values filled in, as text by rule and place. */
export function wordingOn(onDay: LawOnDay): ReadonlyMap<string, string> {
  const known = wordings.get(onDay)
  if (known !== undefined) return known
  const words = new Map<string, string>()
  for (const { norm, when, who, parameters } of onDay.norms) {
    const name = `${norm.rule.id} ${norm.id}`
    const said = JSON.stringify([parameters, when, who, norm.severity, norm.grades])
    words.set(name, `${words.get(name) ?? ''}${said}`)
  }
  wordings.set(onDay, words)
  return words
}

/** The norms, by rule and place, that the one day has and the other has not, or has in other words. */
export function normsOnlyOf(one: LawOnDay, other: LawOnDay): string[] {
  const [here, there] = [wordingOn(one), wordingOn(other)]
  return [...here.keys()].filter((name) => here.get(name) !== there.get(name))
}
