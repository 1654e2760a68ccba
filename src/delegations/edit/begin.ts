import { record } from '../../audit/index.ts'
import { type Body, bodyOn } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Day, yearOf } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { refuseMarkings } from '../../kernel/markings.ts'
import type { Law } from '../../law/index.ts'
import type { Content } from '../content/content.ts'
import { factsOf } from '../facts/facts-of.ts'
import { judge } from '../judge.ts'
import { notTheirs } from '../refusals.ts'
import { insertDelegation, writesFor } from '../store.ts'
import { dayAt, projectionOf } from './projection.ts'

/** A dossier to begin with. */
export interface Beginning {
  bodyId: string
  content: Content
  planLine?: string | null
  copiedFrom?: string | null
  /** How it came about: typed, from the plan, copied, taken in from a file, tried before. */
  from: 'typed' | 'plan' | 'copy' | 'import' | 'trial'
}

/** Enters a dossier as a draft of its body; returns its id. Throws where the caller does not write for the body. */
export async function beginDelegation(
  transaction: Transaction,
  law: Law,
  actor: Actor,
  { bodyId, content, planLine = null, copiedFrom = null, from }: Beginning,
  today: Day,
): Promise<string> {
  const body = await senderOf(transaction, bodyId, today)
  refuseMarkings([content])
  const id = newId()
  const facts = await factsOf(transaction, law, { id, rootId: body.rootId, bodyId, planLine, content }, today)
  const { result } = judge(law, content, facts, today)
  await insertDelegation(transaction, {
    id,
    rootId: body.rootId,
    bodyId,
    year: yearOf(dayAt(content, 'trip/departure') ?? today),
    content,
    projection: projectionOf(content, result?.verdict ?? null),
    planLine,
    copiedFrom,
    by: actor.name ?? '',
  })
  await record(transaction, actor, {
    action: 'delegation.begun',
    subject: { kind: 'delegation', id, name: String(content.title) },
    bodyId,
    rootId: body.rootId,
    after: { from, planLine, copiedFrom },
  })
  return id
}

/** The body that is to send a delegation. Throws where it is not there on the day, or the caller does not write for it. */
export async function senderOf(transaction: Transaction, bodyId: string, today: Day): Promise<Body> {
  const body = await bodyOn(transaction, bodyId, today)
  if (body === undefined) throw noBody()
  if (!(await writesFor(transaction, bodyId))) throw notTheirs()
  return body
}

function noBody(): NotFound {
  return new NotFound({
    vi: 'Không có cơ quan này, hoặc cơ quan không còn hoạt động hôm nay.',
    en: 'There is no such body, or it is not there today.',
  })
}
