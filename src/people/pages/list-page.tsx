import { IconPlus, IconUpload } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useId, useState } from 'react'
import { formatDay } from '../../kernel/day.ts'
import { MANAGING_LEVELS } from '../../law/dossier.ts'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DownloadButton } from '../../ui/download-button.tsx'
import { call } from '../../ui/fetch.ts'
import { ClearFilters, FilterSelect, SearchField, Toolbar } from '../../ui/filters.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Pager, useList, writtenTotal } from '../../ui/list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SearchSelect } from '../../ui/search-select.tsx'
import { useSession } from '../../ui/session.tsx'
import { Table } from '../../ui/table.tsx'
import { useAddress } from '../../ui/use-address.ts'
import { createPerson, exportPeople, listPeople } from '../contract.ts'
import { MANAGED_BY } from '../names.ts'
import { Ask, textOrNull } from './ask.tsx'
import css from './people.module.css'
import { usePostFields } from './post-fields.ts'
import { useBodies, useWords } from './use-words.ts'

const WARNED_MONTHS = '6'

/** The people within reach, in the order of given names. */
export default function PeoplePage() {
  const m = useWords()
  const { may } = useSession()
  const { get } = useAddress()
  const [adding, setAdding] = useState(false)
  const body = get('co-quan')
  const filter = {
    q: get('q'),
    body,
    subtree: body === undefined ? undefined : 'true',
    managedBy: MANAGING_LEVELS.find((one) => one === get('dien')),
    leaders: get('xem') === 'lanh-dao' ? 'true' : undefined,
    passportWithin: get('xem') === 'ho-chieu' ? WARNED_MONTHS : undefined,
    left: get('thoi') === 'chi' ? ('only' as const) : get('thoi') === 'ca' ? ('with' as const) : undefined,
  }
  const list = useList(listPeople, { ...filter, page: Number(get('page') ?? 1) || 1 })
  return (
    <>
      <PageHead
        title={m.people}
        sub={list.data ? m.peopleSub(writtenTotal(list.data.total)) : undefined}
        actions={
          <>
            <DownloadButton endpoint={exportPeople} input={filter}>
              {m.export}
            </DownloadButton>
            {may('people.write') ? (
              <>
                <ButtonLink to="/can-bo/nhap" icon={IconUpload}>
                  {m.import}
                </ButtonLink>
                <Button primary icon={IconPlus} onClick={() => setAdding(true)}>
                  {m.add}
                </Button>
              </>
            ) : null}
          </>
        }
      />
      <Filters />
      <People list={list} />
      <Pager list={list} />
      {adding ? <AddPerson onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function Filters() {
  const m = useWords()
  const { t } = useLanguage()
  return (
    <Toolbar>
      <SearchField label={m.search} placeholder={m.searchHint} />
      <BodyFilter />
      <FilterSelect
        label={m.managedBy}
        name="dien"
        options={MANAGING_LEVELS.map((one) => [one, t(MANAGED_BY[one])] as const)}
      />
      <FilterSelect
        label={m.show}
        name="xem"
        options={[
          ['lanh-dao', m.leaders],
          ['ho-chieu', m.passportSoon],
        ]}
      />
      <FilterSelect
        label={m.left}
        name="thoi"
        all={m.present}
        options={[
          ['chi', m.leftOnly],
          ['ca', m.leftWith],
        ]}
      />
      <ClearFilters names={['q', 'co-quan', 'dien', 'xem', 'thoi']} />
    </Toolbar>
  )
}

/** One body, with everything under it; it stands in the address. */
export function BodyFilter() {
  const id = useId()
  const m = useWords()
  const { get, set } = useAddress()
  return (
    <div className={css.filter}>
      <label htmlFor={id}>{m.body}</label>
      <SearchSelect
        id={id}
        invalid={false}
        describedBy={undefined}
        value={get('co-quan')}
        options={useBodies()}
        onChange={(body) => set({ 'co-quan': body })}
      />
    </div>
  )
}

function People({
  list,
}: {
  list: ReturnType<typeof useList<typeof listPeople.input, import('../contract.ts').PersonLine>>
}) {
  const m = useWords()
  const { t } = useLanguage()
  return (
    <Table
      caption={m.caption}
      list={list}
      rowKey={({ id }) => id}
      rowLink={({ id }) => `/can-bo/${id}`}
      empty={
        <>
          <p>
            <b>{m.empty}</b>
          </p>
          <p>{m.emptyNext}</p>
        </>
      }
      columns={[
        { key: 'name', head: m.name, render: ({ name }) => name },
        { key: 'code', head: m.code, render: ({ code }) => <span className="num">{code}</span> },
        {
          key: 'title',
          head: m.title,
          render: ({ postTitle, leader, leftOn }) => (
            <>
              {postTitle ?? '—'} {leader ? <Chip tone="accent">{m.leaders}</Chip> : null}
              {leftOn === null ? null : <Chip>{m.leftOn(formatDay(leftOn))}</Chip>}
            </>
          ),
        },
        { key: 'body', head: m.body, render: ({ bodyName }) => bodyName },
        {
          key: 'managedBy',
          head: m.managedBy,
          render: ({ managedBy }) => (managedBy ? t(MANAGED_BY[managedBy]) : '—'),
        },
        {
          key: 'retiresOn',
          head: m.retiresOn,
          render: ({ retiresOn }) => <span className="num">{retiresOn ? formatDay(retiresOn) : '—'}</span>,
        },
      ]}
    />
  )
}

function AddPerson({ onClose }: { onClose: () => void }) {
  const m = useWords()
  const navigate = useNavigate()
  const { fields, postOf } = usePostFields({ main: false })
  return (
    <Ask
      open
      title={m.add}
      confirm={m.save}
      onClose={onClose}
      fields={[
        { name: 'name', label: m.name, kind: 'text', size: 'wide' },
        { name: 'code', label: m.code, kind: 'text' },
        { name: 'birthDate', label: m.birthDate, kind: 'day' },
        ...fields,
      ]}
      onSend={async (answers) => {
        const { main: _, ...post } = postOf(answers)
        const code = textOrNull(answers.code)
        const { id } = await call(createPerson, {
          name: answers.name ?? '',
          ...(code === null ? {} : { code }),
          birthDate: answers.birthDate ?? null,
          post,
        })
        void navigate({ to: `/can-bo/${id}` })
      }}
    />
  )
}
