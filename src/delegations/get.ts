import type { Transaction } from '../db/transaction.ts'
import type { Visitor } from '../http/who.ts'
import { type Day, dayInVietnam } from '../kernel/day.ts'
import type { FileAnswer } from '../kernel/endpoint.ts'
import { NotFound } from '../kernel/errors.ts'
import type { Law } from '../law/index.ts'
import type { DelegationView } from './answers.ts'
import { contractOf } from './content/content.ts'
import { withFacts } from './content/facts.ts'
import { projectionOf } from './edit/projection.ts'
import { factsFor } from './facts/facts-for.ts'
import { judge } from './judge.ts'
import { bodyNames } from './lists/store.ts'
import { noDelegation } from './refusals.ts'
import { findStep, notesOf, stepsOf, waiversOf } from './steps/store.ts'
import { codeOf, type DelegationRow, findDelegation } from './store.ts'
import { OPEN_TO_UNIT, STAGE_DAYS, stepsFrom } from './workflow.ts'

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
  const notes = await notesOf(transaction, id)
  const open = notes.filter(({ resolvedAt }) => resolvedAt === null).length
  const names = await bodyNames(transaction, [delegation.bodyId])
  const own = reaches(who, delegation)
  const shown = projectionOf(delegation.content, null)
  const { content, title, state, year, planLine, copiedFrom, document, version, changedAt, changedBy, verdict } =
    delegation
  return {
    id,
    code: codeOf(delegation),
    title,
    body: { id: delegation.bodyId, name: names.get(delegation.bodyId) ?? '' },
    state,
    stateSince: delegation.stateSince,
    due: dueOf(law, delegation),
    verdict,
    countries: shown.countries,
    departsOn: shown.departsOn,
    returnsOn: shown.returnsOn,
    headcount: shown.headcount,
    version,
    changedAt,
    changedBy,
    year,
    planLine,
    copiedFrom,
    document,
    content,
    facts: await factsFor(transaction, law, delegation, today),
    steps: await stepsOf(transaction, id),
    notes,
    waivers: await waiversOf(transaction, id),
    actions: stepsFrom(state)
      .filter(({ permission }) => own(permission))
      .map(({ action, name }) => ({ action, name, why: action === 'submit' && open > 0 ? openNotes(open) : null })),
    mayWrite: OPEN_TO_UNIT.has(state) && own('dossiers.write'),
  }
}

/** What the law of a day (of the decision, else today) says of the dossier as it stands. */
export async function checkDelegation(
  transaction: Transaction,
  law: Law,
  { id, asOf }: { id: string; asOf?: Day | undefined },
  today: Day,
) {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const facts = await factsFor(transaction, law, delegation, today)
  const { result, faults } = judge(law, delegation.content, facts, asOf ?? delegation.document?.on ?? today)
  return { result: result ?? null, lawHash: law.hash, faults: faults ?? [] }
}

/** The dossier of the contract, facts of the registers laid over it, as a file. */
export async function exportDossier(transaction: Transaction, law: Law, id: string, today: Day): Promise<FileAnswer> {
  const delegation = await findDelegation(transaction, id)
  if (delegation === undefined) throw noDelegation()
  const facts = await factsFor(transaction, law, delegation, today)
  const dossier = contractOf(withFacts(delegation.content, facts))
  return {
    name: `${codeOf(delegation).replace('Đ', 'D')}.json`,
    type: 'application/json',
    bytes: new TextEncoder().encode(`${JSON.stringify({ id: codeOf(delegation), ...dossier }, null, 2)}\n`),
  }
}

/** A step with the dossier, the facts and the findings of its moment. */
export async function getStep(transaction: Transaction, id: string) {
  const step = await findStep(transaction, id)
  if (step !== undefined) return step
  throw new NotFound({
    vi: 'Không có bước này, hoặc bước nằm ngoài phạm vi của bạn.',
    en: 'There is no such step, or it is outside your scope.',
  })
}

/** The last day of the stage by the procedure, in working days from the day on which it began; null where none is set. */
export function dueOf(law: Law, { state, stateSince }: Pick<DelegationRow, 'state' | 'stateSince'>): Day | null {
  const days = STAGE_DAYS[state]
  if (days === undefined) return null
  const began = dayInVietnam(new Date(stateSince))
  return law.on(began, 'VN-HN').surroundings.addWorkingDays(began, days)
}

/** Whether the caller holds a permission where the dossier belongs. */
function reaches(who: Visitor, { bodyId, rootId }: DelegationRow) {
  return (permission: Parameters<Visitor['reach']>[0]): boolean => {
    if (!who.permissions.has(permission)) return false
    const { bodies = [], roots = [], housekeeping } = who.reach(permission)
    const own = bodies.includes(bodyId)
    const unit = permission === 'dossiers.write' || permission === 'dossiers.sign'
    return housekeeping === true || (unit ? own : own || roots.includes(rootId))
  }
}

function openNotes(count: number) {
  return {
    vi: `còn ${count} yêu cầu khi trả lại chưa xử lý`,
    en: `${count} notes of the return are not resolved`,
  }
}
