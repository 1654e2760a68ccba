import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { accountsReaching, type Role } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Permission } from '../../kernel/permissions.ts'
import { type NoticeKey, settle, tell } from '../../notices/index.ts'
import { codeOf, type DelegationRow } from '../store.ts'
import { judgesOf } from './namesakes.ts'

/** Whose desk a dossier is on in a state, and what is asked there. */
interface Desk {
  permission: Permission
  what: NoticeKey
  /** Nobody is asked to judge what is their own. */
  judges?: true
}

const DESKS: Partial<Record<string, Desk>> = {
  draft: { permission: 'dossiers.write', what: 'dossier.revise' },
  returned: { permission: 'dossiers.write', what: 'dossier.revise' },
  amending: { permission: 'dossiers.write', what: 'dossier.revise' },
  submitted: { permission: 'dossiers.sign', what: 'dossier.sign' },
  signed: { permission: 'dossiers.examine', what: 'dossier.receive', judges: true },
  examining: { permission: 'dossiers.examine', what: 'dossier.examine', judges: true },
  proposed: { permission: 'dossiers.decide', what: 'dossier.decide', judges: true },
  agreed: { permission: 'dossiers.decide', what: 'dossier.decide', judges: true },
  amended: { permission: 'dossiers.decide', what: 'dossier.decide', judges: true },
  'passed-up': { permission: 'dossiers.examine', what: 'dossier.await-decision', judges: true },
}

/** What is told when a dossier has come to a state: to those whom it concerns besides the one whose desk it is on. */
const TOLD: Partial<Record<string, { what: NoticeKey; permissions: readonly Permission[] }>> = {
  agreed: { what: 'dossier.agreed', permissions: ['dossiers.write', 'dossiers.sign'] },
  'passed-up': { what: 'dossier.passed-up', permissions: ['dossiers.write', 'dossiers.sign'] },
  approved: { what: 'dossier.approved', permissions: ['dossiers.write', 'dossiers.sign', 'dossiers.examine'] },
  refused: { what: 'dossier.refused', permissions: ['dossiers.write', 'dossiers.sign', 'dossiers.examine'] },
  cancelled: { what: 'dossier.cancelled', permissions: ['dossiers.write', 'dossiers.sign', 'dossiers.examine'] },
  withdrawn: { what: 'dossier.withdrawn', permissions: ['dossiers.write', 'dossiers.sign'] },
}

/** A step that was taken: from which state to which, and the last day of the stage it has come to. */
export interface TakenStep {
  from: string
  to: string
  due: Day | null
}

type Told = Pick<DelegationRow, 'id' | 'rootId' | 'bodyId' | 'year' | 'number' | 'content'> & {
  decidedBy?: string | null
}

/**
 * Tells those who may take the next step that the dossier waits for them, and those whom the outcome concerns of it; what was
 * asked before is settled. In the transaction of the step: one that is refused tells nobody. A step that leaves the dossier
 * where it is tells nothing, and nobody is told of their own doing.
 */
export async function tellOfStep(
  transaction: Transaction,
  actor: Actor,
  delegation: Told,
  { from, to, due }: TakenStep,
  today: Day,
): Promise<void> {
  if (from === to) return
  const subject = { kind: 'delegation', id: delegation.id, code: codeOf(delegation) }
  const path = `/doan-ra/${delegation.id}`
  const desk = DESKS[to]
  // A unit that opens its own dossier again need not be asked to write it.
  const asks = desk && !(from === 'approved' && to === 'amending')
  const [, asked] = await Promise.all([
    settle(transaction, subject),
    asks ? atDesk(transaction, delegation, desk, today) : [],
  ])
  const others = withoutActor(asked, actor)
  if (desk) await tell(transaction, { recipients: others, kind: 'asks', subject, what: desk.what, due, path })
  const told = TOLD[to]
  if (told === undefined) return
  const left = to === 'withdrawn' || to === 'cancelled' ? DESKS[from] : undefined
  const concerned = left ? await atDesk(transaction, delegation, left, today) : []
  for (const permission of told.permissions) {
    concerned.push(...(await accountsReaching(transaction, permission, delegation, today)))
  }
  const recipients = withoutActor(concerned, actor).filter((id) => !others.includes(id))
  await tell(transaction, { recipients, kind: 'tells', subject, what: told.what, path })
}

/** A question to a mission, a board or a body: which opinion, whose role answers, for which body or country, by when. */
export interface AskedOpinion {
  id: string
  role: Role
  /** The body that is asked, where it is a body. */
  bodyId: string | null
  /** The country whose mission is asked. */
  country: string | null
  due: Day
}

/** Tells those who speak for a party that its opinion on a dossier is asked. */
export async function tellOfQuestion(
  transaction: Transaction,
  delegation: Told,
  { id, role, bodyId, country, due }: AskedOpinion,
  today: Day,
): Promise<void> {
  await tell(transaction, {
    recipients: await speakersOf(transaction, delegation, { role, bodyId, country }, today),
    kind: 'asks',
    subject: { kind: 'opinion', id, code: codeOf(delegation) },
    what: 'dossier.advise',
    due,
    path: `/doan-ra/${delegation.id}`,
  })
}

/** What happened to a question, and who is on its other side: a role here, or nobody where the party answers by letter. */
export interface ToldOfQuestion extends Pick<AskedOpinion, 'bodyId' | 'country'> {
  what: 'dossier.answered' | 'dossier.discussed'
  role: Role | undefined
}

/** Tells all sides of a question of an answer to it, or of a word in its thread: the unit, the examiners, the party; not the one who wrote. */
export async function tellInThread(
  transaction: Transaction,
  actor: Actor,
  delegation: Told,
  { what, role, bodyId, country }: ToldOfQuestion,
  today: Day,
): Promise<void> {
  const examiners = await atDesk(transaction, delegation, { permission: 'dossiers.examine', what, judges: true }, today)
  const unit = await accountsReaching(transaction, 'dossiers.write', delegation, today)
  const party = role === undefined ? [] : await speakersOf(transaction, delegation, { role, bodyId, country }, today)
  await tell(transaction, {
    recipients: withoutActor([...examiners, ...unit, ...party], actor),
    kind: 'tells',
    subject: { kind: 'delegation', id: delegation.id, code: codeOf(delegation) },
    what,
    path: `/doan-ra/${delegation.id}`,
  })
}

/** The accounts that speak for a party. */
function speakersOf(
  transaction: Transaction,
  delegation: Told,
  { role, bodyId, country }: Pick<AskedOpinion, 'role' | 'bodyId' | 'country'>,
  today: Day,
): Promise<string[]> {
  const place = {
    bodyId: bodyId ?? delegation.bodyId,
    rootId: delegation.rootId,
    countries: country === null ? [] : [country],
    roles: [role],
  }
  return accountsReaching(transaction, 'dossiers.advise', place, today)
}

/** The opinion was given, or is asked no more: nobody is reminded of it. */
export function settleQuestion(transaction: Transaction, opinionId: string): Promise<void> {
  return settle(transaction, { kind: 'opinion', id: opinionId })
}

function atDesk(
  transaction: Transaction,
  delegation: Told,
  { permission, judges }: Desk,
  today: Day,
): Promise<string[]> {
  const { bodyId, rootId, decidedBy = null } = delegation
  if (judges) return judgesOf(transaction, permission, { ...delegation, decidedBy }, today)
  return accountsReaching(transaction, permission, { bodyId, rootId }, today)
}

function withoutActor(accounts: readonly string[], { accountId }: Actor): string[] {
  return accounts.filter((id) => id !== accountId)
}
