import { createHash } from 'node:crypto'
import type { Transaction } from '../db/transaction.ts'
import type { Verification } from './contract.ts'
import { type Link, linksAfter } from './store.ts'

/** What stands before the first entry. */
export const BEGINNING = '0'.repeat(64)
const BATCH = 2000

/** A link noted down outside the system at an earlier time. */
export interface Noted {
  seq: number
  hash: string
}

/**
 * Goes through the whole chain from its beginning and names the first break: a missing entry, a content that is not the
 * one that was hashed, a link that does not stand on the one before. Contents outside the caller's scope cannot be
 * compared; their place in the chain is. With a link noted down earlier it also proves that the chain still holds it.
 */
export async function verify(transaction: Transaction, noted?: Noted): Promise<Verification> {
  let last = { seq: 0, hash: BEGINNING }
  for (;;) {
    const links = await linksAfter(transaction, last.seq, BATCH)
    for (const link of links) {
      const kind =
        breakOf(link, last) ?? (link.seq === noted?.seq && link.hash !== noted.hash ? 'not-as-noted' : undefined)
      if (kind) return { entries: last.seq, lastHash: last.hash, firstBreak: { seq: last.seq + 1, kind } }
      last = link
    }
    if (links.length < BATCH) return whole(last, noted)
  }
}

function whole(last: { seq: number; hash: string }, noted: Noted | undefined): Verification {
  const found = { entries: last.seq, ...(last.seq > 0 ? { lastHash: last.hash } : {}) }
  const cutOff = noted !== undefined && noted.seq > last.seq
  return cutOff ? { ...found, firstBreak: { seq: last.seq + 1, kind: 'not-as-noted' } } : found
}

function breakOf(link: Link, before: { seq: number; hash: string }) {
  if (link.seq !== before.seq + 1) return 'missing'
  if (link.content !== null && sha256(link.content) !== link.contentHash) return 'content-changed'
  return sha256(`${before.hash}\n${link.contentHash}`) === link.hash ? undefined : 'link-broken'
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}
