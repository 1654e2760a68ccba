import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { Invalid, NotFound } from '../../kernel/errors.ts'
import type { Law } from '../../law/index.ts'
import { type PlanLine, planLineById } from '../../plans/index.ts'
import { blankContent, type Content, readContent } from '../content/content.ts'
import type { JsonObject } from '../content/json.ts'
import { weighedInPlan } from '../weighed/weighed.ts'
import { type Beginning, beginDelegation } from './begin.ts'

/** What is asked for to begin a dossier. */
export interface Wanted {
  bodyId: string
  title: string
  /** The line of the approved plan on which it rests. */
  planItemId?: string | undefined
  /** What was tried before; see `try.ts`. */
  content?: JsonObject | undefined
}

/** Begins a dossier: with a title only, with all that a line of the approved plan says, or with what was tried. Returns its id. */
export async function createDelegation(
  transaction: Transaction,
  law: Law,
  actor: Actor,
  wanted: Wanted,
  today: Day,
): Promise<string> {
  const beginning = await beginningOf(transaction, wanted)
  return beginDelegation(transaction, law, actor, { bodyId: wanted.bodyId, ...beginning }, today)
}

/** With what a dossier is to begin. Throws where the line is none of the body, or the content none of a dossier. */
export async function beginningOf(
  transaction: Transaction,
  { bodyId, title, planItemId, content }: Wanted,
): Promise<Pick<Beginning, 'content' | 'from'> & { planLine: string | null }> {
  const line = planItemId === undefined ? undefined : await lineFor(transaction, bodyId, planItemId)
  const planLine = line?.originId ?? null
  if (content !== undefined) return { content: contentTried({ ...content, title }), planLine, from: 'trial' }
  if (line !== undefined) return { content: contentOfLine(line, title), planLine, from: 'plan' }
  return { content: blankContent(title), planLine, from: 'typed' }
}

async function lineFor(transaction: Transaction, bodyId: string, planItemId: string): Promise<PlanLine> {
  const line = await planLineById(transaction, planItemId)
  if (line === undefined || line.bodyId !== bodyId) throw noLine()
  return line
}

function contentTried(sent: JsonObject): Content {
  const { content, faults } = readContent(sent)
  if (faults.length > 0) throw new Invalid(faults)
  return content
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
