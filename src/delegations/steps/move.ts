import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, formatDay, yearOf } from '../../kernel/day.ts'
import { Conflict, Invalid, Refused } from '../../kernel/errors.ts'
import type { CheckResult, Law } from '../../law/index.ts'
import { enterTrips } from '../../people/index.ts'
import type { Content } from '../content/content.ts'
import type { Fact } from '../content/facts.ts'
import type { Json } from '../content/json.ts'
import { projectionOf } from '../edit/projection.ts'
import { factsFor } from '../facts/facts-for.ts'
import { judge } from '../judge.ts'
import { noDelegation, notTheirs } from '../refusals.ts'
import { codeOf, type DelegationRow, findDelegation, updateContent, updateState, writesFor } from '../store.ts'
import { type DelegationAction, type DelegationState, STATE_NAMES, type Transition, transition } from '../workflow.ts'
import { decidedContent, refuseUnlawful, type Waiving } from './decide.ts'
import { refuseOwn } from './refuse-own.ts'
import { insertNotes, insertStep, insertWaivers, type NewNote, notesOf } from './store.ts'

/** What is said with a step; which of it a step takes is declared in `contract.ts`. */
export interface Said {
  id: string
  version: number
  reason: string
  document?: { number: string; on: Day }
  notes?: readonly NewNote[]
  recommendation?: string
  waivers?: readonly Waiving[]
  accepts?: string
}

export interface Moved {
  id: string
  state: DelegationState
  version: number
}

/**
 * Takes one step of the way with a dossier: kept with the dossier, the facts, the findings and the hash of the law as they then
 * were. Throws where the state, the person or the law does not allow it.
 */
export async function moveDelegation(
  transaction: Transaction,
  law: Law,
  actor: Actor,
  action: DelegationAction,
  said: Said,
  today: Day,
): Promise<Moved> {
  const delegation = await findDelegation(transaction, said.id, 'update')
  if (delegation === undefined) throw noDelegation()
  const step = transition(action)
  refuseStale(delegation, said.version)
  refuseState(delegation, step)
  if (step.permission === 'dossiers.write' || step.permission === 'dossiers.sign') {
    if (!(await writesFor(transaction, delegation.bodyId))) throw notTheirs()
  }
  if (step.decides) await refuseOwn(transaction, actor, delegation, today)
  if (said.document && said.document.on > today) throw dayToCome()
  if (action === 'submit') await refuseOpenNotes(transaction, delegation)
  return take(transaction, law, actor, delegation, step, said, today)
}

async function take(
  transaction: Transaction,
  law: Law,
  actor: Actor,
  delegation: DelegationRow,
  step: Transition,
  said: Said,
  today: Day,
): Promise<Moved> {
  const by = actor.name ?? ''
  const { waivers = [], accepts = '', document } = said
  const content =
    step.action === 'approve' && document
      ? decidedContent(delegation.content, waivers, { name: by, document })
      : delegation.content
  const asOf = document?.on ?? today
  const facts = await factsFor(transaction, law, { ...delegation, content }, today)
  const result = judged(law, content, facts, asOf, step)
  if (step.action === 'approve' && result) refuseUnlawful(result, accepts)
  if (content !== delegation.content) {
    await updateContent(transaction, delegation.id, content, projectionOf(content, result?.verdict ?? null), by)
  }
  const version = await updateState(transaction, delegation.id, { state: step.to, document: document ?? null }, by)
  const stepId = await insertStep(transaction, delegation, {
    action: step.action,
    from: delegation.state,
    to: step.to,
    reason: said.reason,
    document: document ?? null,
    said: saidOf(said),
    content,
    facts,
    asOf: result ? asOf : null,
    result,
    lawHash: law.hash,
    accountId: actor.accountId ?? null,
    by,
    onBehalfOf: actor.onBehalfOf?.name ?? null,
  })
  if (said.notes) await insertNotes(transaction, delegation, stepId, said.notes, by)
  if (step.action === 'approve' && document) {
    await insertWaivers(
      transaction,
      delegation,
      stepId,
      waivers.map((one) => ({ ...one, subject: one.subject ?? null, decidedBy: by, document })),
    )
  }
  await enterInLedgers(transaction, delegation, step.to)
  await record(transaction, actor, {
    action: `delegation.${step.action}`,
    subject: { kind: 'delegation', id: delegation.id, name: `${codeOf(delegation)} ${delegation.title}` },
    bodyId: delegation.bodyId,
    rootId: delegation.rootId,
    before: { state: delegation.state },
    after: { state: step.to, ...(result ? { verdict: result.verdict } : {}) },
    ground: document ? `${document.number}, ${formatDay(document.on)}` : said.reason || undefined,
  })
  return { id: delegation.id, state: step.to, version }
}

/** The findings that are frozen with the step; a step that judges needs a dossier that can be judged. */
function judged(law: Law, content: Content, facts: readonly Fact[], asOf: Day, step: Transition): CheckResult | null {
  const { result, faults } = judge(law, content, facts, asOf)
  if (result) return result
  if (step.judged) throw new Invalid(faults)
  return null
}

/** The trip stands in the ledgers of its people from the decision on. */
async function enterInLedgers(transaction: Transaction, delegation: DelegationRow, to: DelegationState): Promise<void> {
  if (to !== 'approved' && to !== 'cancelled') return
  const { title, countries, departsOn, returnsOn, personIds } = projectionOf(delegation.content, null)
  await enterTrips(
    transaction,
    { kind: 'dossier', id: delegation.id },
    personIds.map((personId) => ({
      personId,
      year: yearOf(departsOn ?? `${delegation.year}-01-01`),
      state: to,
      title,
      countries,
      departsOn,
      returnsOn,
    })),
  )
}

function saidOf({ recommendation, waivers = [], accepts = '', notes = [] }: Said): Record<string, Json> {
  return {
    ...(recommendation === undefined ? {} : { recommendation }),
    ...(accepts === '' ? {} : { accepts }),
    ...(waivers.length > 0 ? { waivers: JSON.parse(JSON.stringify(waivers)) as Json } : {}),
    ...(notes.length > 0 ? { notes: JSON.parse(JSON.stringify(notes)) as Json } : {}),
  }
}

async function refuseOpenNotes(transaction: Transaction, { id }: DelegationRow): Promise<void> {
  const open = (await notesOf(transaction, id)).filter(({ resolvedAt }) => resolvedAt === null)
  if (open.length === 0) return
  throw new Refused({
    vi: `Còn ${open.length} yêu cầu khi trả lại chưa xử lý: ${open.map(({ note }) => `«${note}»`).join(', ')}. Hãy sửa và đánh dấu đã xử lý từng yêu cầu rồi trình lại.`,
    en: `${open.length} notes of the return are not resolved: ${open.map(({ note }) => `“${note}”`).join(', ')}. Mend and resolve each, then submit again.`,
  })
}

function refuseStale({ version, changedBy }: DelegationRow, read: number): void {
  if (version === read) return
  throw new Conflict({
    vi: `${changedBy} vừa thay đổi hồ sơ này (nay là bản ${version}). Hãy xem lại rồi làm lại bước này.`,
    en: `${changedBy} has just changed this dossier (it is now version ${version}). Look at it and take the step again.`,
  })
}

function refuseState({ state }: DelegationRow, { from, name }: Transition): void {
  if (from.includes(state)) return
  const needed = (language: 'vi' | 'en') => from.map((one) => STATE_NAMES[one][language]).join(', ')
  throw new Refused({
    vi: `Không làm được bước «${name.vi}»: hồ sơ ${STATE_NAMES[state].vi}. Bước này cần hồ sơ ${needed('vi')}.`,
    en: `“${name.en}” is not possible: the dossier is ${STATE_NAMES[state].en}. It needs one that is ${needed('en')}.`,
  })
}

function dayToCome(): Invalid {
  return new Invalid([
    {
      path: 'document.on',
      message: { vi: 'ngày văn bản không sau hôm nay', en: 'the day of the document is not after today' },
    },
  ])
}
