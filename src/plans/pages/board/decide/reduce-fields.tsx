import { Button } from '../../../../ui/button.tsx'
import { DayInput } from '../../../../ui/day-input.tsx'
import { Field, Fields } from '../../../../ui/field.tsx'
import { NumberInput } from '../../../../ui/inputs.tsx'
import type { PlanItemFields } from '../../../plan-item.ts'
import { useBoardWords, useLineWords } from '../use-words.ts'
import css from './decide.module.css'
import { inProportion, type Typed, type TypedNumber, withHeadcount } from './read-decision.ts'

export interface FieldsProps {
  /** The line as the unit asked for it. */
  asked: PlanItemFields
  typed: Typed
  fault: (field: string) => string | undefined
  onChange: (typed: Typed) => void
}

/** Fewer people, days, countries, or less money. */
export function ReduceFields({ asked, typed, fault, onChange }: FieldsProps) {
  const { decide: m } = useBoardWords()
  const { source } = useLineWords()
  const change = (part: Partial<Typed>) => onChange({ ...typed, ...part })
  const number = (id: string, field: string, label: string, value: TypedNumber, set: (value: TypedNumber) => void) => (
    <Field key={id} id={id} label={label} error={fault(field)} size="small">
      {(control) => <NumberInput {...control} value={value} onChange={set} />}
    </Field>
  )
  return (
    <>
      <Fields>
        {number('reduce-headcount', 'headcount', m.headcount, typed.headcount, (headcount) =>
          onChange(withHeadcount(asked, typed, headcount)),
        )}
        {asked.departure === null ? (
          number('reduce-days', 'days', m.days, typed.days, (days) => change({ days }))
        ) : (
          <Field id="reduce-back" label={m.back} error={fault('back')} size="small">
            {(control) => <DayInput {...control} value={typed.back} onChange={(back) => change({ back })} />}
          </Field>
        )}
      </Fields>
      {asked.people.length === 0 ? null : (
        <fieldset className={css.posts}>
          <legend>{m.posts}</legend>
          {asked.people.map(({ post }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the posts of a line have no other name than their place
            <div key={index} className={css.post}>
              <label htmlFor={`reduce-post-${index}`}>{post}</label>
              <NumberInput
                id={`reduce-post-${index}`}
                invalid={fault(`posts[${index}]`) !== undefined}
                describedBy={undefined}
                value={typed.posts[index]}
                onChange={(count) => change({ posts: typed.posts.with(index, count) })}
              />
            </div>
          ))}
        </fieldset>
      )}
      {asked.countries.length < 2 ? null : (
        <CountryBoxes asked={asked} typed={typed} fault={fault} onChange={onChange} />
      )}
      {asked.costs.length === 0 ? null : (
        <Fields>
          {asked.costs.map((cost, index) =>
            number(
              `reduce-amount-${index}`,
              `amounts[${index}]`,
              `${m.cost(source(cost.source))} (${cost.currency === 'VND' ? '₫' : cost.currency})`,
              typed.amounts[index],
              (amount) => change({ amounts: typed.amounts.with(index, amount) }),
            ),
          )}
          <div className={css.beside}>
            <Button onClick={() => change({ amounts: inProportion(asked, typed) })}>{m.proportion}</Button>
          </div>
        </Fields>
      )}
    </>
  )
}

function CountryBoxes({ asked, typed, fault, onChange }: FieldsProps) {
  const { decide: m } = useBoardWords()
  const { country } = useLineWords()
  const error = fault('countries')
  const toggle = (code: string) =>
    onChange({ ...typed, countries: asked.countries.filter((one) => typed.countries.includes(one) !== (one === code)) })
  return (
    <fieldset className={css.countries}>
      <legend>{m.countries}</legend>
      {asked.countries.map((code) => (
        <label key={code}>
          <input type="checkbox" checked={typed.countries.includes(code)} onChange={() => toggle(code)} />{' '}
          {country(code)}
        </label>
      ))}
      {error === undefined ? null : <p className={css.fault}>{error}</p>}
    </fieldset>
  )
}
