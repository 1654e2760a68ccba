import type { Bilingual } from '../../../kernel/text.ts'
import { type Change, changesBetween, readAtKeys, writeAtKeys } from '../../content/changes.ts'
import type { Content } from '../../content/content.ts'
import { type Json, sameJson } from '../../content/json.ts'
import { goneMessage, markedFields } from '../../marked-fields.ts'
import type { Desk } from './autosave.ts'

/** A field whose text the server has refused, and why. */
export interface Refused {
  at: string
  /** What was refused there; absent: the field was to be stated no more. */
  to?: Json | undefined
  why: Bilingual
}

/** A place that the server names in a refusal: a field by its keys, or a change by its number. */
interface Told {
  path: string
  message: Bilingual
}

/** The page without what was refused: what can be sent. Pure. */
export function sendable({ base, mine, refused }: Pick<Desk, 'base' | 'mine' | 'refused'>): Content {
  return refused.reduce((page, { at }) => writeAtKeys(page, at, readAtKeys(base, at)), mine)
}

/** Those whose field still says what was refused: whoever writes something else there has it sent again. Pure. */
export function stillRefused(refused: readonly Refused[], mine: Content): readonly Refused[] {
  const still = refused.filter(({ at, to }) => sameJson(readAtKeys(mine, at), to) && holderIsThere(mine, at))
  return still.length === refused.length ? refused : still
}

/**
 * The server has refused what was sent, and names places: the fields there are held, the others can be sent again. `undefined` where
 * it names nothing that was sent, so that holding it would help nothing. Pure.
 */
export function refusedAt(desk: Desk, changes: readonly Change[], told: readonly Told[]): Desk | undefined {
  const { sent } = desk
  if (sent === undefined) return undefined
  const fresh = told.flatMap(({ path, message }) =>
    fieldsOf(path, changes, sent).map((at): Refused => ({ at, ...stated(readAtKeys(sent, at)), why: message })),
  )
  if (fresh.length === 0) return undefined
  const refused = outermost([...fresh, ...desk.refused])
  return { ...desk, sent: undefined, refused: stillRefused(refused, desk.mine) }
}

/** What was refused is let go: the field says again what the server has. Pure. */
export function letGo(desk: Desk, at: string): Desk {
  if (!desk.refused.some((one) => one.at === at)) return desk
  const refused = desk.refused.filter((one) => one.at !== at)
  return { ...desk, refused, mine: writeAtKeys(desk.mine, at, readAtKeys(desk.base, at)) }
}

/**
 * A desk as a browser may keep it: no text with a marking of secrecy stays in it, sent or not. Of such a field is kept that it was
 * refused, and why. Pure.
 */
export function withoutMarked<Some extends Pick<Desk, 'base' | 'mine' | 'clashes' | 'lost' | 'refused'>>(
  desk: Some,
): Some {
  const { base } = desk
  const marked = changesBetween(base, desk.mine).flatMap(({ at, to }) => markedFields(at, to))
  const clashes = desk.clashes.filter(({ at, to }) => markedFields(at, to).length === 0)
  const lost = desk.lost.filter(({ at, to }) => markedFields(at, to).length === 0)
  if (marked.length === 0) return { ...desk, clashes, lost }
  const kept = marked.map(
    ({ path, marking }): Refused => ({ at: path, ...stated(readAtKeys(base, path)), why: goneMessage(marking) }),
  )
  const mine = marked.reduce((page, { path }) => writeAtKeys(page, path, readAtKeys(base, path)), desk.mine)
  const others = desk.refused.filter(({ at, to }) => markedFields(at, to).length === 0)
  return { ...desk, clashes, lost, mine, refused: stillRefused(outermost([...kept, ...others]), mine) }
}

/** The fields of which a refusal speaks, as far as they were sent: the place itself, else the changes in it. */
function fieldsOf(path: string, changes: readonly Change[], sent: Content): string[] {
  const number = /^changes\[(\d+)\]/.exec(path)?.[1]
  if (number !== undefined) return changes[Number(number)] ? [String(changes[Number(number)]?.at)] : []
  const around = changes.find(({ at }) => path === at || path.startsWith(`${at}/`))
  if (around) return [readAtKeys(sent, path) === undefined ? around.at : path]
  return changes.filter(({ at }) => at.startsWith(`${path}/`)).map(({ at }) => at)
}

/** One for each place, and none within another. */
function outermost(refused: readonly Refused[]): Refused[] {
  return refused.filter(
    ({ at }, index) =>
      refused.findIndex((one) => one.at === at) === index && !refused.some((one) => at.startsWith(`${one.at}/`)),
  )
}

function holderIsThere(content: Content, at: string): boolean {
  return !at.includes('/') || readAtKeys(content, at.slice(0, at.lastIndexOf('/'))) !== undefined
}

function stated(to: Json | undefined): { to?: Json } {
  return to === undefined ? {} : { to }
}
