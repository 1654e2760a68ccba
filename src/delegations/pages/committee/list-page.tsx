import { IconPlus } from '@tabler/icons-react'
import { useState } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { Pager, useAnswer, useList } from '../../../ui/list.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useSession } from '../../../ui/session.tsx'
import { Table } from '../../../ui/table.tsx'
import { useAddress } from '../../../ui/use-address.ts'
import { type CommitteeHead, listCommittees } from '../../committee/contract.ts'
import { listDelegations } from '../../contract.ts'
import { ConveneDialog } from './convene-dialog.tsx'
import { OUTCOME_TONES, useCommitteeWords } from './use-committee-words.ts'

/** The committees within reach, the latest first. */
export default function CommitteesPage() {
  const m = useCommitteeWords()
  const { may } = useSession()
  const page = Number(useAddress().get('page') ?? 1) || 1
  const list = useList(listCommittees, { page })
  const [convening, setConvening] = useState(false)
  return (
    <>
      <PageHead
        title={m.title}
        sub={m.sub}
        actions={
          may('dossiers.examine') ? (
            <Button primary icon={IconPlus} onClick={() => setConvening(true)}>
              {m.convene}
            </Button>
          ) : null
        }
      />
      <Table
        caption={m.caption}
        list={list}
        rowKey={({ id }) => id}
        rowLink={({ id }) => `/hoi-dong/${id}`}
        empty={
          <>
            <p>
              <b>{m.empty}</b>
            </p>
            <p>{m.emptyNext}</p>
          </>
        }
        columns={[
          {
            key: 'when',
            head: m.when,
            render: ({ on, at }) => <span className="num">{`${formatDay(on)} ${at}`}</span>,
          },
          { key: 'where', head: m.where, render: (one) => <Where one={one} /> },
          { key: 'dossiers', head: m.dossiers, render: (one) => <Outcomes one={one} /> },
          {
            key: 'state',
            head: m.state,
            render: ({ state, mine }) => (
              <>
                <Chip tone={state === 'convened' ? 'accent' : 'grey'}>{m.states[state]}</Chip>{' '}
                {mine === null ? null : <span className="small">{m.parts[mine]}</span>}
              </>
            ),
          },
          { key: 'by', head: m.convenedBy, render: ({ convenedBy }) => convenedBy },
        ]}
      />
      <Pager list={list} />
      {convening ? <ConveneExamined onClose={() => setConvening(false)} /> : null}
    </>
  )
}

function Where({ one: { place, online } }: { one: Pick<CommitteeHead, 'place' | 'online'> }) {
  const m = useCommitteeWords()
  return online ? `${place} (${m.online})` : place
}

function Outcomes({ one: { dossiers } }: { one: CommitteeHead }) {
  const m = useCommitteeWords()
  return dossiers.map(({ id, code, title, outcome }) => (
    <p key={id}>
      <span className="num">{code}</span> {title}{' '}
      {outcome === null ? null : <Chip tone={OUTCOME_TONES[outcome]}>{m.outcomes[outcome]}</Chip>}
    </p>
  ))
}

/** A committee about any of the dossiers under examination. */
function ConveneExamined({ onClose }: { onClose: () => void }) {
  const { data } = useAnswer(listDelegations, { state: 'examining', size: 200 })
  if (data === undefined) return null
  return <ConveneDialog offered={data.items} onClose={onClose} />
}
