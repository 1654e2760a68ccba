import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { countSimpleLane, type Ending } from '../../lane/contract.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './statistics.module.css'

/** What went by the simple lane in a year, what was drawn of it, and what the full examination came to. */
export function LaneStatistics({ year }: { year: number }) {
  const { lane, steps } = useDelegationWords()
  const m = lane.statistics
  const { data, failed, retry } = useAnswer(countSimpleLane, { year })
  const endings: Record<Ending, string> = { ...steps.recommendations, ...m.endings }
  if (failed) return <Failure error={failed} retry={retry} />
  if (data === undefined) return null
  const found = data.found.map(({ ending, count }) => `${endings[ending]}: ${count}`).join(' · ')
  const lines = [
    [m.received, data.received],
    [m.passed, data.passed],
    [m.drawn, data.drawn],
    [m.found, found === '' ? m.none : found],
  ] as const
  return (
    <Section id="lane" title={m.title}>
      <dl className={css.lane}>
        {lines.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </Section>
  )
}
