import { Link } from '@tanstack/react-router'
import { Chip } from '../../../../ui/chip.tsx'
import type { Column } from '../../../../ui/table.tsx'
import type { Tone } from '../../../../ui/tone.ts'
import { useAddress } from '../../../../ui/use-address.ts'
import type { ListedItem } from '../../../answers.ts'
import { type DecisionStanding, decisionStanding } from '../../../workflow.ts'
import { useBoardWords, useLineWords, vndWords } from '../use-words.ts'
import css from './lines.module.css'

/** The colour of where consolidating stands: contested asks for attention, waiting is not ours. */
const TONES: Record<DecisionStanding, Tone> = { open: 'blue', decided: 'grey', waiting: 'grey', contested: 'amber' }

/** The columns of the work list; narrower while a line is open beside it. */
export function useLineColumns(openId: string | undefined): Column<ListedItem>[] {
  const m = useBoardWords()
  const say = useLineWords()
  const narrow = openId !== undefined
  const money: Column<ListedItem> = {
    key: 'vnd',
    head: m.list.money,
    numeric: true,
    render: ({ vnd }) => (vnd === null ? m.none : vndWords(vnd)),
  }
  const unit: Column<ListedItem> = { key: 'unit', head: m.unit, render: ({ body }) => body.name }
  return [
    { key: 'title', head: m.list.line, render: (item) => <Title item={item} open={item.id === openId} /> },
    ...(narrow ? [] : [unit]),
    {
      key: 'where',
      head: m.list.where,
      render: (item) => (
        <>
          {say.countries(item.countries)}
          <br />
          <span className="mute">{say.when(item)}</span>
        </>
      ),
    },
    {
      key: 'headcount',
      head: m.list.headcount,
      numeric: true,
      render: ({ headcount }) => headcount ?? m.none,
    },
    ...(narrow ? [] : [money]),
    { key: 'decision', head: m.list.decision, render: (item) => <Standing item={item} /> },
  ]
}

/** The name of the line, opening it; whose it is and who receives it, under the name. */
function Title({ item, open }: { item: ListedItem; open: boolean }) {
  const m = useBoardWords()
  const address = useAddress()
  return (
    <>
      <Link
        to="."
        search={address.after({ doan: item.id, kh: item.planId, page: address.get('page') })}
        resetScroll={false}
        className={css.title}
        aria-current={open ? 'true' : undefined}
      >
        {item.title}
      </Link>
      <span className={css.under}>
        {item.host}
        {item.offPlan ? <Chip tone="amber">{m.list.off}</Chip> : null}
        {item.edition > 1 ? <Chip>{m.adjustment(item.edition)}</Chip> : null}
      </span>
    </>
  )
}

/** What was decided, and what it waits for; for a plan that is not being consolidated, its state. */
function Standing({ item }: { item: ListedItem }) {
  const m = useBoardWords()
  if (item.decision === null) {
    return item.state === 'consolidating' ? (
      <Chip tone={TONES.open}>{m.decisionStandings.open}</Chip>
    ) : (
      <span className="mute">{m.states[item.state]}</span>
    )
  }
  const standing = decisionStanding(item.decision)
  return (
    <>
      {m.decisions[item.decision.kind]}
      {standing === 'decided' ? null : (
        <>
          <br />
          <Chip tone={TONES[standing]}>{m.decisionStandings[standing]}</Chip>
        </>
      )}
    </>
  )
}
