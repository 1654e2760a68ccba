import type { Stated } from '../../../law/pages/whatif/surroundings.tsx'
import { type Change, changesBetween, writeAtKeys } from '../../content/changes.ts'
import type { Content } from '../../content/content.ts'
import { contestKey, contestOf, type Fact, isFinal, withFacts, writeInto } from '../../content/facts.ts'
import { isObject, type Json } from '../../content/json.ts'
import { pathOfKeys } from './paths.ts'

/** How what the registers say and what is typed stand on one page, and come apart again when it is saved. */

/**
 * The content after the page was changed from what `withFacts` shows of it to something else: each change is made in it
 * as well, save where a register's value counts. Pure.
 */
export function typedInto(content: Content, facts: readonly Fact[], shown: Content): Content {
  const counting = facts.filter((fact) => contestOf(content, fact) === undefined)
  const own = ({ at }: Change) => !counting.some((fact) => at === fact.at || at.startsWith(`${fact.at}/`))
  return changesBetween(withFacts(content, facts), shown)
    .filter(own)
    .reduce((current, { at, to }) => writeInto(current, at, to), content)
}

/** The content with the register's value contested: it stays as it is, and can be typed from now on. Pure. */
export function contested(content: Content, { at, value }: Fact, note: string): Content {
  return writeAtKeys(writeAtKeys(content, at, value), `contests/${contestKey(at)}`, note)
}

/** The content with the register's value counting again. Pure. */
export function accepted(content: Content, { at }: Fact): Content {
  return writeAtKeys(content, `contests/${contestKey(at)}`, undefined)
}

/** What a field of the page is told of the register, with the fact behind it. */
export type Registered = Stated & { fact: Fact }

/** What registers say, by the path of the field on the page; entries of `before` that are the same stay the same. */
export function registeredFields(
  shown: Content,
  facts: readonly Fact[],
  before: ReadonlyMap<string, Registered>,
): ReadonlyMap<string, Registered> {
  const entries = facts.flatMap((fact) => {
    const contest = contestOf(shown, fact)
    return leavesOf(fact).flatMap(([at, value]): [string, Registered][] => {
      const path = pathOfKeys(shown, at)
      if (path === undefined) return []
      const old = before.get(path)
      if (old?.fact === fact && old.contest === contest) return [[path, old]]
      return [[path, { value, source: fact.source, contest, final: isFinal(fact), fact }]]
    })
  })
  const same = entries.length === before.size && entries.every(([path, entry]) => before.get(path) === entry)
  return same ? before : new Map(entries)
}

/** A fact about a thing with fields of its own is told at the thing and at each of them. */
function leavesOf({ at, value }: Fact): [at: string, value: Json][] {
  if (!isObject(value) || 'currency' in value) return [[at, value]]
  const fields = Object.entries(value).flatMap(([name, inner]): [string, Json][] =>
    name === 'key' ? [] : [[`${at}/${name}`, inner]],
  )
  return [[at, value], ...fields]
}
