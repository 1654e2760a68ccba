import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, yearOf } from '../../kernel/day.ts'
import { NotFound, Refused } from '../../kernel/errors.ts'
import type { Law } from '../../law/index.ts'
import { type PlanLine, planLineById, planLineOf } from '../../plans/index.ts'
import { dayAt } from '../edit/projection.ts'
import { insertEdit } from '../edit/store.ts'
import { factsOf } from '../facts/facts-of.ts'
import { judge } from '../judge.ts'
import { noDelegation, notTheirs, refuseStale } from '../refusals.ts'
import { codeOf, type DelegationRow, findDelegation } from '../store.ts'
import { STATE_NAMES } from '../workflow.ts'
import { updatePlanLine } from './store.ts'

/** What the log of changes calls the line on which a dossier rests. */
export const LINKED = 'planLine'

/**
 * Links a dossier that its unit still drafts to a line of the unit's approved plan of the year of departure, or to none. Returns the
 * version. Throws where the line is none of theirs, not approved, of another year, or the dossier has left the unit.
 */
export async function linkPlanLine(
  transaction: Transaction,
  law: Law,
  actor: Actor,
  { id, version, planItemId }: { id: string; version: number; planItemId: string | null },
  today: Day,
): Promise<{ version: number }> {
  const delegation = await findDelegation(transaction, id, 'update')
  if (delegation === undefined) throw noDelegation()
  if (!delegation.theirs) throw notTheirs()
  refuseStale(delegation, version)
  refuseDecided(delegation)
  const line = planItemId === null ? undefined : await lineFor(transaction, delegation, planItemId)
  const planLine = line?.originId ?? null
  if (planLine === delegation.planLine) return { version }
  const former = delegation.planLine === null ? undefined : await planLineOf(transaction, delegation.planLine)
  const facts = await factsOf(transaction, law, { ...delegation, planLine }, today)
  const { result } = judge(law, delegation.content, facts, today)
  const by = actor.name ?? ''
  const next = await updatePlanLine(transaction, id, { planLine, verdict: result?.verdict ?? null, by })
  const change = { at: LINKED, from: former && titleOf(former), to: line && titleOf(line) }
  await insertEdit(transaction, delegation, { version: next, changes: [change], accountId: actor.accountId, by })
  await record(transaction, actor, {
    action: planLine === null ? 'delegation.line-unlinked' : 'delegation.line-linked',
    subject: { kind: 'delegation', id, name: `${codeOf(delegation)} ${delegation.title}` },
    bodyId: delegation.bodyId,
    rootId: delegation.rootId,
    before: { planLine: delegation.planLine },
    after: { planLine },
  })
  return { version: next }
}

/** The line to link: approved, of the unit itself, for the year in which the trip departs. */
async function lineFor(transaction: Transaction, { bodyId, content, year }: DelegationRow, id: string) {
  const line = await planLineById(transaction, id)
  if (line === undefined || line.bodyId !== bodyId || line.planState !== 'approved') throw noLine()
  const departure = dayAt(content, 'trip/departure')
  const wanted = departure === null ? year : yearOf(departure)
  if (line.year !== wanted) throw otherYear(line, wanted)
  return line
}

/** Once the head has the dossier, and after a decision has committed money on it, the line stays. */
function refuseDecided({ state }: DelegationRow): void {
  if (state === 'draft' || state === 'returned') return
  throw new Refused({
    vi: `Hồ sơ ${STATE_NAMES[state].vi} nên không đổi dòng kế hoạch được: dòng chỉ đổi khi hồ sơ đang soạn hoặc đã trả lại đơn vị.`,
    en: `The dossier is ${STATE_NAMES[state].en}: its line of the plan changes only while it is a draft or returned to its unit.`,
  })
}

function titleOf({ year, fields }: PlanLine): string {
  return `${year} · ${fields.title}`
}

function noLine(): NotFound {
  return new NotFound({
    vi: 'Kế hoạch đã duyệt của cơ quan không có dòng này. Hãy chọn một dòng đang trong kế hoạch, hoặc đưa đoàn vào kế hoạch bằng một lần điều chỉnh.',
    en: 'The approved plan of the body has no such line. Choose one that it has, or bring the trip into the plan by an adjustment.',
  })
}

function otherYear({ year }: PlanLine, wanted: number): Refused {
  return new Refused({
    vi: `Dòng này thuộc kế hoạch năm ${year}, chuyến đi thuộc năm ${wanted}. Hãy chọn dòng của kế hoạch năm ${wanted}, hoặc sửa lại ngày đi.`,
    en: `This line is in the plan of ${year}; the trip is in ${wanted}. Choose a line of the plan of ${wanted}, or correct the departure.`,
  })
}
