import { IconPlus } from '@tabler/icons-react'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay } from '../../kernel/day.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { DownloadButton } from '../../ui/download-button.tsx'
import { ClearFilters, FilterSelect, SearchField, Toolbar } from '../../ui/filters.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Pager, useAnswer, writtenTotal } from '../../ui/list.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { useSession } from '../../ui/session.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { useAddress } from '../../ui/use-address.ts'
import { bodyTree, exportBodies } from '../contract.ts'
import { LEVEL_NAMES } from '../names.ts'
import { AsOfDay } from './as-of-day.tsx'
import css from './bodies.module.css'
import { CreateDialog } from './change/create-dialog.tsx'
import { AroundDay } from './list/around-day.tsx'
import { isNarrowed, narrowed } from './list/filter.ts'
import { type TreeRow, useWanted } from './list/use-wanted.ts'
import { useAsOf, useNames, useWords } from './use-words.ts'

const SIZE = 100
const FILTERS = ['q', 'goc', 'cap', 'loai']

/** The page "Cơ quan": the register as of a day, as a tree in official order, or what is looked for in it. */
export default function BodiesPage() {
  const m = useWords().list
  const { may } = useSession()
  const { get } = useAddress()
  const { day } = useAsOf()
  const [adding, setAdding] = useState(false)
  const { root, ...wanted } = useWanted()
  const tree = useAnswer(bodyTree, { day, ...(root === undefined ? {} : { root }) })
  const columns = useColumns(isNarrowed(wanted), tree.data?.items ?? [])
  const found = narrowed(tree.data?.items ?? [], wanted)
  const page = Number(get('page') ?? 1) || 1
  const data = tree.data && {
    items: found.slice((page - 1) * SIZE, page * SIZE),
    total: found.length,
    page,
    size: SIZE,
  }
  return (
    <>
      <PageHead
        title={m.title}
        sub={data && m.sub(formatDay(day), writtenTotal(data.total))}
        actions={
          <>
            <DownloadButton endpoint={exportBodies} input={exportInput(day, root, wanted)}>
              {m.xlsx}
            </DownloadButton>
            {may('bodies.write') ? (
              <Button primary icon={IconPlus} onClick={() => setAdding(true)}>
                {m.add}
              </Button>
            ) : null}
          </>
        }
      />
      <Filters day={day} />
      {tree.data ? <AroundDay day={day} root={root} items={tree.data.items} /> : null}
      <Table
        caption={m.caption}
        list={{ ...tree, data }}
        rowKey={({ id }) => id}
        columns={columns}
        empty={
          <>
            <p>
              <b>{m.none}</b>
            </p>
            <p>{m.noneNext}</p>
          </>
        }
      />
      <Pager list={{ data }} />
      {adding ? <CreateDialog day={day} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function Filters({ day }: { day: string }) {
  const m = useWords().list
  const { levels } = useNames()
  const { data } = useAnswer(bodyTree, { day })
  const roots = (data?.items ?? []).filter((body) => body.parentId === null)
  return (
    <Toolbar>
      <SearchField label={m.search} placeholder={m.searchHint} />
      <AsOfDay label={m.day} />
      <FilterSelect label={m.root} name="goc" options={roots.map(({ id, name }) => [id, name] as const)} />
      <FilterSelect label={m.level} name="cap" options={levels} />
      <FilterSelect
        label={m.kind}
        name="loai"
        options={[
          ['dai-dien', m.kinds.missions],
          ['trong-nuoc', m.kinds.others],
        ]}
      />
      <ClearFilters names={FILTERS} />
    </Toolbar>
  )
}

/** The columns; where something is looked for, each body says under which one it stands, since no tree shows it. */
function useColumns(flat: boolean, all: readonly TreeRow[]): Column<TreeRow>[] {
  const m = useWords().list
  const { t } = useLanguage()
  const { keep } = useAsOf()
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const above: Column<TreeRow> = {
    key: 'under',
    head: m.under,
    render: ({ parentId }) => (parentId === null ? '—' : (names.get(parentId) ?? '—')),
  }
  return [
    {
      key: 'name',
      head: m.name,
      render: (body) => (
        <span className={css.name} style={{ paddingLeft: flat ? 0 : body.depth * 22 }}>
          <Link to={`/co-quan/${body.id}`} search={keep}>
            {body.name}
          </Link>
          {body.shortName === null ? null : <span className="mute small">{body.shortName}</span>}
          {body.isMission ? <Chip tone="accent">{m.mission}</Chip> : null}
          {body.to === null ? null : <Chip tone="amber">{m.until(formatDay(body.to))}</Chip>}
        </span>
      ),
    },
    { key: 'code', head: m.code, width: '120px', render: ({ code }) => <span className="num">{code}</span> },
    { key: 'level', head: m.level, width: '160px', render: ({ level }) => t(LEVEL_NAMES[level]) },
    ...(flat ? [above] : []),
    {
      key: 'since',
      head: m.since,
      width: '150px',
      render: ({ from }) => <span className="num">{formatDay(from)}</span>,
    },
  ]
}

function exportInput(
  day: string,
  root: string | undefined,
  { q, level, missions }: Omit<ReturnType<typeof useWanted>, 'root'>,
) {
  return {
    day,
    ...(root === undefined ? {} : { root }),
    ...(q === undefined ? {} : { q }),
    ...(level === undefined ? {} : { level }),
    ...(missions === undefined ? {} : { missions: String(missions) }),
  }
}
