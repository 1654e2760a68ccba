import type { Bilingual } from '../../kernel/text.ts'
import type { CostItem } from '../../law/costs/items.ts'
import type { Registry } from '../../law/rules/rule.ts'
import { innerOf, type Path, readAtKeys, stepsOf, writeAtKeys } from './changes.ts'
import type { Content } from './content.ts'
import { isObject, type Json, sameJson } from './json.ts'

/** What a register says of a field of the dossier on a day. An absent value: the register states nothing there. */
export interface Fact {
  /** The field, as `members/k3/position`; a fact about a list stands for the whole of it. */
  at: string
  value: Json
  /** Which register, of which day: «Danh bạ cán bộ, ngày 12/05/2026». */
  source: Bilingual
  /** Said of this dossier by those who examine it or are heard about it: that is not contested as a register is. */
  heard?: true | undefined
  /** Currencies without a rate, where the value is a sum that leaves out what is in them. */
  withoutRate?: readonly string[] | undefined
  /** Items of which no line speaks, where the value is a sum that leaves them out. */
  leavesOut?: readonly CostItem[] | undefined
}

/**
 * The content as it counts: facts of the registers stand in their fields, save where they are contested – a contest says
 * why, and what was typed counts. A fact of somebody who is no longer in the dossier brings nobody back. Pure.
 */
export function withFacts(content: Content, facts: readonly Fact[]): Content {
  const before = laid.get(facts)
  if (before?.over === content) return before.known
  const known = layOver(content, content, facts)
  laid.set(facts, { over: content, known })
  return known
}

/** These facts of a content and more: what is laid over it already is not laid over it once more. Pure. */
export function andFacts(content: Content, facts: Fact[], more: readonly Fact[]): Fact[] {
  if (more.length === 0) return facts
  const all = [...facts, ...more]
  laid.set(all, { over: content, known: layOver(content, withFacts(content, facts), more) })
  return all
}

/** What came of it when these facts were laid over a content last: whoever judges, reckons and shows asks for the same. */
const laid = new WeakMap<readonly Fact[], { over: Content; known: Content }>()

function layOver(content: Content, begun: Content, facts: readonly Fact[]): Content {
  const copies = new Set<Json>()
  let known = begun
  for (const fact of facts) {
    const steps = stepsOf(fact.at)
    if (contestOf(content, fact) !== undefined || !itemIsThere(known, steps)) continue
    if (!sameJson(readAtKeys(known, steps), fact.value)) known = writeInto(known, steps, fact.value, copies)
  }
  return known
}

/**
 * A copy with a value at a path of keys; a list of which something is known by its items is begun with its first: `null` is not
 * stated, as the contract says. Pure.
 */
export function writeInto(content: Content, at: Path, value: Json | undefined, copies?: Set<Json>): Content {
  const steps = stepsOf(at)
  const [list = ''] = steps
  const begins = steps.length > 1 && LISTS.has(list) && (content[list] ?? null) === null
  return writeAtKeys(begins ? { ...content, [list]: [] } : content, steps, value, copies)
}

/** Where the line of the plan is told on which the trip rests. */
export const PLAN_ITEM = 'plan/itemId'

/** Where the total of the estimate is told. */
export const ESTIMATE_TOTAL = 'estimate/total'

/** What is chosen or reckoned in the system, so that it cannot be stated otherwise. */
const CHOSEN: ReadonlySet<string> = new Set([PLAN_ITEM, ESTIMATE_TOTAL])

/** What members sign for themselves, or on a paper that was entered. */
const SIGNED = /^members\/[^/]+\/(declaresNoSecrets|socialMediaUndertaking)$/

/** By whom somebody is managed, which decides who is asked and who decides: where the register is wrong, it is set right there. */
const ROUTING = /^members\/[^/]+\/managedBy$/

/** Whether it is a declaration that a member has signed. */
export function isSigned(at: string): boolean {
  return SIGNED.test(at)
}

/** Whether nobody can say that the fact is wrong. */
export function isFinal({ at, heard }: Pick<Fact, 'at' | 'heard'>): boolean {
  return heard === true || CHOSEN.has(at) || isSigned(at) || ROUTING.test(at)
}

/** Why a fact is said to be wrong; `undefined` where nobody says so, or nobody can. */
export function contestOf(content: Content, fact: Pick<Fact, 'at' | 'heard'>): string | undefined {
  if (!isObject(content.contests) || isFinal(fact)) return undefined
  const note = content.contests[contestKey(fact.at)]
  return typeof note === 'string' ? note : undefined
}

/** A fact that is said to be wrong: what the register has, what the dossier states in its place, and why. */
export interface ContestedFact {
  at: string
  registered: Json
  source: Bilingual
  /** Absent: the dossier states nothing there. */
  stated: Json | undefined
  note: string
}

/** The facts that the dossier contests, as far as what they speak of is in it. Pure. */
export function contestedFacts(content: Content, facts: readonly Fact[]): ContestedFact[] {
  return facts.flatMap((fact) => {
    const note = contestOf(content, fact)
    if (note === undefined || !itemIsThere(content, stepsOf(fact.at))) return []
    const { at, value, source } = fact
    return [{ at, registered: value, source, stated: readAtKeys(content, at), note }]
  })
}

/** Whether the item of a list is there of which a field is meant; a fact may well be about the list, or a new item of it. */
function itemIsThere(content: Content, [list = '', key = '', field]: readonly string[]): boolean {
  if (!LISTS.has(list) || field === undefined) return true
  return isObject(innerOf(content[list], key))
}

/** The lists of the contract about whose items something is known. */
const LISTS: ReadonlySet<string> = new Set(['members', 'leadership', 'explanations', 'overlaps', 'consultations'])

/** What the law has to know beside the dossier, as far as facts tell it. Pure. */
export function registryOf(facts: readonly Fact[]): Pick<Registry, 'withoutRate' | 'leavesOut'> {
  const withoutRate = facts.flatMap((fact) => fact.withoutRate ?? [])
  const leavesOut = facts.flatMap((fact) => fact.leavesOut ?? [])
  return {
    ...(withoutRate.length === 0 ? {} : { withoutRate }),
    ...(leavesOut.length === 0 ? {} : { leavesOut }),
  }
}

/** Whether the value is a sum that leaves something out: no total. Pure. */
export function isPartial({ withoutRate, leavesOut }: Pick<Fact, 'withoutRate' | 'leavesOut'>): boolean {
  return withoutRate !== undefined || leavesOut !== undefined
}

/** Under which name a contest of the fact at a place is kept: a path is no name of one field, so its strokes are dots. */
export function contestKey(at: string): string {
  return at.replaceAll('/', '.')
}
