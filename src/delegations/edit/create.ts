import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/errors.ts'
import type { Law } from '../../law/index.ts'
import { type PlanLine, planLineById } from '../../plans/index.ts'
import { blankContent, type Content } from '../content/content.ts'
import { weighedInPlan } from '../weighed/weighed.ts'
import { beginDelegation } from './begin.ts'

/** Begins a dossier: with a title only, or with all that a line of the approved plan says. Returns its id. */
export async function createDelegation(
  transaction: Transaction,
  law: Law,
  actor: Actor,
  { bodyId, title, planItemId }: { bodyId: string; title: string; planItemId?: string | undefined },
  today: Day,
): Promise<string> {
  if (planItemId === undefined) {
    return beginDelegation(transaction, law, actor, { bodyId, content: blankContent(title), from: 'typed' }, today)
  }
  const line = await planLineById(transaction, planItemId)
  if (line === undefined || line.bodyId !== bodyId) throw noLine()
  const content = contentOfLine(line, title)
  return beginDelegation(transaction, law, actor, { bodyId, content, planLine: line.originId, from: 'plan' }, today)
}

/** What a line of the plan says, as far as a dossier says it too; who goes and on which days is still to be stated. */
function contentOfLine({ fields }: PlanLine, title: string): Content {
  const { purposeKind, purpose, result, host, countries, departure, return: back, people, costs } = fields
  const [country] = countries
  return {
    ...blankContent(title),
    ...weighedInPlan(fields),
    purpose: {
      ...(purposeKind === null ? {} : { kind: purposeKind }),
      ...(purpose === '' ? {} : { summary: purpose }),
      ...(result === '' ? {} : { practicality: { statement: result } }),
    },
    ...(host === '' || country === undefined ? {} : { hosts: [{ key: 'h1', name: host, country }] }),
    trip: {
      ...(departure === null ? {} : { departure }),
      ...(back === null ? {} : { return: back }),
      stays: countries.map((one, at) => ({ key: `s${at + 1}`, country: one })),
    },
    members: people.flatMap(({ personId, post }, at) =>
      personId === null
        ? []
        : [{ key: `m${at + 1}`, personId, name: post, role: at === 0 ? 'head' : 'member', position: post }],
    ),
    funding: costs.map(({ source, amount, currency }, at) => ({
      key: `f${at + 1}`,
      source,
      amount: { amount, currency },
    })),
  }
}

function noLine(): NotFound {
  return new NotFound({
    vi: 'Không có dòng kế hoạch này của cơ quan, hoặc dòng nằm ngoài phạm vi của bạn.',
    en: 'The body has no such line in its plan, or it is outside your scope.',
  })
}
