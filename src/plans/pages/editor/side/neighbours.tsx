import { NormLink } from '../../../../law/pages/whatif/norm-link.tsx'
import { useInstrumentNumbers } from '../../../../law/pages/whatif/use-law.ts'
import { monthsOf } from '../../../plan-item.ts'
import type { ItemCheck } from '../../../rules/check-item.ts'
import { useBoardWords, useLineWords } from '../../board/use-words.ts'
import type { LocalRow } from '../model/local-row.ts'
import { useEditorWords } from '../use-editor-words.ts'
import css from './side.module.css'

/** Delegations of other bodies to the same countries in the same months: as much as one needs to know, no names. */
export function Neighbours({ row, check }: { row: LocalRow; check: ItemCheck | undefined }) {
  const m = useEditorWords().side
  const { monthLong, monthsLong } = useBoardWords()
  const say = useLineWords()
  const numbers = useInstrumentNumbers()
  if (row.fields.direction === 'incoming') return null
  const told = monthsOf(row.fields) !== undefined && row.fields.countries.length > 0
  const others = check?.sameTime.others ?? []
  return (
    <section>
      <h3>{m.neighbours}</h3>
      {told ? null : <p className="mute small">{m.neighboursWait}</p>}
      {told && others.length === 0 ? <p className="mute small">{m.neighboursNone}</p> : null}
      {others.length > 0 ? (
        <>
          <ul className={css.plain}>
            {others.map(({ country, monthFrom, monthTo, headcount }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: they have no name: that is the point of them
              <li key={index}>
                {m.neighbour(
                  say.country(country),
                  monthFrom === monthTo ? monthLong(monthFrom) : monthsLong(monthFrom, monthTo),
                  headcount === null ? '' : m.neighbourPeople(headcount),
                )}
              </li>
            ))}
          </ul>
          <p className="small">
            {m.neighbourNext}:{' '}
            {check?.sameTime.norms.map((norm, index) => (
              <span key={norm}>
                {index > 0 ? ' · ' : ''}
                <NormLink norm={norm} number={numbers.get(norm.split('#')[0] ?? '')} />
              </span>
            ))}
          </p>
        </>
      ) : null}
    </section>
  )
}
