import type { Transaction } from '../db/transaction.ts'
import type { Day } from '../kernel/day.ts'
import type { FileAnswer } from '../kernel/endpoint.ts'
import { linksAfter } from './store.ts'

const BATCH = 2000

/**
 * The whole chain as JSON Lines, `{ seq, contentHash, hash, content }`, to be verified as `docs/audit-trail.md` says.
 * Entries outside the caller's scope come without their content: their hashes still carry the chain.
 */
export async function exportChain(transaction: Transaction, today: Day): Promise<FileAnswer> {
  const lines: string[] = []
  for (let seq = 0; ; ) {
    const links = await linksAfter(transaction, seq, BATCH)
    for (const { content, ...link } of links) lines.push(JSON.stringify(content === null ? link : { ...link, content }))
    seq = links.at(-1)?.seq ?? seq
    if (links.length < BATCH) break
  }
  const text = lines.map((line) => `${line}\n`).join('')
  return {
    name: `nhat-ky-${today}.jsonl`,
    type: 'application/jsonl; charset=utf-8',
    bytes: new TextEncoder().encode(text),
  }
}
