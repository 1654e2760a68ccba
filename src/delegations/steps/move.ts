import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, formatDay, yearOf } from '../../kernel/day.ts'
import { Invalid, Refused } from '../../kernel/errors.ts'
import type { CheckResult, Finding, Law } from '../../law/index.ts'
import { enterTrips } from '../../people/index.ts'
import type { Content } from '../content/content.ts'
import { type Fact, withFacts } from '../content/facts.ts'
import type { Json } from '../content/json.ts'
import { freezeEstimate, moneyOfDecision } from '../costs/decided.ts'
import { tellSigners } from '../declarations/of-dossier.ts'
import { projectionOf } from '../edit/projection.ts'
import { authorityOf, refuseBeyondAuthority } from '../exceptions/authority.ts'
import { factsFor } from '../facts/facts-for.ts'
import { judge } from '../judge.ts'
import { refuseMarkings } from '../markings.ts'
import { askRequired } from '../opinions/ask-required.ts'
import { opinionsOf } from '../opinions/store.ts'
import { dueFrom } from '../procedure.ts'
import { noDelegation, notTheirs, refuseStale } from '../refusals.ts'
import { codeOf, type DelegationRow, findDelegation, type Standing, updateContent, updateStanding } from '../store.ts'
import { type DelegationAction, type Transition, transition } from '../transitions/transitions.ts'
import { refuseUnweighed } from '../weighed/weighed.ts'
import { type DelegationState, type Recommendation, STATE_NAMES } from '../workflow.ts'
import { workingDaysBetween } from '../working-days.ts'
import { refuseWithoutPrinciple } from './agree-first.ts'
import { changedContents } from './changed.ts'
import { type Cuts, cutContent } from './cuts.ts'
import { refuseUnlawful, type Waiving, waivedBy, withDispatch, withWaived } from './decide.ts'
import {
  refuseDecided,
  refuseEndorsing,
  refuseLate,
  refuseOpenNotes,
  refusePostponed,
  refuseSameProcedure,
  refuseUnchanged,
  refuseUndecided,
  refuseUnheard,
  refuseWithoutConsent,
  refuseWithoutProgramme,
  refuseWrongDay,
} from './gates.ts'
import { handedOut } from './hand-out.ts'
import { followable } from './recommend.ts'
import { type Judging, refuseOwn } from './refuse-own.ts'
import { refuseUnnamed, toDecide } from './standing-waivers.ts'
import { decidedStep, insertNotes, insertStep, insertWaivers, type NewNote } from './store.ts'
import { tellOfStep } from './tell.ts'

/** What is said with a step; which of it a step takes is declared in `contract.ts`. */
export interface Said {
  id: string
  version: number
  reason: string
  lateReason?: string
  document?: { number: string; on: Day }
  /** The authority above: to whom it is passed, or who has decided. */
  authority?: string
  recipients?: readonly string[]
  notes?: readonly NewNote[]
  recommendation?: Recommendation
  cuts?: Cuts | undefined
  mergeWith?: string
  mergeWithId?: string
  postponeTo?: Day
  postponeDays?: number
  waivers?: readonly Waiving[]
  accepts?: string
  /** The ground on which the decision agrees in principle as well. */
  principle?: string
}

export interface Moved {
  id: string
  state: DelegationState
  version: number
}

/** Steps with which parties are asked: a change brings in people and countries that nobody has heard of, a procedure other parties. */
const ASKING: ReadonlySet<DelegationAction> = new Set(['receive', 'sign-urgent', 'propose-change', 'move-procedure'])

/** Steps that agree in principle: the decision follows. */
const AGREEING: ReadonlySet<DelegationAction> = new Set(['agree', 'agree-change'])

/** Steps with which members are asked for their declarations. */
const DECLARING: ReadonlySet<DelegationAction> = new Set(['submit', 'propose-change'])

/** A step that is about to be taken. */
interface Taking {
  transaction: Transaction
  law: Law
  actor: Actor
  delegation: DelegationRow
  step: Transition
  said: Said
  today: Day
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
  const forUnit = step.permission === 'dossiers.write' || step.permission === 'dossiers.sign'
  if (forUnit && !delegation.theirs) throw notTheirs()
  if (step.decides) await refuseOwn(transaction, actor, delegation, today, judgingOf(step))
  if (said.document) await refuseWrongDay(transaction, delegation, said.document, today)
  refuseMarkings([JSON.parse(JSON.stringify(said)) as Json])
  const { recommendation } = said
  const partner = recommendation ? await followable(transaction, delegation, { ...said, recommendation }) : {}
  const taking = { transaction, law, actor, delegation, step, said: { ...said, ...partner }, today }
  const after = await contentAfter(taking)
  await refuseUnready(taking, after.content)
  return take(taking, after)
}

/** The dossier as the step leaves it, and the norms that it has to waive by name. */
interface After {
  content: Content
  open: readonly Finding[]
}

/** The dossier as the step leaves it: cut, with what is waived, with the decision; or as it was decided before. */
async function contentAfter({ transaction, law, actor, delegation, step, said, today }: Taking): Promise<After> {
  const { document, waivers = [], cuts } = said
  if (step.action === 'keep') return { content: (await decidedStep(transaction, delegation.id)).content, open: [] }
  if (!step.waives && step.action !== 'endorse') return { content: delegation.content, open: [] }
  const asOf = document?.on ?? today
  const { content, standing, open } = await toDecide(transaction, law, delegation, { cuts, asOf, today })
  if (document === undefined) return { content, open }
  const authority = { name: decidedBy(actor, said), document }
  const waived = withWaived(content, [...standing, ...waivedBy(waivers, authority)])
  return { content: step.action === 'agree' ? waived : withDispatch(waived, authority), open }
}

/** What has to be in order before this step, besides the law. */
async function refuseUnready({ transaction, law, actor, delegation, step, said, today }: Taking, content: Content) {
  if (step.action === 'submit') {
    await refuseOpenNotes(transaction, delegation)
    refuseUnweighed(delegation)
    refuseLate(law, delegation, content, said.lateReason ?? '', today)
  }
  if (step.action === 'pause' || step.action === 'resume') refuseClock(delegation, step)
  if (step.action === 'move-procedure') refuseSameProcedure(law, delegation, today)
  if (step.action === 'control') refuseControl(delegation)
  if (step.action === 'keep') await refusePostponed(transaction, delegation)
  if (AGREEING.has(step.action)) await refuseWithoutProgramme(transaction, delegation, content)
  if (step.action === 'recommend') {
    refuseUnheard(await opinionsOf(transaction, delegation.id), said.reason, today)
    if (said.cuts !== undefined) cutContent(delegation.content, said.cuts)
  }
  if (['propose-change', 'endorse', 'redecide'].includes(step.action)) {
    const decided = (await decidedStep(transaction, delegation.id)).content
    const changed = changedContents(decided, delegation.content)
    refuseUnchanged(changed)
    if (step.action === 'endorse') refuseEndorsing(changed)
  }
  if (step.action === 'hand-back-above' || step.action === 'refuse-above') refuseDecided(delegation, step)
  if (step.action === 'return-change-above') refuseUndecided(delegation)
  // What the authority above may waive stands in no register here.
  if (step.waives && !step.above && said.document) {
    const rules = (said.waivers ?? []).map(({ rule }) => rule)
    await refuseBeyondAuthority(transaction, actor, rules, { document: said.document, today })
  }
  if (step.to === 'approved' && step.action !== 'keep') {
    const { principle = '', accepts = '' } = said
    const known = withFacts(content, await factsFor(transaction, law, { ...delegation, content }, today))
    const opinions = await opinionsOf(transaction, delegation.id)
    await refuseWithoutPrinciple(transaction, law, delegation, { step, known, principle }, today)
    // Of the trip itself they were waited for before it was proposed; a change asks them anew.
    if (delegation.document !== null) refuseUnheard(opinions, accepts, today)
    refuseWithoutConsent(known, opinions)
  }
}

async function take(taking: Taking, { content, open }: After): Promise<Moved> {
  const { transaction, law, actor, delegation, step, said, today } = taking
  const by = actor.name ?? ''
  const { waivers = [], accepts = '', document } = said
  const asOf = document?.on ?? today
  const facts = await factsFor(transaction, law, { ...delegation, content }, today)
  const result = judged(law, content, facts, asOf, step)
  if ((step.waives || step.action === 'endorse') && result) {
    refuseUnlawful(result, accepts)
    refuseUnnamed(open, waivers, result.instruments)
  }
  if (content !== delegation.content) {
    await updateContent(transaction, delegation.id, content, projectionOf(content, result?.verdict ?? null), by)
  }
  const to = step.to ?? delegation.state
  const standing = standingAfter(taking)
  const governed = {
    jurisdiction: delegation.jurisdiction,
    procedureDay: standing.procedureDay ?? delegation.procedureDay,
  }
  const outcome = await handedOut(transaction, law, { ...delegation, step }, asOf, today)
  const [version, stepId] = await Promise.all([
    updateStanding(transaction, delegation.id, standing, by),
    insertStep(transaction, delegation, {
      action: step.action,
      from: delegation.state,
      to,
      reason: said.reason,
      document: document ?? null,
      said: { ...saidOf(said), ...outcome },
      content,
      facts,
      asOf: result ? asOf : null,
      result,
      lawHash: law.hash,
      accountId: actor.accountId ?? null,
      by,
      onBehalfOf: actor.onBehalfOf?.name ?? null,
    }),
  ])
  if (said.notes) await insertNotes(transaction, delegation, stepId, said.notes, by)
  if (step.waives && document) {
    const authority = said.authority ?? (waivers.length === 0 ? '' : await authorityOf(transaction, actor, today))
    await insertWaivers(
      transaction,
      delegation,
      stepId,
      waivers.map((one) => ({
        ...one,
        subject: one.subject ?? null,
        decidedBy: decidedBy(actor, said),
        authority,
        document,
      })),
    )
  }
  if (ASKING.has(step.action) && to !== 'signed') {
    await askRequired(transaction, law, { ...delegation, ...governed }, withFacts(content, facts), by, today)
  }
  await enterInLedgers(transaction, { ...delegation, content }, step)
  await book(taking, { stepId, content, facts, on: asOf })
  const due = dueFrom(law, governed, to, today)
  await Promise.all([
    DECLARING.has(step.action) && tellSigners(transaction, delegation, content, today),
    tellOfStep(transaction, actor, { ...delegation, content }, { from: delegation.state, to, due }, today),
    record(transaction, actor, {
      action: `delegation.${step.action}`,
      subject: { kind: 'delegation', id: delegation.id, name: `${codeOf(delegation)} ${delegation.title}` },
      bodyId: delegation.bodyId,
      rootId: delegation.rootId,
      before: { state: delegation.state },
      after: { state: to, ...(result ? { verdict: result.verdict } : {}) },
      ground: document ? `${document.number}, ${formatDay(document.on)}` : said.reason || undefined,
    }),
  ])
  return { id: delegation.id, state: to, version }
}

/** The estimate is frozen and its money committed with a decision; cancelled or put off, the money is given back. */
async function book(
  { transaction, actor, delegation, step, said }: Taking,
  decided: { stepId: string; content: Content; facts: readonly Fact[]; on: Day },
): Promise<void> {
  const { content, on } = decided
  // What is called off, put off or endorsed without a document of its own rests on the decision that stands.
  const document = (said.document ?? delegation.document)?.number ?? codeOf(delegation)
  const ground = { document, on, reason: said.accepts || said.reason }
  if (givesBack(step)) {
    await moneyOfDecision(transaction, actor, { ...delegation, content }, '0', ground)
  } else if (step.to === 'approved' && step.action !== 'keep') {
    const { stateVnd } = await freezeEstimate(transaction, delegation, decided)
    await moneyOfDecision(transaction, actor, { ...delegation, content }, stateVnd, ground)
  }
}

/** Whether the trip does not take place for now: called off, or put off until it is decided anew. */
function givesBack({ action, to }: Transition): boolean {
  return action === 'postpone' || to === 'cancelled'
}

/** What the step changes of the dossier besides its content. */
function standingAfter({ law, delegation, step, said, today }: Taking): Standing {
  const { pausedOn, pausedDays, jurisdiction } = delegation
  const stood = pausedOn === null ? 0 : workingDaysBetween(law, jurisdiction, pausedOn, today)
  const clocks: Partial<Record<DelegationAction, Standing['clock']>> = {
    pause: { pausedOn: today, pausedDays },
    resume: { pausedOn: null, pausedDays: pausedDays + stood },
  }
  return {
    state: step.to,
    // What was agreed in principle is sent by a decision of its own: until then the dossier has none.
    document: AGREEING.has(step.action) ? undefined : said.document,
    // Signed off anew it goes the usual way, and is examined and agreed to like any other.
    urgent: step.action === 'sign-urgent' ? true : step.action === 'sign' ? false : undefined,
    controlled: step.action === 'control' ? true : undefined,
    declaring: DECLARING.has(step.action) ? true : undefined,
    procedureDay: pins(step, delegation) ? today : undefined,
    clock: clocks[step.action],
  }
}

/**
 * Whether the procedure of the day governs the dossier from this step on: it is submitted for the first time, its decision is
 * opened again, or it is moved. What comes back after a return goes on as it began.
 */
function pins({ action }: Transition, { state }: DelegationRow): boolean {
  return (action === 'submit' && state === 'draft') || PINNING.has(action)
}

const PINNING: ReadonlySet<DelegationAction> = new Set(['amend', 'postpone', 'move-procedure'])

/** The findings that are frozen with the step; a step that judges needs a dossier that can be judged. */
function judged(law: Law, content: Content, facts: readonly Fact[], asOf: Day, step: Transition): CheckResult | null {
  const { result, faults } = judge(law, content, facts, asOf)
  if (result) return result
  if (step.judged) throw new Invalid(faults)
  return null
}

/** The trip stands in the ledgers of its people from the decision on, until it is called off or put off. */
async function enterInLedgers(transaction: Transaction, delegation: DelegationRow, step: Transition): Promise<void> {
  const state = givesBack(step) ? 'cancelled' : step.to === 'approved' ? 'approved' : undefined
  if (state === undefined) return
  const { title, countries, departsOn, returnsOn, personIds } = projectionOf(delegation.content, null)
  await enterTrips(
    transaction,
    { kind: 'dossier', id: delegation.id },
    personIds.map((personId) => ({
      personId,
      year: yearOf(departsOn ?? `${delegation.year}-01-01`),
      state,
      title,
      countries,
      departsOn,
      returnsOn,
    })),
  )
}

/** Who decides: the authority above, where its decision is entered; else whoever takes the step. */
function decidedBy({ name = '' }: Actor, { authority }: Said): string {
  return authority ?? name
}

/** Whoever else may take a step that judges is asked for by its permission. */
function judgingOf({ permission }: Transition): Judging {
  return permission === 'dossiers.decide' ? permission : 'dossiers.examine'
}

function saidOf({
  recommendation,
  mergeWith,
  mergeWithId,
  postponeTo,
  postponeDays,
  cuts,
  lateReason = '',
  waivers = [],
  accepts = '',
  notes = [],
  principle = '',
  authority,
  recipients = [],
}: Said) {
  const json = (value: unknown) => JSON.parse(JSON.stringify(value)) as Json
  return {
    ...(recommendation === undefined ? {} : { recommendation }),
    ...(mergeWith === undefined ? {} : { mergeWith }),
    ...(mergeWithId === undefined ? {} : { mergeWithId }),
    ...(postponeTo === undefined ? {} : { postponeTo }),
    ...(postponeDays === undefined ? {} : { postponeDays }),
    ...(cuts === undefined ? {} : { cuts: json(cuts) }),
    ...(authority === undefined ? {} : { authority }),
    ...(recipients.length > 0 ? { recipients: json(recipients) } : {}),
    ...(lateReason === '' ? {} : { lateReason }),
    ...(accepts === '' ? {} : { accepts }),
    ...(principle === '' ? {} : { principle }),
    ...(waivers.length > 0 ? { waivers: json(waivers) } : {}),
    ...(notes.length > 0 ? { notes: json(notes) } : {}),
  }
}

function refuseState({ state }: DelegationRow, { from, name }: Transition): void {
  if (from.includes(state)) return
  const needed = (language: 'vi' | 'en') => from.map((one) => STATE_NAMES[one][language]).join(', ')
  throw new Refused({
    vi: `Không làm được bước «${name.vi}»: hồ sơ ${STATE_NAMES[state].vi}. Bước này cần hồ sơ ${needed('vi')}.`,
    en: `“${name.en}” is not possible: the dossier is ${STATE_NAMES[state].en}. It needs one that is ${needed('en')}.`,
  })
}

function refuseClock({ pausedOn }: DelegationRow, { action }: Transition): void {
  if ((action === 'resume') === (pausedOn !== null)) return
  throw new Refused(
    pausedOn === null
      ? { vi: 'Hạn xử lý đang được tính, không có gì phải tính tiếp.', en: 'The clock is running already.' }
      : {
          vi: `Hạn xử lý đã tạm dừng từ ngày ${formatDay(pausedOn)}. Hãy tính hạn tiếp trước khi dừng lần nữa.`,
          en: `The clock has stood still since ${pausedOn}. Start it again first.`,
        },
  )
}

function refuseControl({ urgent, controlledAt }: DelegationRow): void {
  if (urgent && controlledAt === null) return
  throw new Refused({
    vi: 'Chỉ hậu kiểm một lần hồ sơ đã trình khẩn; hồ sơ này không phải hậu kiểm.',
    en: 'Only a dossier that was signed off as urgent is controlled afterwards, once; this one is not to be.',
  })
}
