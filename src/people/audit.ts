import { type Deed, record } from '../audit/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'

/** Columns and fields that hold sensitive data of a person, as deeds name them. */
const PERSONAL = ['birth_date', 'birthDate', 'email', 'phone', 'home', 'number', 'relative', 'relation']

/** Writes a deed about a person to the audit trail; sensitive data stand there as hashes. */
export async function recordOf(
  transaction: Transaction,
  actor: Actor,
  person: { id: string; name: string; root_id: string; body_id: string },
  deed: Pick<Deed, 'action' | 'before' | 'after' | 'ground'>,
): Promise<void> {
  const subject = { kind: 'person', id: person.id, name: person.name }
  await record(transaction, actor, {
    ...deed,
    subject,
    bodyId: person.body_id,
    rootId: person.root_id,
    personal: PERSONAL,
  })
}
