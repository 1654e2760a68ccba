import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { holdsRole } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import { Invalid, Refused } from '../../kernel/errors.ts'
import { byItem, decisionsOf } from '../board/store.ts'
import { type ItemRow, linesMergedInto } from '../items/store.ts'
import { refuseOwn } from '../own/refuse-own.ts'
import { STATE_NAMES } from '../refusals.ts'
import { standingBy } from '../rules/decisions.ts'
import { changedFields } from '../rules/diff-versions.ts'
import { faultsBeforeSigning } from '../rules/readiness.ts'
import type { PlanRow } from '../store.ts'
import type { DecisionStanding, Transition } from '../workflow.ts'
import { inForceBeside } from './in-force.ts'

/** A step about to be taken. */
export interface Step {
  transaction: Transaction
  actor: Actor
  plan: PlanRow
  items: ItemRow[]
  transition: Transition
  reason: string
  today: Day
}

/** Throws unless the step may be taken: from this state, by this person, with everything it needs. */
export async function refuseStep(step: Step): Promise<void> {
  refuseState(step)
  if (step.transition.decides) await refuseOwnPlan(step)
  switch (step.transition.action) {
    case 'submit':
    case 'sign':
      return refuseUnready(step)
    case 'return':
    case 'turn-down':
      return refuseLead(step)
    case 'propose':
      return refuseUndecided(step)
    case 'take-up':
      return refuseOrdinary(step)
  }
}

function refuseState({ plan, transition }: Step): void {
  const { from, adjustmentsOnly, name } = transition
  if (from.includes(plan.state) && (plan.edition > 1 || adjustmentsOnly !== true)) return
  const state = STATE_NAMES[plan.state]
  const places = (language: 'vi' | 'en') => from.map((one) => STATE_NAMES[one][language]).join(', ')
  throw new Refused({
    vi: `Không làm được bước «${name.vi}»: kế hoạch ${state.vi}${adjustmentsOnly ? ', bước này chỉ dành cho bản điều chỉnh' : ''}. Bước này cần kế hoạch ${places('vi')}.`,
    en: `“${name.en}” is not possible: the plan is ${state.en}${adjustmentsOnly ? ', and this step is for adjustments only' : ''}. It needs a plan that is ${places('en')}.`,
  })
}

async function refuseOwnPlan({ transaction, actor, plan, items, transition, today }: Step): Promise<void> {
  const judging = transition.permission === 'plans.approve' ? 'approve' : 'consolidate'
  const lines = items.filter(({ standing }) => standing === 'planned').map(({ fields }) => fields)
  await refuseOwn(transaction, actor, plan, lines, judging, today)
}

async function refuseUnready({ transaction, plan, items }: Step): Promise<void> {
  const { lines } = await inForceBeside(transaction, plan)
  const inForce = new Map([...lines].map(([originId, { fields }]) => [originId, fields]))
  const faults = faultsBeforeSigning({ edition: plan.edition, travelLine: plan.travelLine, items, inForce })
  if (faults.length > 0) throw new Invalid(faults)
}

/** A plan whose lines lead others' cannot go back before those are taken out. */
async function refuseLead({ transaction, items }: Step): Promise<void> {
  const own = new Set(items.map(({ id }) => id))
  for (const item of items) {
    const merged = await linesMergedInto(transaction, item.id)
    if (merged.every((id) => own.has(id))) continue
    throw new Refused({
      vi: `Đoàn của đơn vị khác đang ghép vào «${item.fields.title}». Hãy quyết định lại các đoàn đó trước khi trả kế hoạch.`,
      en: `Lines of other bodies are merged into “${item.fields.title}”. Decide on those again before the plan goes back.`,
    })
  }
}

/** Every line that is new or changed is decided on, none is contested; without the unit's answers only for a reason. */
async function refuseUndecided({ transaction, plan, items, reason }: Step): Promise<void> {
  const { lines } = await inForceBeside(transaction, plan)
  const decisions = byItem(await decisionsOf(transaction, [plan.id]))
  const inQuestion = items.filter((item) => item.standing !== 'dropped' && !stands(item, lines.get(item.originId)))
  const named = (state: DecisionStanding) =>
    inQuestion.filter(({ id }) => standingBy(decisions.get(id)) === state).map(({ fields }) => `«${fields.title}»`)
  const undecided = named('open')
  if (undecided.length > 0) {
    throw new Refused({
      vi: `Còn ${undecided.length} dòng chưa quyết định: ${listed(undecided)}. Hãy quyết định từng dòng trước khi trình.`,
      en: `${undecided.length} lines are not decided on: ${listed(undecided)}. Decide on each before you propose.`,
    })
  }
  const contested = named('contested')
  if (contested.length > 0) {
    throw new Refused({
      vi: `Đơn vị không đồng ý ${contested.length} dòng: ${listed(contested)}. Hãy xem xét và quyết định lại.`,
      en: `The unit contests ${contested.length} lines: ${listed(contested)}. Consider them and decide again.`,
    })
  }
  const waiting = named('waiting')
  if (waiting.length > 0 && reason === '') {
    throw new Refused({
      vi: `Đơn vị chưa trả lời ${waiting.length} dòng: ${listed(waiting)}. Hãy chờ trả lời, hoặc nêu lý do trình khi chưa có trả lời.`,
      en: `The unit has not answered on ${waiting.length} lines: ${listed(waiting)}. Wait for it, or say why you propose without.`,
    })
  }
}

/** In an adjustment, a line that is as it was approved needs no decision. */
function stands(item: ItemRow, before: ItemRow | undefined): boolean {
  return before !== undefined && changedFields(before.fields, item.fields).length === 0
}

/** The authority draws up only plans that nobody else may appraise: those of the consolidating body itself. */
async function refuseOrdinary({ transaction, plan, today }: Step): Promise<void> {
  if (await holdsRole(transaction, 'foreign-affairs', plan.bodyId, today)) return
  throw new Refused({
    vi: 'Bước này chỉ dành cho kế hoạch của chính cơ quan tổng hợp. Kế hoạch này do Sở Ngoại vụ tiếp nhận, tổng hợp.',
    en: 'This step is for the consolidating body’s own plan. This plan is taken in by the department of foreign affairs.',
  })
}

function listed(titles: string[]): string {
  return titles.length > 5 ? `${titles.slice(0, 5).join(', ')}…` : titles.join(', ')
}
