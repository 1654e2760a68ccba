import { type Scope, setScope } from '../db/scope.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Visitor } from '../http/who.ts'
import type { Day } from '../kernel/day.ts'
import { changes, type Permission } from '../kernel/permissions.ts'
import type { Line } from './kinds.ts'

/** A thing of somebody's agenda. */
export interface AgendaItem extends Line {
  /** The same for the same thing each time it is asked for: `<id of the dossier>-decide`. */
  key: string
  /** Whether somebody waits for the account to do it; otherwise it happens on that day. */
  waits: boolean
}

/** Where a slice says what waits for somebody and what happens when: read as whoever it is for, by this permission. */
export interface Agenda {
  permission: Permission
  items(transaction: Transaction, who: Visitor, today: Day): Promise<AgendaItem[]>
}

/**
 * All that waits for somebody, and the days of what they work on, from every slice. The transaction reaches from here on no
 * further than the visitor.
 */
export async function agendaOf(
  transaction: Transaction,
  agendas: readonly Agenda[],
  who: Visitor,
  today: Day,
): Promise<AgendaItem[]> {
  const found: AgendaItem[] = []
  for (const { permission, items } of agendas) {
    if (!who.permissions.has(permission) || changes(permission)) continue
    await setScope(transaction, scopeOf(who, permission))
    found.push(...(await items(transaction, who, today)))
  }
  return found
}

function scopeOf(who: Visitor, permission: Permission): Scope {
  return { ...who.reach(permission), ...(who.account ? { account: who.account.id } : {}), permission, writes: false }
}
