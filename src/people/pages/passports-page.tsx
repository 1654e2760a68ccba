import { Link } from '@tanstack/react-router'
import { formatDay } from '../../kernel/day.ts'
import { DownloadButton } from '../../ui/download-button.tsx'
import { ClearFilters, FilterSelect, SearchField, Toolbar } from '../../ui/filters.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Pager, useList } from '../../ui/list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useSession } from '../../ui/session.tsx'
import { Table } from '../../ui/table.tsx'
import { useAddress } from '../../ui/use-address.ts'
import { PASSPORT_KINDS } from '../names.ts'
import { exportPassports, listPassports, PASSPORT_VIEWS } from '../passports/contract.ts'
import { BodyFilter } from './list-page.tsx'
import { PassportChips } from './passport-list.tsx'
import { PassportSteps } from './passport-steps.tsx'
import { useWords } from './use-words.ts'

/** The register of passports: which end soon, which are out, which are out for too long. */
export default function PassportsPage() {
  const m = useWords()
  const { t } = useLanguage()
  const { may } = useSession()
  const { get } = useAddress()
  const filter = { view: PASSPORT_VIEWS.find((one) => one === get('xem')), q: get('q'), body: get('co-quan') }
  const list = useList(listPassports, { ...filter, page: Number(get('page') ?? 1) || 1 })
  return (
    <>
      <PageHead
        title={m.passports}
        sub={m.passportsSub}
        actions={
          <DownloadButton endpoint={exportPassports} input={filter}>
            {m.export}
          </DownloadButton>
        }
      />
      <Toolbar>
        <SearchField label={m.search} placeholder={m.searchHint} />
        <BodyFilter />
        <FilterSelect label={m.view} name="xem" options={Object.entries(m.views)} />
        <ClearFilters names={['q', 'co-quan', 'xem']} />
      </Toolbar>
      <Table
        caption={m.passports}
        list={list}
        rowKey={({ id }) => id}
        empty={<p>{m.noSuchPassports}</p>}
        columns={[
          {
            key: 'name',
            head: m.name,
            render: (one) => <Link to={`/can-bo/${one.personId}`}>{one.personName}</Link>,
          },
          { key: 'body', head: m.body, render: (one) => one.bodyName },
          {
            key: 'kind',
            head: m.kind,
            render: (one) => (
              <>
                {t(PASSPORT_KINDS[one.kind])} <span className="num">{one.number}</span>
              </>
            ),
          },
          {
            key: 'expiresOn',
            head: m.expiresOn,
            render: (one) => <span className="num">{formatDay(one.expiresOn)}</span>,
          },
          { key: 'state', head: m.state, render: (one) => <PassportChips passport={one} /> },
          {
            key: 'dueBack',
            head: m.dueBack,
            render: (one) => <span className="num">{one.dueBack === null ? '—' : formatDay(one.dueBack)}</span>,
          },
          {
            key: 'steps',
            head: m.register,
            render: (one) =>
              may('passports.write') ? <PassportSteps passport={one} personName={one.personName} /> : '—',
          },
        ]}
      />
      <Pager list={list} />
    </>
  )
}
