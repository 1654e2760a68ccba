import { Link } from '@tanstack/react-router'
import type { z } from 'zod'
import { formatDay, yearOf } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { NormPlace } from '../../../law/pages/whatif/norm-link.tsx'
import { RULES, ruleTitle } from '../../../law/rules/index.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DownloadButton } from '../../../ui/download-button.tsx'
import { ClearFilters, FilterSelect, SearchField, Toolbar } from '../../../ui/filters.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Pager, useAnswer, useList } from '../../../ui/list.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useSession } from '../../../ui/session.tsx'
import { Table } from '../../../ui/table.tsx'
import { useAddress } from '../../../ui/use-address.ts'
import { exportExceptions, listExceptions, listGrants } from '../../exceptions/contract.ts'
import { listBodies } from '../doors.ts'
import { STATE_TONES } from '../tones.ts'
import { useDelegationWords } from '../use-delegation-words.ts'

type Filter = Omit<z.input<typeof listExceptions.input>, 'page' | 'size'>

/** The filters by their words in the address. */
const FILTERS = { q: 'q', person: 'nguoi', unit: 'co-quan', authority: 'cap', rule: 'quy-dinh', year: 'nam' } as const

/** The norms that were waived: for whom, by whom, by which document, why, and what became of it. */
export default function ExceptionsPage() {
  const { exceptions: m, states } = useDelegationWords()
  const { t } = useLanguage()
  const { may } = useSession()
  const { filter, page } = useFilter()
  const year = yearOf(useToday())
  const list = useList(listExceptions, { ...filter, page })
  const units = useAnswer(listBodies, { day: useToday(), size: 200 }).data?.items ?? []
  const authorities = [...new Set((useAnswer(listGrants, {}).data ?? []).map(({ bodyName }) => bodyName))]
  return (
    <>
      <PageHead
        title={m.title}
        sub={m.sub}
        actions={
          <>
            {may('dossiers.examine') || may('dossiers.decide') ? (
              <Link to="/thong-ke-tham-dinh">{m.statistics}</Link>
            ) : null}
            <Link to="/tham-quyen">{m.authority}</Link>
            <DownloadButton endpoint={exportExceptions} input={filter}>
              XLSX
            </DownloadButton>
          </>
        }
      />
      <Toolbar>
        <SearchField label={m.search} name={FILTERS.q} placeholder={m.searchHint} />
        <SearchField label={m.person} name={FILTERS.person} />
        <FilterSelect label={m.unit} name={FILTERS.unit} options={units.map(({ id, name }) => [id, name] as const)} />
        <FilterSelect
          label={m.by}
          name={FILTERS.authority}
          options={authorities.map((name) => [name, name] as const)}
        />
        <FilterSelect
          label={m.rule}
          name={FILTERS.rule}
          options={RULES.map(({ id, title }) => [id, t(title)] as const)}
        />
        <FilterSelect
          label={m.year}
          name={FILTERS.year}
          options={[year + 1, year, year - 1, year - 2].map((one) => [String(one), String(one)] as const)}
        />
        <ClearFilters names={Object.values(FILTERS)} />
      </Toolbar>
      <Table
        caption={m.caption}
        list={list}
        rowKey={({ id }) => id}
        rowLink={({ delegationId }) => `/doan-ra/${delegationId}`}
        empty={<p>{m.empty}</p>}
        columns={[
          {
            key: 'dossier',
            head: m.dossier,
            render: ({ code, title }) => (
              <>
                <b>{title}</b>
                <p className="mute small">{code}</p>
              </>
            ),
          },
          { key: 'unit', head: m.unit, render: ({ bodyName }) => bodyName },
          {
            key: 'rule',
            head: m.rule,
            render: ({ rule, norm, notKnown }) => (
              <>
                {t(ruleTitle(rule))}
                <br />
                <span className="small">
                  <NormPlace norm={norm} />
                </span>
                {notKnown ? <p className="mute small">{m.notKnown}</p> : null}
              </>
            ),
          },
          { key: 'subject', head: m.subject, render: ({ subject }) => subject ?? '—' },
          { key: 'grounds', head: m.grounds, render: ({ grounds }) => grounds },
          {
            key: 'document',
            head: m.document,
            render: ({ authority, decidedBy, document }) => (
              <>
                {authority === '' ? decidedBy : `${authority} (${decidedBy})`}
                <br />
                <span className="small">
                  {document.number}, <span className="num">{formatDay(document.on)}</span>
                </span>
              </>
            ),
          },
          {
            key: 'outcome',
            head: m.outcome,
            render: ({ state }) => <Chip tone={STATE_TONES[state]}>{states[state]}</Chip>,
          },
        ]}
      />
      <Pager list={list} />
    </>
  )
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** What the address asks of the register; what it says wrongly is not asked. */
function useFilter(): { filter: Filter; page: number } {
  const { get } = useAddress()
  const q = get(FILTERS.q)
  const person = get(FILTERS.person)
  const unit = get(FILTERS.unit)
  const authority = get(FILTERS.authority)
  const rule = RULES.find(({ id }) => id === get(FILTERS.rule))?.id
  const year = Number(get(FILTERS.year))
  const filter = {
    ...(q === undefined ? {} : { q }),
    ...(person === undefined ? {} : { person }),
    ...(authority === undefined ? {} : { authority }),
    // What is no id is nobody's.
    ...(unit !== undefined && UUID.test(unit) ? { bodyId: unit } : {}),
    ...(rule === undefined ? {} : { rule }),
    ...(Number.isInteger(year) && year >= 1900 && year <= 2199 ? { year } : {}),
  }
  return { filter, page: Number(get('page') ?? 1) || 1 }
}
