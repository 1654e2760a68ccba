import type { Transaction } from '../../db/transaction.ts'
import type { Visitor } from '../../http/who.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Law } from '../../law/index.ts'
import type { DelegationHead } from '../answers.ts'
import { type DelegationState, WORK_KINDS, type WorkKind } from '../workflow.ts'
import { headOf } from './list.ts'
import { listDelegationRows } from './store.ts'

/** What waits for whom: whoever may take the next step of a dossier in one of these states. */
const WAITING: Record<WorkKind, { permission: Permission; states: readonly DelegationState[] }> = {
  draft: { permission: 'dossiers.write', states: ['draft', 'returned'] },
  sign: { permission: 'dossiers.sign', states: ['submitted'] },
  receive: { permission: 'dossiers.examine', states: ['signed'] },
  examine: { permission: 'dossiers.examine', states: ['examining'] },
  decide: { permission: 'dossiers.decide', states: ['proposed'] },
}

/** More than this nobody works off from one page; the rest is in the list of dossiers. */
const MOST_SHOWN = 200

/** The dossiers that wait for somebody, by the last day of their stage; what has none after, by how long it has waited. */
export async function delegationWork(
  transaction: Transaction,
  law: Law,
  who: Visitor,
): Promise<(DelegationHead & { kind: WorkKind })[]> {
  const found: (DelegationHead & { kind: WorkKind })[] = []
  for (const kind of WORK_KINDS) {
    const { permission, states } = WAITING[kind]
    if (!who.permissions.has(permission)) continue
    const { bodies = [], roots = [] } = who.reach(permission)
    for (const state of states) {
      const filter = { state, reach: { bodies, roots }, sort: 'number' as const }
      const { rows } = await listDelegationRows(transaction, filter, { limit: MOST_SHOWN, offset: 0 })
      found.push(...rows.map((row) => ({ kind, ...headOf(law, row) })))
    }
  }
  return found.sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1)).slice(0, MOST_SHOWN)
}

function placeOf({ due, stateSince }: DelegationHead): string {
  return `${due ?? '9999-12-31'} ${stateSince}`
}
