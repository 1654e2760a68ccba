import {
  applyChanges,
  type Change,
  type Clash,
  changesBetween,
  readAtKeys,
  writeAtKeys,
} from '../../content/changes.ts'
import type { Content } from '../../content/content.ts'
import { isObject, type Json, sameJson } from '../../content/json.ts'
import type { Refused } from './refused.ts'
import { sendable, stillRefused } from './refused.ts'

/** The content as the server has it. */
export interface Served {
  version: number
  content: Content
}

/**
 * A dossier while somebody types in it: what the server had when it was last heard, what stands on the page, and where
 * the two say otherwise of one field. Every function here is pure and gives a new one.
 */
export interface Desk {
  version: number
  base: Content
  mine: Content
  /** Fields in which others wrote meanwhile: `to` is what was typed here, `now` what stands. Kept until one is chosen. */
  clashes: readonly Clash[]
  /** The page as it was sent, while the answer is awaited. */
  sent: Content | undefined
  /** What was sent and never answered: the server may have written it or not. */
  lost: readonly Change[]
  /** What the server refused: it stays in its field, and is not sent again before it is something else. */
  refused: readonly Refused[]
}

/** What a browser keeps of a desk whose changes the server does not have. */
export type Kept = Pick<Desk, 'version' | 'base' | 'mine' | 'clashes' | 'lost' | 'refused'>

/** The desk as a dossier is opened, with what an earlier visit left unsaved. */
export function openDesk(served: Served, kept?: Kept): Desk {
  const { version, content } = served
  if (kept === undefined) {
    return { version, base: content, mine: content, clashes: [], sent: undefined, lost: [], refused: [] }
  }
  return seen({ ...kept, sent: undefined }, served)
}

/** Whether something stands here that the server does not have. */
export function isUnsaved(desk: Pick<Desk, 'base' | 'mine' | 'clashes' | 'refused'>): boolean {
  return desk.clashes.length > 0 || desk.refused.length > 0 || hasChanges(desk)
}

/** Whether there is something to send: a clash waits for a choice, and what was refused for another text. */
export function hasChanges(desk: Pick<Desk, 'base' | 'mine' | 'refused'>): boolean {
  return desk.base !== desk.mine && changesBetween(desk.base, sendable(desk)).length > 0
}

/** The page was changed. Items of lists have their keys already. */
export function typed(desk: Desk, mine: Content): Desk {
  return { ...desk, mine, refused: stillRefused(desk.refused, mine) }
}

/** What is on the page goes to the server. */
export function sending(desk: Desk): { desk: Desk; changes: Change[] } {
  const sent = sendable(desk)
  return { desk: { ...desk, sent }, changes: changesBetween(desk.base, sent) }
}

/** The server has answered what was sent: what was typed since stays on the page. */
export function answered(desk: Desk, served: Served & { clashes: readonly Clash[] }): Desk {
  return { ...met(desk, served, desk.sent ?? desk.base, served.clashes), sent: undefined, lost: [] }
}

/** No answer came, or a refusal. `unsure`: the server may have written it all the same. */
export function unanswered(desk: Desk, unsure: boolean): Desk {
  const sent = unsure && desk.sent !== undefined ? changesBetween(desk.base, desk.sent) : []
  return { ...desk, sent: undefined, lost: [...desk.lost, ...sent] }
}

/** The server has a newer version, by others; while an answer is awaited, that will tell. */
export function seen(desk: Desk, served: Served): Desk {
  return desk.sent !== undefined || served.version < desk.version ? desk : met(desk, served, desk.base, [])
}

/** One of the two texts of a clash is chosen: mine is written over theirs, or let go. */
export function settled(desk: Desk, at: string, choice: 'mine' | 'theirs'): Desk {
  const clash = desk.clashes.find((one) => one.at === at)
  if (clash === undefined) return desk
  const clashes = desk.clashes.filter((one) => one !== clash)
  return { ...desk, clashes, mine: choice === 'mine' ? writeAtKeys(desk.mine, at, clash.to) : desk.mine }
}

/** Lays what was changed here since `before` over what the server has. */
function met(desk: Desk, { version, content }: Served, before: Content, told: readonly Clash[]): Desk {
  const { content: laid, clashes } = applyChanges(content, changesBetween(before, desk.mine))
  const fresh = [...told, ...clashes].filter(losesSomething).map(({ at }) => whole(at, desk.mine, content))
  const old = desk.clashes.map((one) => whole(one.at, withLater(desk.mine, one, fresh), content))
  const open = outermost([...fresh, ...old]).filter(({ to, now }) => !sameJson(to, now))
  // What was sent and never answered explains a field that differs, but no choice that was open before.
  const own = open.filter(
    ({ at, now }) =>
      desk.lost.some((one) => one.at === at && sameJson(one.to, now)) && !desk.clashes.some((one) => one.at === at),
  )
  const mine = own.reduce((current, { at, to }) => writeAtKeys(current, at, to), laid)
  const refused = stillRefused(desk.refused, mine)
  return { ...desk, version, base: content, mine, clashes: open.filter((one) => !own.includes(one)), refused }
}

/** The page with the text of an open clash, and over it what was typed within since and now clashes too. */
function withLater(mine: Content, { at, to }: Clash, fresh: readonly Clash[]): Content {
  const held = to === undefined ? mine : writeAtKeys(mine, at, to)
  return fresh
    .filter((one) => one.at.startsWith(`${at}/`))
    .reduce((current, one) => writeAtKeys(current, one.at, one.to), held)
}

/** Two who both begin the same group of fields lose nothing by it: each field of it stands for itself. */
function losesSomething({ to, now }: Clash): boolean {
  return !(isObject(to) && Object.keys(to).length === 0 && isObject(now))
}

/** The clash at a field; where what held the field is gone, at that: a task is nothing without its member. */
function whole(field: string, mine: Content, theirs: Content): Clash {
  const steps = field.split('/')
  const holders = steps.map((_, index) => steps.slice(0, index + 1).join('/'))
  const at = holders.find((holder) => readAtKeys(theirs, holder) === undefined) ?? field
  return { at, ...stated('to', readAtKeys(mine, at)), ...stated('now', readAtKeys(theirs, at)) }
}

function stated(name: 'to' | 'now', value: Json | undefined): Partial<Clash> {
  return value === undefined ? {} : { [name]: value }
}

/** One clash for a place, and none within another; the first of those at one place counts. */
function outermost(clashes: readonly Clash[]): Clash[] {
  return clashes.filter(
    ({ at }, index) =>
      clashes.findIndex((one) => one.at === at) === index && !clashes.some((one) => at.startsWith(`${one.at}/`)),
  )
}
