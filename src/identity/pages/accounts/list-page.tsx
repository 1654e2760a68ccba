import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { DownloadButton } from '../../../ui/download-button.tsx'
import { ClearFilters, FilterSelect, SearchField, Toolbar } from '../../../ui/filters.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Pager, useList } from '../../../ui/list.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useSession } from '../../../ui/session.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { useAddress } from '../../../ui/use-address.ts'
import { type AccountRow, exportAccounts, listAccounts } from '../../accounts/contract.ts'
import { isRole, ROLE_CODES, ROLES } from '../../roles.ts'
import { useAccountWords, writtenMoment } from '../words.ts'
import { AddAccount } from './add-account.tsx'

/** The accounts that the reader administers, found by name, role and state. */
export default function AccountsPage() {
  const { list: m } = useAccountWords()
  const { t } = useLanguage()
  const { may } = useSession()
  const [adding, setAdding] = useState(false)
  const { page, ...filter } = useFilter()
  const list = useList(listAccounts, { ...filter, page })
  return (
    <>
      <PageHead title={m.title} sub={m.sub} />
      <Toolbar
        actions={
          <>
            <DownloadButton endpoint={exportAccounts} input={filter}>
              {m.xlsx}
            </DownloadButton>
            {may('accounts.write') ? (
              <Button primary icon={IconPlus} onClick={() => setAdding(true)}>
                {m.add}
              </Button>
            ) : null}
          </>
        }
      >
        <SearchField label={m.search} placeholder={m.searchHint} />
        <FilterSelect label={m.role} name="role" options={ROLE_CODES.map((role) => [role, t(ROLES[role].name)])} />
        <FilterSelect label={m.state} name="state" options={Object.entries(m.states)} />
        <ClearFilters names={['q', 'role', 'state']} />
      </Toolbar>
      <Table
        caption={m.caption}
        columns={useColumns()}
        list={list}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/quan-tri/tai-khoan/${id}`}
        empty={m.empty}
      />
      <Pager list={list} />
      {adding ? <AddAccount onClose={() => setAdding(false)} /> : null}
    </>
  )
}

/** What the address asks for; what it says wrongly is not asked. */
function useFilter() {
  const { get } = useAddress()
  const role = get('role')
  const state = STATES.find((one) => one === get('state'))
  return {
    q: get('q') ?? '',
    ...(role !== undefined && isRole(role) ? { role } : {}),
    ...(state === undefined ? {} : { state }),
    page: Number(get('page') ?? 1),
  }
}

const STATES = ['active', 'disabled', 'never-used'] as const

function useColumns(): Column<AccountRow>[] {
  const { list: m, factor } = useAccountWords()
  const { t } = useLanguage()
  const roleText = ({ role, bodyName }: AccountRow['roles'][number]) =>
    `${t(ROLES[role].name)} · ${bodyName ?? m.everywhere}`
  return [
    { key: 'name', head: m.name, render: ({ name }) => name },
    {
      key: 'login',
      head: m.login,
      render: ({ login, disabled }) => (
        <>
          {login} {disabled ? <Chip tone="grey">{m.disabled}</Chip> : null}
        </>
      ),
    },
    {
      key: 'roles',
      head: m.roles,
      render: ({ roles }) =>
        roles.length === 0 ? (
          <span className="mute">{m.noRole}</span>
        ) : (
          roles.map((role) => <div key={roleText(role)}>{roleText(role)}</div>)
        ),
    },
    {
      key: 'factors',
      head: m.factors,
      render: ({ factors }) =>
        factors.length === 0 ? (
          <span className="mute">{m.noFactor}</span>
        ) : (
          factors.map((one) => factor[one]).join(', ')
        ),
    },
    {
      key: 'seen',
      head: m.seen,
      render: ({ lastSeenAt }) =>
        lastSeenAt === null ? <span className="mute">{m.never}</span> : writtenMoment(lastSeenAt),
    },
  ]
}
