import { createHash, randomBytes } from 'node:crypto'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { newId } from '../kernel/ids.ts'
import { insertPending } from './store.ts'

/** Something that was done, as the use case that did it tells it. */
export interface Deed {
  /** What was done: `plan.signed`, `person.changed`. Words of `messages.vi.ts`. */
  action: string
  subject: { kind: string; id: string; name?: string }
  /** The body and the root it belongs to; without them only those who see a whole root read it. */
  bodyId?: string | undefined
  rootId?: string | undefined
  /** What it was and what it became; only what differs is kept. */
  before?: Fields | undefined
  after?: Fields | undefined
  /** The document or the reason on which it rests. */
  ground?: string | undefined
  /** Fields of `before` and `after` that are personal data: the chain keeps only a salted hash of them. */
  personal?: readonly string[]
}

type Fields = Readonly<Record<string, unknown>>

/**
 * Writes a deed to the audit trail, in the transaction in which it is done: either both stay or neither.
 * It gets its place in the chain when the transaction commits.
 */
export async function record(transaction: Transaction, actor: Actor, deed: Deed): Promise<void> {
  const id = newId()
  const secrets: Secret[] = []
  const keep = (side: 'before' | 'after') => withoutPersonal(side, deed, secrets)
  const content = JSON.stringify({
    id,
    at: new Date().toISOString(),
    action: deed.action,
    subject: deed.subject,
    by: { account: actor.accountId, name: actor.name },
    onBehalfOf: actor.onBehalfOf,
    from: actor.from,
    request: actor.requestId,
    before: keep('before'),
    after: keep('after'),
    ground: deed.ground,
  })
  await insertPending(transaction, { id, rootId: deed.rootId, bodyId: deed.bodyId, content }, secrets)
}

/** A piece of personal data, kept apart from the chain under the path where its hash stands. */
export interface Secret {
  path: string
  salt: string
  value: string
}

/** The fields of one side that differ from the other; personal ones as `{ hash }`, their values put aside. */
function withoutPersonal(side: 'before' | 'after', deed: Deed, secrets: Secret[]): Fields | undefined {
  const own = deed[side]
  const other = deed[side === 'before' ? 'after' : 'before']
  if (own === undefined) return undefined
  const differing = Object.entries(own).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(other?.[key]))
  return Object.fromEntries(
    differing.map(([key, value]) => {
      if (!deed.personal?.includes(key) || value === null || value === undefined) return [key, value]
      const secret = { path: `${side}.${key}`, salt: randomBytes(16).toString('hex'), value: JSON.stringify(value) }
      secrets.push(secret)
      return [key, { hash: commitment(secret) }]
    }),
  )
}

/** The salted hash that stands in the chain for a piece of personal data: hexadecimal SHA-256 of salt, line feed, value. */
export function commitment({ salt, value }: Pick<Secret, 'salt' | 'value'>): string {
  return createHash('sha256').update(`${salt}\n${value}`).digest('hex')
}
