import { useQueries } from '@tanstack/react-query'
import { useMemo } from 'react'
import { Chip } from '../../../../ui/chip.tsx'
import { call } from '../../../../ui/fetch.ts'
import type { ListedItem, Plan, PlanItem } from '../../../answers.ts'
import { listItems } from '../../../contract.ts'
import type { LineRef } from '../decide/merge-lines.ts'
import { useBoardWords, useLineWords } from '../use-words.ts'
import css from './lines.module.css'
import { COMMON, type LikeLine, likeLines } from './neighbours.ts'

const SHOWN = 4

/** The lines of the year to the same countries, those most alike first. */
export function useLikeLines(plan: Plan | undefined, item: PlanItem | undefined): LikeLine[] {
  const countries = item?.fields.countries ?? []
  const year = plan?.year
  const rootId = plan?.body.rootId
  const queries = useQueries({
    queries: countries.map((country) => ({
      queryKey: [listItems.path, year, rootId, country],
      queryFn: () => call(listItems, { year, rootId, country, size: 200 }),
      enabled: year !== undefined,
    })),
    combine: (results) => results.flatMap(({ data }) => data?.items ?? []),
  })
  return useMemo(() => (item === undefined ? [] : likeLines({ ...item.fields, id: item.id }, queries)), [item, queries])
}

interface LikeLinesProps {
  plan: Plan
  item: PlanItem
  onOpen: (planId: string, itemId: string) => void
  /** Begins to merge with that line; absent where nothing can be merged now. */
  onMerge: ((other: LineRef) => void) | undefined
}

/** Who else goes there, shown beside the line, with the way to merge. */
export function LikeLines({ plan, item, onOpen, onMerge }: LikeLinesProps) {
  const { line: m, merge } = useBoardWords()
  const like = useLikeLines(plan, item)
  return (
    <section>
      <h3>{m.like}</h3>
      {like.length === 0 ? <p className="mute small">{m.likeNone}</p> : null}
      <ul className={css.like}>
        {like.slice(0, SHOWN).map((one) => (
          <li key={one.item.id}>
            <LikeWords like={one} onOpen={onOpen} />
            {onMerge && one.item.state === 'consolidating' ? (
              <button
                type="button"
                className={css.link}
                onClick={() => onMerge({ planId: one.item.planId, itemId: one.item.id })}
              >
                {merge.open}
                <span className="visually-hidden"> {one.item.title}</span>
              </button>
            ) : null}
          </li>
        ))}
      </ul>
      {like.length > SHOWN ? <p className="mute small">{m.likeMore(like.length - SHOWN)}</p> : null}
    </section>
  )
}

/** A line that is alike: its title leading to it, whose it is, when, how many, and what both share. */
function LikeWords({ like: { item, common }, onOpen }: { like: LikeLine; onOpen: LikeLinesProps['onOpen'] }) {
  const m = useBoardWords()
  return (
    <>
      <button type="button" className={css.link} onClick={() => onOpen(item.planId, item.id)}>
        {item.title}
      </button>{' '}
      {COMMON.filter((one) => one !== 'country' && common.includes(one)).map((one) => (
        <Chip key={one} tone="amber">
          {m.line.common[one]}
        </Chip>
      ))}
      <p className="mute small">
        {item.body.name} · <LineBrief item={item} />
      </p>
    </>
  )
}

/** Where, when and how many, in one line. */
export function LineBrief({ item }: { item: ListedItem }) {
  const m = useBoardWords()
  const say = useLineWords()
  const parts = [
    say.countries(item.countries),
    say.when(item),
    ...(item.headcount === null ? [] : [m.people(item.headcount)]),
  ]
  return parts.join(' · ')
}
