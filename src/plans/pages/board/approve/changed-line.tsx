import { Chip } from '../../../../ui/chip.tsx'
import type { PlanItem } from '../../../answers.ts'
import { headcountOf, type PlanItemFields, vndOfItem } from '../../../plan-item.ts'
import { daysOf } from '../../../rules/plan-item-dossier.ts'
import { askedFields, isDisputed, latestDecision } from '../asked.ts'
import { DecisionWords } from '../lines/decision-history.tsx'
import { useBoardWords, useLineWords, vndWords } from '../use-words.ts'
import css from './approve.module.css'

/** A line that consolidating changed: what of it, why, and what the unit says to it. */
export function ChangedLine({ item }: { item: PlanItem }) {
  const m = useBoardWords()
  const decision = latestDecision(item)
  const contested = item.decisions.findLast(({ answer }) => answer?.kind === 'contest')
  const gone = item.standing !== 'planned'
  return (
    <li>
      <p className={gone ? css.gone : undefined}>
        <b>{item.fields.title}</b> {isDisputed(item) ? <Chip tone="amber">{m.approve.contestedStill}</Chip> : null}
      </p>
      <p className="mute small">
        <Brief fields={askedFields(item)} />
      </p>
      {gone ? null : <Differences item={item} />}
      {decision ? <DecisionWords decision={decision} /> : null}
      {contested && contested !== decision ? (
        <p className={css.contest}>
          {m.answers.contest}: {contested.answer?.text}
        </p>
      ) : null}
    </li>
  )
}

/** A line that stays as the unit asked for it. */
export function KeptLine({ item }: { item: PlanItem }) {
  return (
    <li>
      <p>
        <b>{item.fields.title}</b>
      </p>
      <p className="mute small">
        <Brief fields={item.fields} />
      </p>
    </li>
  )
}

function Brief({ fields }: { fields: PlanItemFields }) {
  const m = useBoardWords()
  const say = useLineWords()
  const people = headcountOf(fields)
  const days = daysOf(fields)
  const parts = [
    say.countries(fields.countries),
    say.when(fields),
    ...(days === undefined ? [] : [m.days(days)]),
    ...(people === undefined ? [] : [m.people(people)]),
    vndWords(vndOfItem(fields)),
  ]
  return parts.join(' · ')
}

/** What is another than the unit asked for: "8 người → 6 người". */
function Differences({ item }: { item: PlanItem }) {
  const m = useBoardWords()
  const say = useLineWords()
  const words: ((fields: PlanItemFields) => string)[] = [
    ({ title }) => title,
    ({ countries }) => say.countries(countries),
    say.when,
    (fields) => m.days(daysOf(fields) ?? 0),
    (fields) => m.people(headcountOf(fields) ?? 0),
    (fields) => vndWords(vndOfItem(fields)),
  ]
  const asked = askedFields(item)
  const changed = words.map((word) => [word(asked), word(item.fields)]).filter(([before, after]) => before !== after)
  if (changed.length === 0) return null
  return (
    <ul className={css.differences}>
      {changed.map(([before, after]) => (
        <li key={after} className="num">
          {before}
          <span aria-hidden="true"> → </span>
          <span className="visually-hidden"> {m.decide.arrow} </span>
          <b>{after}</b>
        </li>
      ))}
    </ul>
  )
}
