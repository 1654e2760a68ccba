import type { Pool } from 'pg'
import { HOUSEKEEPING, inScope, setScope } from '../../db/scope.ts'
import { visitorOfAccount } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import { type Agenda, agendaOf } from '../agenda.ts'
import { insertDigest } from '../mail/store.ts'
import { digestDue } from './digest-due.ts'
import { digestLines } from './lines.ts'
import { accountsWithoutDigest, beginDigest } from './store.ts'

/** More than this nobody reads in a mail; the rest is on the page of one's work. */
const MOST_TOLD = 100
const BATCH = 50

/** Writes the digests that are due at an instant, each once, however many processes try; says how many accounts it went through. */
export async function writeDueDigests(
  pool: Pool,
  law: Law,
  agendas: readonly Agenda[],
  now: () => Date,
): Promise<number> {
  let gone = 0
  for (;;) {
    const day = digestDue(now(), (one) => law.on(one, 'VN').surroundings.works(one))
    if (day === undefined) return gone
    const accounts = await inScope(pool, HOUSEKEEPING, (transaction) => accountsWithoutDigest(transaction, day, BATCH))
    for (const account of accounts) await writeDigest(pool, law, agendas, account, day, now())
    gone += accounts.length
    if (accounts.length < BATCH) return gone
  }
}

/** One account in one transaction: the agenda is read as its holder would read it, the mail written as the server. */
function writeDigest(
  pool: Pool,
  law: Law,
  agendas: readonly Agenda[],
  accountId: string,
  day: Day,
  now: Date,
): Promise<void> {
  return inScope(pool, HOUSEKEEPING, async (transaction) => {
    if (!(await beginDigest(transaction, accountId, day))) return
    const who = await visitorOfAccount(transaction, accountId, day)
    if (who === undefined) return
    const soon = law.on(day, 'VN').surroundings.addWorkingDays(day, 2)
    const lines = digestLines(await agendaOf(transaction, agendas, who, day), day, soon).slice(0, MOST_TOLD)
    if (lines.length === 0) return
    await setScope(transaction, HOUSEKEEPING)
    await insertDigest(transaction, { accountId, day, lines, now })
  })
}
