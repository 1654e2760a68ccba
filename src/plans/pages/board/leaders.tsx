import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../kernel/day.ts'
import { NormLink } from '../../../law/pages/whatif/norm-link.tsx'
import { useInstrumentNumbers } from '../../../law/pages/whatif/use-law.ts'
import { Chip } from '../../../ui/chip.tsx'
import { Section } from '../../../ui/section.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { Board, LeaderOverQuota } from '../../answers.ts'
import css from './board.module.css'
import { useBoardWords } from './use-words.ts'
import { viewSearch } from './view-tabs.tsx'

/** Who would travel more often than a norm allows, if every line came true. */
export function Leaders({ board }: { board: Board }) {
  const { leaders: m, trips } = useBoardWords()
  const numbers = useInstrumentNumbers()
  const columns: Column<LeaderOverQuota>[] = [
    { key: 'name', head: m.name, render: ({ name }) => name },
    {
      key: 'post',
      head: m.post,
      render: ({ post, body }) => (
        <>
          {post}
          <br />
          <span className="mute small">{body.name}</span>
        </>
      ),
    },
    { key: 'trips', head: m.trips, render: (leader) => <b className="num">{trips(leader.trips.length)}</b> },
    {
      key: 'limit',
      head: m.limit,
      render: ({ limit, norms, outcome }) => (
        <>
          {m.limitWords(limit)}
          {norms.map((norm) => (
            <span key={norm} className={css.place}>
              <NormLink norm={norm} number={numbers.get(norm.split('#')[0] ?? '')} />
            </span>
          ))}
          {outcome === 'unknown' ? (
            <span className="small">
              <Chip tone="blue">{m.unknown}</Chip> {m.unknownNext}
            </span>
          ) : null}
        </>
      ),
    },
    { key: 'which', head: m.which, render: (leader) => <Trips leader={leader} year={board.year} /> },
  ]
  return (
    <Section id="leaders" title={m.title}>
      <Table
        caption={m.title}
        columns={columns}
        list={{ rows: board.leaders }}
        rowKey={({ personId }) => personId}
        empty={m.none}
      />
    </Section>
  )
}

/** The trips one by one; those that stand in a plan lead to their line. */
function Trips({ leader, year }: { leader: LeaderOverQuota; year: number }) {
  return (
    <ul className={css.trips}>
      {leader.trips.map(({ departure, title, itemId }) => (
        <li key={`${departure} ${itemId ?? title}`}>
          <span className="num mute">{formatDay(departure).slice(3)}</span>{' '}
          {itemId === null ? (
            title
          ) : (
            <Link to="/tong-hop" search={viewSearch('lines', year, { nguoi: leader.personId, doan: itemId })}>
              {title}
            </Link>
          )}
        </li>
      ))}
    </ul>
  )
}
