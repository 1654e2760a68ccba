import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay } from '../../kernel/day.ts'
import { formatMoney } from '../../kernel/money.ts'
import { ITEM_NAMES, UNIT_NAMES } from '../../law/costs/items.ts'
import { type GroupLine, groupKey, type NormLine, normKey } from '../../law/costs/table.ts'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Button } from '../../ui/button.tsx'
import { DownloadButton } from '../../ui/download-button.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useAnswer } from '../../ui/list.tsx'
import { Failure, Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { writtenNumber } from '../../ui/typed.ts'
import { exportTable, getTable } from '../contract.ts'
import { Difference } from './difference.tsx'
import { EndTable } from './end-table.tsx'
import { useLineWords, useNormWords, useValidity } from './words.ts'

/** One table: its document, its days, its lines, and what another says otherwise. */
export default function TablePage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const m = useNormWords()
  const validity = useValidity()
  const [ending, setEnding] = useState(false)
  const { data, failed, retry } = useAnswer(getTable, { id })
  const norms = useNormColumns()
  const groups = useGroupColumns()
  const table = data?.id === id ? data : undefined
  if (table === undefined) {
    return failed ? <Failure error={failed} retry={retry} /> : <p className="mute">{m.loading}</p>
  }
  const { title, document, root, kind, lines, maySet, fictitious, setBy, endReason } = table
  const sub = `${document.number}, ${formatDay(document.on)}, ${document.by} · ${root?.name ?? m.whole} · ${validity(table)} · ${m.lines(writtenNumber(lines.length))} · ${m.setBy}: ${setBy}`
  return (
    <>
      <PageHead
        title={title}
        sub={endReason === null ? sub : `${sub} · ${m.reason}: ${endReason}`}
        breadcrumbs={<Breadcrumbs pages={[{ to: '/dinh-muc', word: m.title }]} />}
        actions={
          <>
            <DownloadButton endpoint={exportTable} input={{ id }}>
              {m.export}
            </DownloadButton>
            {maySet ? (
              <Button danger onClick={() => setEnding(true)}>
                {m.end}
              </Button>
            ) : null}
          </>
        }
      />
      {fictitious ? <Notice tone="amber" title={m.fictitious} /> : null}
      <Difference table={table} />
      {kind === 'norms' ? (
        <Table caption={title} columns={norms} list={{ rows: lines as NormLine[] }} rowKey={normKey} empty={m.empty} />
      ) : (
        <Table
          caption={title}
          columns={groups}
          list={{ rows: lines as GroupLine[] }}
          rowKey={groupKey}
          empty={m.empty}
        />
      )}
      {ending ? <EndTable id={id} onClose={() => setEnding(false)} /> : null}
    </>
  )
}

function useNormColumns(): Column<NormLine>[] {
  const m = useNormWords()
  const { t } = useLanguage()
  return [
    { key: 'item', head: m.item, render: ({ item }) => t(ITEM_NAMES[item]) },
    { key: 'countryGroup', head: m.countryGroup, render: ({ countryGroup }) => countryGroup ?? m.any },
    { key: 'rankGroup', head: m.rankGroup, render: ({ rankGroup }) => rankGroup ?? m.any },
    { key: 'unit', head: m.unit, render: ({ unit }) => t(UNIT_NAMES[unit]) },
    {
      key: 'amount',
      head: m.amount,
      numeric: true,
      render: ({ amount, currency }) => formatMoney({ amount: Number(amount), currency }),
    },
    { key: 'tapers', head: m.tapers, render: ({ tapers }) => (tapers ? m.twoThirds : m.inFull) },
    { key: 'note', head: m.note, render: ({ note }) => note },
  ]
}

function useGroupColumns(): Column<GroupLine>[] {
  const m = useNormWords()
  const words = useLineWords()
  return [
    { key: 'code', head: m.code, render: (line) => words(line).what },
    { key: 'group', head: m.group, render: ({ group }) => group },
  ]
}
