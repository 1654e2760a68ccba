import { Link } from '@tanstack/react-router'
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
import tabs from '../../../ui/tabs.module.css'
import { useAddress } from '../../../ui/use-address.ts'
import { exportExceptionCounts, exportExceptions, listExceptions, listGrants } from '../../exceptions/contract.ts'
import {
  NOT_STATED,
  WAIVER_OUTCOME_NAMES,
  WAIVER_OUTCOMES,
  WAIVER_REASON_NAMES,
  WAIVER_REASONS,
} from '../../workflow.ts'
import { listBodies } from '../doors.ts'
import { STATE_TONES } from '../tones.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import { Counts } from './counts.tsx'
import { FILTERS, useFilter } from './use-filter.ts'

/** The norms that were waived: for whom, by whom, by which document, why, and what became of it. */
export default function ExceptionsPage() {
  const { exceptions: m } = useDelegationWords()
  const { t } = useLanguage()
  const { may } = useSession()
  const { filter, page } = useFilter()
  const year = yearOf(useToday())
  const counts = useAddress().get(VIEW) === COUNTS
  const counted = { ...filter, year: Number(filter.year ?? year) }
  const units = useAnswer(listBodies, { day: useToday(), size: 200 }).data?.items ?? []
  const authorities = [...new Set((useAnswer(listGrants, {}).data ?? []).map(({ bodyName }) => bodyName))]
  return (
    <>
      <PageHead
        title={m.title}
        sub={m.sub}
        actions={
          <>
            {may('dossiers.examine') || may('dossiers.decide') || may('audit.read') ? (
              <Link to="/thong-ke-tham-dinh">{m.statistics}</Link>
            ) : null}
            <Link to="/tham-quyen">{m.authority}</Link>
            {counts ? (
              <DownloadButton endpoint={exportExceptionCounts} input={counted}>
                XLSX
              </DownloadButton>
            ) : (
              <DownloadButton endpoint={exportExceptions} input={filter}>
                XLSX
              </DownloadButton>
            )}
          </>
        }
      />
      <Views counts={counts} />
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
          label={m.reason}
          name={FILTERS.reason}
          options={[
            ...WAIVER_REASONS.map((one) => [one, t(WAIVER_REASON_NAMES[one])] as const),
            ['none', t(NOT_STATED)] as const,
          ]}
        />
        <FilterSelect
          label={m.outcome}
          name={FILTERS.outcome}
          options={WAIVER_OUTCOMES.map((one) => [one, t(WAIVER_OUTCOME_NAMES[one])] as const)}
        />
        <FilterSelect
          label={m.year}
          name={FILTERS.year}
          {...(counts ? { all: String(year) } : {})}
          options={[year + 1, year, year - 1, year - 2].map((one) => [String(one), String(one)] as const)}
        />
        <ClearFilters names={Object.values(FILTERS)} />
      </Toolbar>
      {counts ? <Counts year={counted.year} /> : <Register filter={filter} page={page} />}
    </>
  )
}

/** What of the page the address shows: the register unless it names the statistics. */
const VIEW = 'xem'
const COUNTS = 'thong-ke'

/** The ways between the register and its statistics; the filters stay. */
function Views({ counts }: { counts: boolean }) {
  const { exceptions: m } = useDelegationWords()
  const { after } = useAddress()
  const views = [
    [undefined, m.register],
    [COUNTS, m.counts],
  ] as const
  return (
    <nav className={`${tabs.tabs} no-print`} aria-label={m.views}>
      {views.map(([view, word]) => (
        <Link
          key={word}
          to="/ngoai-le"
          search={after({ [VIEW]: view })}
          activeOptions={{ exact: true, includeSearch: true }}
          aria-current={counts === (view === COUNTS) ? 'page' : undefined}
        >
          {word}
        </Link>
      ))}
    </nav>
  )
}

/** The exceptions one by one. */
function Register({ filter, page }: ReturnType<typeof useFilter>) {
  const { exceptions: m, states } = useDelegationWords()
  const { t } = useLanguage()
  const list = useList(listExceptions, { ...filter, page })
  return (
    <>
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
            key: 'reason',
            head: m.reason,
            render: ({ reasonCode }) => t(reasonCode === null ? NOT_STATED : WAIVER_REASON_NAMES[reasonCode]),
          },
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
            render: ({ state, outcome, lastDay }) => (
              <>
                {t(WAIVER_OUTCOME_NAMES[outcome])}
                <br />
                <Chip tone={STATE_TONES[state]}>{states[state]}</Chip>
                {lastDay === null ? null : <p className="small">{m.lastDay(formatDay(lastDay))}</p>}
              </>
            ),
          },
        ]}
      />
      <Pager list={list} />
    </>
  )
}
