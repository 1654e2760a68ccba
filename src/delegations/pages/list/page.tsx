import { IconFileImport, IconPlus, IconScale } from '@tabler/icons-react'
import { useState } from 'react'
import { daysInclusive, formatDay, formatDays, yearOf } from '../../../kernel/day.ts'
import { countryName } from '../../../law/codes/countries.ts'
import { VERDICT_NAMES } from '../../../law/names.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { VERDICT_TONES } from '../../../law/pages/whatif/classes.ts'
import { useCountries } from '../../../law/pages/whatif/country-field.tsx'
import { VERDICTS } from '../../../law/result.ts'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DownloadButton } from '../../../ui/download-button.tsx'
import { ClearFilters, FilterSelect, SearchField, Toolbar } from '../../../ui/filters.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Pager, useList } from '../../../ui/list.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useSession } from '../../../ui/session.tsx'
import { Table } from '../../../ui/table.tsx'
import { TimeLeft } from '../../../ui/time-left.tsx'
import type { DelegationHead } from '../../answers.ts'
import { exportDelegations, listDelegations } from '../../contract.ts'
import { DELEGATION_STATES } from '../../workflow.ts'
import { PausedChip } from '../paused-chip.tsx'
import { STATE_TONES } from '../tones.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import { BeginDialog } from './begin-dialog.tsx'
import { ImportDialog } from './import-dialog.tsx'
import css from './list.module.css'
import { FILTERS, useFilter } from './use-filter.ts'

/** The dossiers within reach: at which step each is, how much time is left, what the law says. */
export default function DelegationsPage() {
  const { list: m, states } = useDelegationWords()
  const { t } = useLanguage()
  const { may } = useSession()
  const today = useToday()
  const [open, setOpen] = useState<'begin' | 'import' | undefined>(undefined)
  const { filter, page } = useFilter()
  const list = useList(listDelegations, { ...filter, page })
  const countries = useCountries()
  const year = yearOf(today)
  const years = [year + 1, year, year - 1, year - 2].map((one) => [String(one), String(one)] as const)
  const writes = may('dossiers.write')
  return (
    <>
      <PageHead
        title={m.title}
        sub={m.sub}
        actions={
          <>
            <DownloadButton endpoint={exportDelegations} input={filter}>
              {m.xlsx}
            </DownloadButton>
            {writes ? (
              <>
                <ButtonLink to="/doan-ra/thu" icon={IconScale}>
                  {m.try}
                </ButtonLink>
                <Button icon={IconFileImport} onClick={() => setOpen('import')}>
                  {m.importJson}
                </Button>
                <Button primary icon={IconPlus} onClick={() => setOpen('begin')}>
                  {m.begin}
                </Button>
              </>
            ) : null}
          </>
        }
      />
      <Toolbar>
        <SearchField label={m.search} name={FILTERS.q} placeholder={m.searchHint} />
        <FilterSelect label={m.year} name={FILTERS.year} options={years} />
        <FilterSelect
          label={m.state}
          name={FILTERS.state}
          options={DELEGATION_STATES.map((one) => [one, states[one]] as const)}
        />
        <FilterSelect label={m.country} name={FILTERS.country} options={countries} />
        <FilterSelect
          label={m.verdict}
          name={FILTERS.verdict}
          options={[...VERDICTS.map((one) => [one, t(VERDICT_NAMES[one])] as const), ['none', m.noVerdict]]}
        />
        <FilterSelect label={m.plan} name={FILTERS.offPlan} options={[['co', m.offPlan]]} />
        <FilterSelect
          label={m.sort}
          name={FILTERS.sort}
          all={m.sorts.number}
          options={[
            ['departure', m.sorts.departure],
            ['title', m.sorts.title],
          ]}
        />
        <ClearFilters names={Object.values(FILTERS)} />
      </Toolbar>
      <Table
        caption={m.caption}
        list={list}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/doan-ra/${id}`}
        empty={
          <>
            <p>
              <b>{m.empty}</b>
            </p>
            <p>{writes ? m.emptyNext : m.emptyReader}</p>
          </>
        }
        columns={[
          { key: 'code', head: m.code, render: ({ code }) => <span className={css.together}>{code}</span> },
          { key: 'title', head: m.name, render: (row) => <Title row={row} /> },
          { key: 'body', head: m.sender, render: ({ body }) => body.name },
          { key: 'countries', head: m.countries, render: (row) => <Countries row={row} /> },
          { key: 'dates', head: m.dates, render: (row) => <Dates row={row} /> },
          { key: 'people', head: m.headcount, numeric: true, render: ({ headcount }) => headcount || '—' },
          { key: 'verdict', head: m.verdict, render: (row) => <VerdictOf row={row} /> },
          {
            key: 'state',
            head: m.state,
            render: (row) => (
              <>
                <StateOf row={row} /> <PausedChip paused={row.paused} />
              </>
            ),
          },
        ]}
      />
      <Pager list={list} />
      {open === 'begin' ? <BeginDialog onClose={() => setOpen(undefined)} /> : null}
      {open === 'import' ? <ImportDialog onClose={() => setOpen(undefined)} /> : null}
    </>
  )
}

/** What the dossier is called, and that it is in no plan. */
function Title({ row: { title, offPlan } }: { row: DelegationHead }) {
  const { list: m } = useDelegationWords()
  return (
    <>
      <b>{title}</b> {offPlan ? <span className={`${css.together} small mute`}>{m.offPlan}</span> : null}
    </>
  )
}

function Countries({ row: { countries } }: { row: DelegationHead }) {
  const { language } = useLanguage()
  if (countries.length === 0) return '—'
  return countries.map((code) => countryName(code, language)).join(', ')
}

function Dates({ row: { departsOn, returnsOn } }: { row: DelegationHead }) {
  const m = useDelegationWords()
  if (departsOn === null) return <span className="mute">{m.list.noDates}</span>
  if (returnsOn === null || returnsOn < departsOn) return <span className="num">{formatDay(departsOn)}</span>
  return (
    <span className={`${css.together} num`}>
      {formatDays(departsOn, returnsOn)} <span className="mute">({m.days(daysInclusive(departsOn, returnsOn))})</span>
    </span>
  )
}

function VerdictOf({ row: { verdict } }: { row: DelegationHead }) {
  const { list: m } = useDelegationWords()
  const { t } = useLanguage()
  if (verdict === null) return <span className="mute">{m.noVerdict}</span>
  return <Chip tone={VERDICT_TONES[verdict]}>{t(VERDICT_NAMES[verdict])}</Chip>
}

/** The state, and how many working days it may still take. */
export function StateOf({
  row: { state, due, daysLeft, urgent },
}: {
  row: Pick<DelegationHead, 'state' | 'due' | 'daysLeft' | 'urgent'>
}) {
  const { states, way } = useDelegationWords()
  return (
    <>
      <Chip tone={STATE_TONES[state]}>{states[state]}</Chip> {urgent ? <Chip tone="amber">{way.urgent}</Chip> : null}{' '}
      {due === null || daysLeft === null ? null : <TimeLeft days={daysLeft} due={due} />}
    </>
  )
}
