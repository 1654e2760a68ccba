import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { type Day, formatDay, yearOf } from '../../kernel/day.ts'
import { Invalid } from '../../kernel/errors.ts'
import type { CheckResult, Law } from '../../law/index.ts'
import type { Verdict } from '../../law/result.ts'
import { callOffTrips, enterTrips } from '../../people/index.ts'
import { type Content, contractOf } from '../content/content.ts'
import { type Fact, withFacts } from '../content/facts.ts'
import type { Json } from '../content/json.ts'
import { freezeEstimate, moneyOfDecision } from '../costs/decided.ts'
import { whoDecides } from '../deciders/who-decides.ts'
import { tellSigners } from '../declarations/of-dossier.ts'
import { itemsAt, projectionOf } from '../edit/projection.ts'
import { authorityOf } from '../exceptions/authority.ts'
import { factsFor } from '../facts/facts-for.ts'
import { judge } from '../judge.ts'
import { drawLot } from '../lane/draw-lot.ts'
import { asPassedOn } from '../lane/lane-of.ts'
import { askRequired } from '../opinions/ask-required.ts'
import { dueFrom } from '../procedure.ts'
import { codeOf, type DelegationRow, updateContent, updateStanding } from '../store.ts'
import type { DelegationAction, Transition } from '../transitions/transitions.ts'
import type { DelegationState } from '../workflow.ts'
import { refuseBarred, refuseUnaccepted, refuseUnwaived } from './decide.ts'
import { handedOut } from './hand-out.ts'
import { insertNotes } from './notes/store.ts'
import { standingAfter } from './standing-after.ts'
import { allowsUnknown, refusePastUse, refuseUnnamed } from './standing-waivers.ts'
import { insertStep } from './store.ts'
import { type After, DECLARING, decidedBy, type Moved, type Said, type Taking } from './taking.ts'
import { tellOfStep } from './tell.ts'
import { insertWaivers } from './waivers/store.ts'

/** Steps with which parties are asked: a change brings in people and countries that nobody has heard of, a procedure other parties. */
const ASKING: ReadonlySet<DelegationAction> = new Set(['receive', 'sign-urgent', 'propose-change', 'move-procedure'])

/**
 * Takes a step that nothing keeps from being taken: freezes it with its findings, moves the dossier, and does what follows from
 * it – waivers, parties asked, ledgers, money, notices – in the same transaction. Throws where the law does not allow it.
 */
export async function take(taking: Taking, { content, open, expired }: After): Promise<Moved> {
  const { transaction, law, actor, delegation, step, said, today } = taking
  const by = actor.name ?? ''
  const { waivers = [], accepts = '', document } = said
  const asOf = document?.on ?? today
  const found = await factsFor(transaction, law, { ...delegation, content }, today)
  // What goes by the simple lane rests on the verdict itself: it is that of the dossier with the word that passes it on.
  const facts = step.action === 'pass-simple' ? asPassedOn(content, found, today) : found
  const result = judged(law, content, facts, asOf, step)
  if (result && (approves(step) || step.action === 'agree-change')) {
    refuseBarred({ ...result, dossier: contractOf(withFacts(content, facts)) })
  }
  if (result && approves(step)) {
    refusePastUse({ content, expired }, waivers)
    refuseUnnamed(open, waivers, result.instruments)
    refuseUnwaived(result)
    refuseUnaccepted(result, accepts)
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
  const urgent = standing.urgent ?? delegation.urgent
  const arrived = {
    ...delegation,
    ...governed,
    urgent,
    action: step.action,
    state: to,
    known: withFacts(content, facts),
  }
  const decided = await whoDecides(transaction, law, arrived, today)
  const outcome = await handedOut(transaction, law, { ...delegation, step }, asOf, today)
  const [version, stepId] = await Promise.all([
    updateStanding(transaction, delegation.id, { ...standing, decided }, by),
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
  if (step.action === 'receive') await drawLot(taking, stepId, facts)
  if (said.notes) await insertNotes(transaction, delegation, stepId, said.notes, by)
  if (step.waives) await enterWaivers(taking, open, stepId)
  if (ASKING.has(step.action) && to !== 'signed') {
    await askRequired(transaction, law, { ...delegation, ...governed }, withFacts(content, facts), by, today)
  }
  await enterInLedgers(transaction, { ...delegation, content }, step)
  await book(taking, { stepId, content, facts, on: asOf })
  const decidedBy = decided.by ?? delegation.decidedBy
  await tell(taking, content, { to, due: dueFrom(law, governed, to, today), verdict: result?.verdict, decidedBy })
  return { id: delegation.id, state: to, version }
}

/** Where a step has brought a dossier, as those are told whom it concerns. */
interface Told {
  to: DelegationState
  due: Day | null
  verdict: Verdict | undefined
  /** Who decides it now, or did before it was taken away. */
  decidedBy: string | null
}

/** Members who have to sign, whoever is next, and the audit trail learn of the step. */
async function tell(
  { transaction, actor, delegation, step, said, today }: Taking,
  content: Content,
  { to, due, verdict, decidedBy }: Told,
): Promise<void> {
  const { document } = said
  await Promise.all([
    DECLARING.has(step.action) && tellSigners(transaction, delegation, content, today),
    tellOfStep(transaction, actor, { ...delegation, content, decidedBy }, { from: delegation.state, to, due }, today),
    record(transaction, actor, {
      action: `delegation.${step.action}`,
      subject: { kind: 'delegation', id: delegation.id, name: `${codeOf(delegation)} ${delegation.title}` },
      bodyId: delegation.bodyId,
      rootId: delegation.rootId,
      before: { state: delegation.state },
      after: { state: to, ...(verdict === undefined ? {} : { verdict }) },
      ground: document ? `${document.number}, ${formatDay(document.on)}` : said.reason || undefined,
    }),
  ])
}

/** Whether the law has to allow the step: it approves the delegation, in principle or as decided, or a change of it. */
function approves({ waives, action }: Transition): boolean {
  return waives === true || action === 'endorse'
}

/** What the decision waives by name stands in the register of exceptions, with who decided and by which authority. */
async function enterWaivers(
  { transaction, actor, delegation, said, today }: Taking,
  open: After['open'],
  stepId: string,
): Promise<void> {
  const { waivers = [], document } = said
  if (waivers.length === 0 || document === undefined) return
  const authority = said.authority ?? (await authorityOf(transaction, actor, delegation, today))
  const granted = { decidedBy: decidedBy(actor, said), authority, document }
  await insertWaivers(
    transaction,
    delegation,
    stepId,
    waivers.map((one) => ({
      ...one,
      subject: one.subject ?? null,
      lastDay: one.lastDay ?? null,
      notKnown: allowsUnknown(one, open),
      ...granted,
    })),
  )
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

/** The findings that are frozen with the step; a step that judges needs a dossier that can be judged. */
function judged(law: Law, content: Content, facts: readonly Fact[], asOf: Day, step: Transition): CheckResult | null {
  const { result, faults } = judge(law, content, facts, asOf)
  if (result) return result
  if (step.judged) throw new Invalid(faults)
  return null
}

/** The trip stands in the ledgers of its people from the decision on, until it is called off or put off. */
async function enterInLedgers(transaction: Transaction, delegation: DelegationRow, step: Transition): Promise<void> {
  const source = { kind: 'dossier' as const, id: delegation.id }
  if (givesBack(step)) return callOffTrips(transaction, source)
  // A change that is given up leaves the trip as it was decided.
  if (step.to !== 'approved' || step.action === 'keep') return
  const { title, countries, departsOn, returnsOn, personIds } = projectionOf(delegation.content, null)
  const members = itemsAt(delegation.content, 'members')
  const roleOf = (personId: string) => members.find((one) => one.personId === personId)?.role
  await enterTrips(
    transaction,
    source,
    personIds.map((personId) => ({
      personId,
      year: yearOf(departsOn ?? `${delegation.year}-01-01`),
      state: 'approved',
      title,
      countries,
      role: textOrNull(roleOf(personId)),
      departsOn,
      returnsOn,
    })),
  )
}

function textOrNull(value: Json | undefined): string | null {
  return typeof value === 'string' ? value : null
}

function saidOf({
  recommendation,
  mergeWith,
  mergeWithId,
  postponeTo,
  postponeDays,
  minutes,
  lane,
  cuts,
  funds = [],
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
    ...(minutes === undefined ? {} : { minutes: json(minutes) }),
    ...(lane === undefined ? {} : { lane: json(lane) }),
    ...(cuts === undefined ? {} : { cuts: json(cuts) }),
    ...(funds.length > 0 ? { funds: json(funds) } : {}),
    ...(authority === undefined ? {} : { authority }),
    ...(recipients.length > 0 ? { recipients: json(recipients) } : {}),
    ...(lateReason === '' ? {} : { lateReason }),
    ...(accepts === '' ? {} : { accepts }),
    ...(principle === '' ? {} : { principle }),
    ...(waivers.length > 0 ? { waivers: json(waivers) } : {}),
    ...(notes.length > 0 ? { notes: json(notes) } : {}),
  }
}
