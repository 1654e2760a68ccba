import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Confirm } from '../../../ui/confirm.tsx'
import { call } from '../../../ui/fetch.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { ROLES } from '../../roles.ts'
import { endSubstitution, listSubstitutions, type Substitution } from '../../substitutes/contract.ts'
import { useAccountWords, writtenDays } from '../words.ts'
import { Appoint } from './appoint.tsx'

/** Whom one has let act in one's own roles, and for whom one acts. */
export default function SubstitutesPage() {
  const { substitutes: m } = useAccountWords()
  const { data, failed, retry } = useAnswer(listSubstitutions, {})
  const [appointing, setAppointing] = useState(false)
  const [ending, setEnding] = useState<Substitution | undefined>(undefined)
  const columns = useColumns()
  if (failed) return <Failure error={failed} retry={retry} />
  const because = data?.holdings.length === 0 ? m.noHoldings : undefined
  const endColumn: Column<Substitution> = {
    key: 'end',
    head: m.end,
    render: (one) =>
      one.state === 'over' || one.state === 'ended' ? null : <Button onClick={() => setEnding(one)}>{m.end}</Button>,
  }
  const given = [nameColumn(m.who, ({ substitute }) => substitute.name), ...columns, endColumn]
  const received = [nameColumn(m.received, ({ holder }) => holder.name), ...columns]
  return (
    <>
      <PageHead
        title={m.title}
        sub={m.sub}
        actions={
          <Button primary onClick={() => setAppointing(true)} disabledBecause={because}>
            {m.appoint}
          </Button>
        }
      />
      <Section id="given" title={m.given}>
        <Table
          caption={m.given}
          columns={given}
          list={{ rows: data?.given ?? [] }}
          rowKey={({ id }) => id}
          empty={m.none}
        />
      </Section>
      <Section id="received" title={m.received}>
        <Table
          caption={m.received}
          columns={received}
          list={{ rows: data?.received ?? [] }}
          rowKey={({ id }) => id}
          empty={m.none}
        />
      </Section>
      {appointing && data ? <Appoint holdings={data.holdings} onClose={() => setAppointing(false)} /> : null}
      <Confirm
        open={ending !== undefined}
        title={m.endTitle}
        confirm={m.end}
        danger
        onConfirm={() => call(endSubstitution, { id: ending?.id ?? '' })}
        onClose={() => setEnding(undefined)}
      >
        <p>{m.endWhy(ending?.substitute.name ?? '')}</p>
      </Confirm>
    </>
  )
}

function nameColumn(head: string, render: (one: Substitution) => string): Column<Substitution> {
  return { key: 'name', head, render }
}

const TONES = { coming: 'blue', 'in-force': 'green', over: 'grey', ended: 'grey' } as const

function useColumns(): Column<Substitution>[] {
  const { substitutes: m, detail } = useAccountWords()
  const { t } = useLanguage()
  return [
    {
      key: 'role',
      head: m.holding,
      render: ({ role, bodyName }) => `${t(ROLES[role].name)} · ${bodyName ?? detail.everywhere}`,
    },
    { key: 'document', head: m.document, render: ({ document }) => document },
    { key: 'days', head: m.days, render: ({ validFrom, validTo }) => writtenDays(validFrom, validTo, '') },
    { key: 'state', head: m.state, render: ({ state }) => <Chip tone={TONES[state]}>{m.states[state]}</Chip> },
  ]
}
