import type { z } from 'zod'
import type { Transaction } from '../db/transaction.ts'
import type { Actor } from '../http/route.ts'
import { may, type Visitor } from '../http/who.ts'
import type { Day } from '../kernel/day.ts'
import { recordOf } from './audit.ts'
import type { getPerson, PersonFull, revealPerson } from './contract.ts'
import { findKin, hasKin } from './kinship/store.ts'
import { findPassportsOf } from './passports/store.ts'
import { findPosts } from './posts/store.ts'
import { noSuchPerson } from './refusals.ts'
import { type SensitiveField, tailOf } from './sensitivity.ts'
import { findPerson, lineOf } from './store.ts'
import { ledgerOf } from './trips/ledger.ts'

/** A person with posts, passports and trips. Sensitive data are shown to the person only; of others, that they are there. */
export async function get(
  transaction: Transaction,
  who: Visitor,
  { id }: z.output<typeof getPerson.input>,
  today: Day,
): Promise<PersonFull> {
  const row = await findPerson(transaction, id, today)
  if (!row) throw noSuchPerson()
  const own = who.account?.personId === id
  const passports = await findPassportsOf(transaction, [id], today)
  const sensitive = { birthDate: row.birth_date, phone: row.phone, email: row.email, home: row.home }
  const filled = Object.entries(sensitive).filter(([, value]) => value !== null) as [SensitiveField, string][]
  const hidden = filled.map(([field]) => field)
  if (passports.length > 0) hidden.push('passportNumber')
  if (await hasKin(transaction, id)) hidden.push('kinship')
  return {
    ...lineOf(row),
    ...(own ? sensitive : { birthDate: null, phone: null, email: null, home: null }),
    version: row.version,
    posts: await findPosts(transaction, [id]),
    passports: passports.map((one) => ({ ...one, number: own ? one.number : tailOf(one.number) })),
    kinship: own ? await findKin(transaction, id) : [],
    trips: await ledgerOf(transaction, id),
    hidden: own ? [] : hidden,
    may: {
      change: may(who, 'people.write') && row.left_on === null,
      reveal: may(who, 'people.sensitive') && !own,
      passports: may(who, 'passports.write'),
    },
  }
}

/** The sensitive data that are asked for, in full. That they were read, by whom and why, is written to the audit trail. */
export async function reveal(
  transaction: Transaction,
  actor: Actor,
  { id, fields, reason }: z.output<typeof revealPerson.input>,
  today: Day,
): Promise<z.input<typeof revealPerson.output>> {
  const row = await findPerson(transaction, id, today)
  if (!row) throw noSuchPerson()
  await recordOf(transaction, actor, row, { action: 'person.sensitive-read', after: { fields }, ground: reason })
  const asked = new Set(fields)
  const passports = asked.has('passportNumber') ? await findPassportsOf(transaction, [id], today) : []
  return {
    ...(asked.has('birthDate') ? { birthDate: row.birth_date } : {}),
    ...(asked.has('phone') ? { phone: row.phone } : {}),
    ...(asked.has('email') ? { email: row.email } : {}),
    ...(asked.has('home') ? { home: row.home } : {}),
    ...(asked.has('passportNumber')
      ? { passportNumber: passports.map((one) => ({ id: one.id, number: one.number })) }
      : {}),
    ...(asked.has('kinship') ? { kinship: await findKin(transaction, id) } : {}),
  }
}
