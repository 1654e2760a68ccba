import type { Transaction } from '../db/transaction.ts'
import type { Visitor } from '../http/who.ts'
import { rolesHeld } from '../identity/index.ts'
import type { Day } from '../kernel/day.ts'
import type { FileAnswer } from '../kernel/endpoint.ts'
import type { Law } from '../law/index.ts'
import type { DelegationView, StepTaken } from './answers.ts'
import { type Content, contractOf } from './content/content.ts'
import { type Fact, isPartial, withFacts } from './content/facts.ts'
import { decidesFor } from './deciders/refuse-not-deciding.ts'
import { disclosedHead, disclosedStep, sideOf } from './disclosure.ts'
import { stillSpeaksOf } from './examination/facts.ts'
import { factsFor } from './facts/facts-for.ts'
import { findingKey, judge } from './judge.ts'
import { disclosedLane } from './lane/disclosed-lane.ts'
import { laneOf } from './lane/lane-of.ts'
import { speaksFor } from './opinions/speaks.ts'
import { dueOf, needsPrinciple, newerProcedure, type Procedure, pausedOf, procedureOf } from './procedure.ts'
import { type DossierRecord, recordOf } from './record/store.ts'
import { noDelegation, noStep } from './refusals.ts'
import { actionsFor, reaches } from './steps/actions.ts'
import { toAgreeFirst } from './steps/agree-first.ts'
import { changedContents, isBeingChanged, touchedFindings } from './steps/changed.ts'
import { type Cuts, cutsLeft } from './steps/cuts.ts'
import { differenceAtStep, differenceSinceReturn } from './steps/difference.ts'
import { isLate } from './steps/gates.ts'
import { handedOutIn } from './steps/hand-out.ts'
import { lawSince } from './steps/law-since.ts'
import { ownOf } from './steps/own-of.ts'
import { toDecide } from './steps/standing-waivers.ts'
import { decidedStep, findStep, knownToUnit } from './steps/store.ts'
import { codeOf, type DelegationRow, findDelegation } from './store.ts'
import { type DelegationState, OPEN_TO_UNIT, TAKES_PAPERS } from './workflow.ts'
import { workingDaysLeft } from './working-days.ts'

/** A dossier whole, with what its registers know, the way it has come, and what the caller may do with it. */
export async function getDelegation(
  transaction: Transaction,
  law: Law,
  who: Visitor,
  id: string,
  today: Day,
): Promise<DelegationView> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const { jurisdiction } = delegation
  const recorded = recordOf(transaction, id)
  const [record, facts, own] = await Promise.all([
    recorded,
    factsFor(transaction, law, delegation, today, recorded),
    ownOf(transaction, who, delegation, today),
  ])
  const { notes } = record
  const procedure = procedureOf(law, delegation, today)
  const newProcedure = newerProcedure(law, delegation, today)
  const known = withFacts(delegation.content, facts)
  const side = sideOf(who, delegation)
  const steps = record.steps.map((step) => disclosedHead(side, step))
  const change = await changeOf(transaction, law, { ...delegation, procedure, facts, known }, today)
  const principleFirst = needsPrinciple(procedure, known)
  const { account } = who
  const decides = account === undefined || (await decidesFor(transaction, [account.id], delegation, today))
  const lane = laneOf(law, delegation, { facts, record }, today)
  const standing = { ...delegation, principleFirst, newProcedure, change, notes, own, steps, decides, lane }
  const due = dueOf(law, standing)
  const {
    content,
    title,
    countries,
    departsOn,
    returnsOn,
    headcount,
    state,
    year,
    planLine,
    copiedFrom,
    document,
    version,
    changedAt,
    changedBy,
    verdict,
  } = delegation
  return {
    id,
    code: codeOf(delegation),
    title,
    body: { id: delegation.bodyId, name: delegation.bodyName },
    state,
    stateSince: delegation.stateSince,
    due,
    daysLeft: workingDaysLeft(law, jurisdiction, today, due),
    paused: pausedOf(law, delegation, { by: delegation.pausedBy, reason: delegation.pausedBecause }),
    urgent: delegation.urgent,
    verdict,
    countries,
    departsOn,
    returnsOn,
    headcount,
    offPlan: planLine === null,
    version,
    changedAt,
    changedBy,
    year,
    planLine,
    copiedFrom,
    document,
    content,
    facts,
    steps,
    notes,
    waivers: side === 'outside' ? [] : record.waivers,
    opinions: await heardOf(transaction, who, delegation, record, today),
    assessments: record.assessments.map(({ judged, ...one }) => ({
      ...one,
      outdated: !stillSpeaksOf(delegation.content, { judged, subject: one.subject }),
    })),
    cuts: AWAITS_DECISION.has(state) ? proposedCuts(steps) : null,
    change,
    difference: await differenceSinceReturn(transaction, side, delegation, record),
    stages: procedure.stages,
    handedOut: handedOutIn(record.steps),
    principleFirst,
    late: isLate(law, delegation, known, today),
    procedureDay: delegation.procedureDay,
    newProcedure,
    lawSince: await lawSince(transaction, law, delegation, { side, signed: record.signed }, today),
    controlledAt: delegation.controlledAt,
    lane: lane && disclosedLane(side, lane),
    decider: deciderOf(delegation),
    own,
    actions: actionsFor(who, standing),
    mayWrite: OPEN_TO_UNIT.has(state) && reaches(who, delegation)('dossiers.write'),
    mayEnclose: own === null && TAKES_PAPERS.has(state) && reaches(who, delegation)('dossiers.handle'),
  }
}

/** Who decides the dossier, where the procedure names them. */
function deciderOf({ decider, decidedByName }: DelegationRow): DelegationView['decider'] {
  if (decider === null) return null
  return { body: decider.above ? null : decidedByName, source: decider.source }
}

const AWAITS_DECISION: ReadonlySet<DelegationState> = new Set(['proposed', 'agreed', 'passed-up'])

type Changing = DelegationRow & { procedure: Procedure; facts: readonly Fact[]; known: Content }

/** What differs from the decision while it is being changed, and how the norms that this touches are judged now. */
async function changeOf(
  transaction: Transaction,
  law: Law,
  { id, state, content, document, procedure, facts, known }: Changing,
  today: Day,
): Promise<DelegationView['change']> {
  if (!isBeingChanged({ state, document })) return null
  const decided = await decidedStep(transaction, id)
  const contents = changedContents(decided.content, content)
  const { result } = judge(law, content, facts, today)
  const before = new Map((decided.result?.findings ?? []).map((one) => [findingKey(one), one.outcome]))
  return {
    contents,
    findings: touchedFindings(result?.findings ?? [], contents).map((finding) => ({
      finding,
      before: before.get(findingKey(finding)) ?? null,
    })),
    agreeFirst: await toAgreeFirst(transaction, procedure, id, { decided: decided.content, known }),
  }
}

/** The questions to parties with their threads; which of them the reader may answer. */
async function heardOf(
  transaction: Transaction,
  who: Visitor,
  { rootId }: Pick<DelegationRow, 'rootId'>,
  { opinions, formerAnswers, messages }: DossierRecord,
  today: Day,
): Promise<DelegationView['opinions']> {
  if (opinions.length === 0) return []
  const advises = who.permissions.has('dossiers.advise') && who.account !== undefined
  const roles = advises ? await rolesHeld(transaction, [who.account?.id ?? ''], today) : []
  return opinions.map(({ delegationId: _, askedBodyId, members: __, about: ___, dropped: ____, ...one }) => ({
    ...one,
    mine: speaksFor(who, roles, { ...one, askedBodyId }, rootId),
    former: formerAnswers.filter(({ opinionId }) => opinionId === one.id).map(({ opinionId: _, ...said }) => said),
    messages: messages.filter(({ opinionId }) => opinionId === one.id).map(({ opinionId: _, ...said }) => said),
  }))
}

/** What the latest recommendation proposes to cut. */
function proposedCuts(steps: DelegationView['steps']): DelegationView['cuts'] {
  const cuts = steps.findLast(({ action }) => action === 'recommend')?.said.cuts
  return cuts === undefined ? null : (cuts as DelegationView['cuts'])
}

/** What the law of a day (of the decision, else today) says of the dossier as it stands. */
export async function checkDelegation(
  transaction: Transaction,
  law: Law,
  {
    id,
    asOf,
    deciding,
    cuts,
  }: { id: string; asOf?: Day | undefined; deciding?: 'yes' | undefined; cuts?: Cuts | undefined },
  today: Day,
) {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  // A new decision is judged by its own day, not by that of the decision it follows.
  const on = asOf ?? (deciding ? today : (delegation.document?.on ?? today))
  const before =
    deciding || cuts
      ? await toDecide(transaction, law, delegation, {
          cuts: cuts && cutsLeft(delegation.content, cuts),
          asOf: on,
          today,
        })
      : undefined
  const content = before?.content ?? delegation.content
  const facts = await factsFor(transaction, law, { ...delegation, content }, today)
  const { result, faults } = judge(law, content, facts, on)
  const standing = (before?.standing ?? []).map(({ rule, norm, subject }) => ({ rule, norm, subject }))
  return { result: result ?? null, standing, funds: before?.funds ?? [], lawHash: law.hash, faults: faults ?? [] }
}

/** The dossier of the contract, facts of the registers laid over it, as a file. */
export async function exportDossier(transaction: Transaction, law: Law, id: string, today: Day): Promise<FileAnswer> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const facts = await factsFor(transaction, law, delegation, today)
  // A sum that leaves something out is no total: whoever takes the file elsewhere has what was typed.
  const whole = facts.filter((fact) => !isPartial(fact))
  // What was taken in from a file may bear the code of another.
  const { id: _, ...dossier } = contractOf(withFacts(delegation.content, whole))
  return {
    name: `${codeOf(delegation).replace('Đ', 'D')}.json`,
    type: 'application/json',
    bytes: new TextEncoder().encode(`${JSON.stringify({ id: codeOf(delegation), ...dossier }, null, 2)}\n`),
  }
}

/** A step with the dossier, the facts and the findings of its moment, as far as the reader may know them. */
export async function getStep(transaction: Transaction, who: Visitor, id: string): Promise<StepTaken> {
  const found = await findStep(transaction, id)
  if (found !== undefined) {
    const { delegationId: _, bodyId, rootId, ...step } = found
    const side = sideOf(who, { bodyId, rootId })
    const known = await knownToUnit(transaction, id)
    return disclosedStep(side, { ...step, difference: await differenceAtStep(transaction, side, step) }, known)
  }
  throw noStep()
}
