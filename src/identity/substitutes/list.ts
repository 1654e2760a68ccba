import { namesOfBodies } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import type { Surroundings } from '../../http/route.ts'
import { isRole } from '../roles.ts'
import type { Substitution } from './contract.ts'
import { holdingsFrom, type SubstitutionRow, substitutionsOf } from './store.ts'
import { canBeSubstituted, stateOf } from './workflow.ts'

/** One's roles for which a substitute can be appointed, those who were, and for whom one is a substitute. */
export async function list(transaction: Transaction, { who, today }: Pick<Surroundings, 'who' | 'today'>) {
  const own = who.account?.id ?? ''
  const holdings = (await holdingsFrom(transaction, own, today)).filter(({ role }) => canBeSubstituted(role))
  const rows = await substitutionsOf(transaction, own)
  const bodyIds = [...holdings, ...rows].flatMap(({ bodyId }) => bodyId ?? [])
  const names = await namesOfBodies(transaction, [...new Set(bodyIds)], today)
  const nameOf = (bodyId: string | null) => (bodyId === null ? null : (names.get(bodyId) ?? null))
  const shown = (row: SubstitutionRow): Substitution[] =>
    isRole(row.role)
      ? [
          {
            id: row.id,
            role: row.role,
            bodyName: nameOf(row.bodyId),
            holder: { id: row.holderId, name: row.holderName },
            substitute: { id: row.substituteId, name: row.substituteName },
            document: row.document,
            validFrom: row.validFrom,
            validTo: row.validTo,
            state: stateOf(row, today),
          },
        ]
      : []
  return {
    holdings: holdings.flatMap(({ id, role, bodyId, validFrom, validTo }) =>
      isRole(role) ? { id, role, bodyName: nameOf(bodyId), validFrom, validTo } : [],
    ),
    given: rows.filter(({ holderId }) => holderId === own).flatMap(shown),
    received: rows.filter(({ substituteId }) => substituteId === own).flatMap(shown),
  }
}
