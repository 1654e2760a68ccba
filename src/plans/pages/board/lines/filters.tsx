import { useMemo } from 'react'
import type { z } from 'zod'
import { isCountry } from '../../../../law/codes/countries.ts'
import { useCountries } from '../../../../law/pages/whatif/country-field.tsx'
import { Button } from '../../../../ui/button.tsx'
import { downloadFile } from '../../../../ui/download.ts'
import { ClearFilters, FilterSelect, SearchField, Toolbar } from '../../../../ui/filters.tsx'
import { useAddress } from '../../../../ui/use-address.ts'
import type { Board } from '../../../answers.ts'
import { exportItems, type listItems } from '../../../contract.ts'
import { DIRECTIONS } from '../../../plan-item.ts'
import { DECISION_STANDINGS, PLAN_STATES } from '../../../workflow.ts'
import { useAct } from '../use-plans.ts'
import { useBoardWords } from '../use-words.ts'

export type LineFilter = z.input<typeof listItems.input>

const SORTS = ['plan', 'month', 'title', 'headcount', '-headcount'] as const
const MONTHS = Array.from({ length: 12 }, (_, index) => index + 1)
/** The parameters of the address that filter. */
const NAMES = ['q', 'donvi', 'nuoc', 'thang', 'ykien', 'buoc', 'chieu', 'nguoi']
/** The states of a plan that has left its unit. */
const STATES = PLAN_STATES.filter((state) => !['draft', 'submitted', 'withdrawn'].includes(state))
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What the address asks of the list; words that mean nothing ask for nothing. */
export function useLineFilter({ year, root }: Board): LineFilter {
  const { get } = useAddress()
  return useMemo(() => {
    const [country, month, page] = [get('nuoc'), Number(get('thang')), Number(get('page'))]
    const asked: LineFilter = {
      year,
      rootId: root.id,
      q: get('q'),
      bodyId: oneId(get('donvi')),
      personId: oneId(get('nguoi')),
      country: country !== undefined && isCountry(country) ? country : undefined,
      month: MONTHS.includes(month) ? month : undefined,
      decision: oneOf(DECISION_STANDINGS, get('ykien')),
      state: oneOf(PLAN_STATES, get('buoc')),
      direction: oneOf(DIRECTIONS, get('chieu')),
      offPlan: get('ngoai') === '1' ? 'true' : undefined,
      sort: oneOf(SORTS, get('sort')),
      page: Number.isInteger(page) && page > 0 ? page : 1,
    }
    return asked
  }, [get, year, root.id])
}

function oneOf<Word extends string>(words: readonly Word[], typed: string | undefined): Word | undefined {
  return words.find((word) => word === typed)
}

function oneId(typed: string | undefined): string | undefined {
  return typed !== undefined && UUID.test(typed) ? typed : undefined
}

/** Search, filters and order of the work list, and its XLSX. */
export function LineFilters({ board, filter }: { board: Board; filter: LineFilter }) {
  const m = useBoardWords()
  const countries = useCountries()
  const act = useAct()
  const inYear = new Set(board.density.map(({ country }) => country))
  const { page: _, size: __, ...shown } = filter
  return (
    <Toolbar
      actions={
        <Button
          onClick={() => void act.run(() => downloadFile(exportItems, shown))}
          disabledBecause={act.busy ? m.loading : undefined}
        >
          {m.xlsx}
        </Button>
      }
    >
      <SearchField label={m.list.search} />
      <FilterSelect
        label={m.unit}
        name="donvi"
        options={board.units.map(({ body }) => [body.id, body.shortName ?? body.name] as const)}
      />
      <FilterSelect label={m.list.country} name="nuoc" options={countries.filter(([code]) => inYear.has(code))} />
      <FilterSelect
        label={m.list.month}
        name="thang"
        options={MONTHS.map((month) => [String(month), m.monthLong(month)])}
      />
      <FilterSelect
        label={m.list.decision}
        name="ykien"
        options={DECISION_STANDINGS.map((one) => [one, m.decisionStandings[one]])}
      />
      <FilterSelect label={m.list.stateFilter} name="buoc" options={STATES.map((one) => [one, m.states[one]])} />
      <FilterSelect
        label={m.list.sort}
        name="sort"
        all={m.list.sorts.plan}
        options={SORTS.slice(1).map((one) => [one, m.list.sorts[one]])}
      />
      <ClearFilters names={[...NAMES, 'ngoai']} />
    </Toolbar>
  )
}
