import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Fault, fault, Invalid, Refused } from '../../kernel/errors.ts'
import { noteDecision } from '../items/store.ts'
import { noPlan } from '../refusals.ts'
import { standingBy } from '../rules/decisions.ts'
import { findPlan } from '../store.ts'
import { byItem, decisionsOf, insertAnswer } from './store.ts'

/** What the unit says of one decision. */
export interface UnitAnswer {
  decisionId: string
  kind: 'accept' | 'contest'
  text: string
}

/** Answers decisions on lines of the unit's plan while it is being consolidated, all or nothing; returns how many. */
export async function answerDecisions(
  transaction: Transaction,
  actor: Actor,
  input: { id: string; answers: readonly UnitAnswer[] },
): Promise<number> {
  const plan = await findPlan(transaction, input.id, 'share')
  if (plan === undefined) throw noPlan()
  if (plan.state !== 'consolidating') throw tooLate()
  const lines = [...byItem(await decisionsOf(transaction, [plan.id])).values()]
  const open = new Map(
    lines
      .filter((line) => standingBy(line) === 'waiting')
      .flatMap((line) => line.slice(-1))
      .map((one) => [one.id, one]),
  )
  const faults = input.answers.flatMap((answer, index) =>
    answerFaults(answer, open.has(answer.decisionId), `answers[${index}]`),
  )
  if (faults.length > 0) throw new Invalid(faults)
  for (const answer of new Map(input.answers.map((one) => [one.decisionId, one])).values()) {
    const decision = open.get(answer.decisionId)
    if (decision === undefined) continue
    await insertAnswer(transaction, decision, plan, answer, actor)
    await noteDecision(transaction, [decision.itemId], answer.kind === 'accept' ? 'decided' : 'contested')
  }
  await record(transaction, actor, {
    action: 'plan.answered',
    subject: { kind: 'plan', id: plan.id, name: String(plan.year) },
    bodyId: plan.bodyId,
    rootId: plan.rootId,
    after: Object.fromEntries(input.answers.map(({ decisionId, kind, text }) => [decisionId, { kind, text }])),
  })
  return input.answers.length
}

function answerFaults({ kind, text }: UnitAnswer, isOpen: boolean, at: string): Fault[] {
  if (!isOpen)
    return [
      fault(
        `${at}.decisionId`,
        'đề nghị này không còn chờ trả lời; hãy tải lại',
        'this decision waits for no answer; reload',
      ),
    ]
  if (kind === 'contest' && text === '')
    return [fault(`${at}.text`, 'cần nêu vì sao không đồng ý', 'say why it is contested')]
  return []
}

function tooLate(): Refused {
  return new Refused({
    vi: 'Kế hoạch không còn ở bước tổng hợp, nên không còn đề nghị nào chờ đơn vị trả lời.',
    en: 'The plan is no longer being consolidated: no decision waits for the unit’s answer.',
  })
}
