import type { z } from 'zod'
import { isCountry } from '../../../law/codes/countries.ts'
import { VERDICTS } from '../../../law/result.ts'
import { useAddress } from '../../../ui/use-address.ts'
import type { listDelegations } from '../../contract.ts'
import { DELEGATION_STATES } from '../../workflow.ts'

type Filter = Omit<z.input<typeof listDelegations.input>, 'page' | 'size'>

/** The filters by their words in the address. */
export const FILTERS = {
  q: 'q',
  year: 'nam',
  state: 'tinh-trang',
  country: 'nuoc',
  verdict: 'tham-tra',
  offPlan: 'ngoai-ke-hoach',
  sort: 'xep',
} as const

/** What the address asks of the list; what it says wrongly is not asked. */
export function useFilter(): { filter: Filter; page: number } {
  const { get } = useAddress()
  const year = Number(get(FILTERS.year))
  const country = get(FILTERS.country)
  const found = {
    q: get(FILTERS.q),
    year: Number.isInteger(year) && year >= 1900 && year <= 2199 ? year : undefined,
    state: DELEGATION_STATES.find((one) => one === get(FILTERS.state)),
    country: country !== undefined && isCountry(country) ? country : undefined,
    verdict: ([...VERDICTS, 'none'] as const).find((one) => one === get(FILTERS.verdict)),
    offPlan: get(FILTERS.offPlan) === 'co' ? ('yes' as const) : undefined,
    sort: (['departure', 'title'] as const).find((one) => one === get(FILTERS.sort)),
  }
  const filter = Object.fromEntries(Object.entries(found).filter(([, value]) => value !== undefined)) as Filter
  return { filter, page: Number(get('page') ?? 1) || 1 }
}
