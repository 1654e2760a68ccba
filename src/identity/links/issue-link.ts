import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { hashOf, newToken } from '../session/token.ts'
import { subjectOf } from '../sign-in/open-session.ts'
import { replaceLink } from './store.ts'

/** A link by which its holder sets the password of an account, once. */
export interface IssuedLink {
  /** The path of the page. The secret stands behind `#`, so that it comes into no log of a server or proxy. */
  path: string
  expiresAt: string
}

/**
 * Issues a one-time link for an account; links issued before serve no more. With `resetsFactors` its use also takes away
 * the second factors.
 */
export async function issueLink(
  transaction: Transaction,
  actor: Actor,
  account: { id: string; login: string; rootId: string | null },
  { resetsFactors = false }: { resetsFactors?: boolean } = {},
): Promise<IssuedLink> {
  const token = newToken()
  const expiresAt = await replaceLink(transaction, account.id, { tokenHash: hashOf(token), resetsFactors })
  await record(transaction, actor, {
    action: 'link.issued',
    subject: subjectOf(account),
    rootId: account.rootId ?? undefined,
    after: { expiresAt, ...(resetsFactors ? { resetsFactors } : {}) },
  })
  return { path: `/lien-ket#${token}`, expiresAt }
}
