import type { z } from 'zod'
import { RULES } from '../../../law/rules/index.ts'
import { useAddress } from '../../../ui/use-address.ts'
import type { listExceptions } from '../../exceptions/contract.ts'
import { WAIVER_OUTCOMES, WAIVER_REASONS } from '../../workflow.ts'

type Filter = Omit<z.input<typeof listExceptions.input>, 'page' | 'size'>

/** The filters by their words in the address. */
export const FILTERS = {
  q: 'q',
  person: 'nguoi',
  unit: 'co-quan',
  authority: 'cap',
  rule: 'quy-dinh',
  reason: 'ly-do',
  outcome: 'ket-qua',
  year: 'nam',
} as const

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What the address asks of the register; what it says wrongly is not asked. */
export function useFilter(): { filter: Filter; page: number } {
  const { get } = useAddress()
  const q = get(FILTERS.q)
  const person = get(FILTERS.person)
  const unit = get(FILTERS.unit)
  const authority = get(FILTERS.authority)
  const rule = RULES.find(({ id }) => id === get(FILTERS.rule))?.id
  const reason = ([...WAIVER_REASONS, 'none'] as const).find((one) => one === get(FILTERS.reason))
  const outcome = WAIVER_OUTCOMES.find((one) => one === get(FILTERS.outcome))
  const year = Number(get(FILTERS.year))
  const filter = {
    ...(q === undefined ? {} : { q }),
    ...(person === undefined ? {} : { person }),
    ...(authority === undefined ? {} : { authority }),
    // What is no id is nobody's.
    ...(unit !== undefined && UUID.test(unit) ? { bodyId: unit } : {}),
    ...(rule === undefined ? {} : { rule }),
    ...(reason === undefined ? {} : { reason }),
    ...(outcome === undefined ? {} : { outcome }),
    ...(Number.isInteger(year) && year >= 1900 && year <= 2199 ? { year } : {}),
  }
  return { filter, page: Number(get('page') ?? 1) || 1 }
}
