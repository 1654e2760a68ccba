import { Field, Fields } from '../../../../ui/field.tsx'
import { TextInput } from '../../../../ui/inputs.tsx'
import { More } from '../../../../ui/more.tsx'
import { Segmented } from '../../../../ui/segmented.tsx'
import { draft, useAt, write } from '../draft.ts'
import css from '../fields.module.css'
import { Choice, Count, MoneyField, Text, useField, Words, YesNo } from '../fields.tsx'
import { type Json, readAt } from '../path.ts'
import { Line, Rows } from '../rows.tsx'
import { StatedNote, StatedValue } from '../stated-value.tsx'
import { isSettled, useStated, useSurroundings } from '../surroundings.tsx'
import { useWords } from '../use-words.ts'

/** Who pays, what it costs, and whether it was planned. */
export function MoneySection() {
  const m = useWords()
  const { short } = useSurroundings()
  return (
    <>
      <Rows path="funding" canBeNone fresh={() => ({})}>
        {(index) => (
          <Line columns="1.2fr 0.8fr 1.2fr 1fr">
            <Choice path={`funding[${index}].source`} size="wide" />
            <Text path={`funding[${index}].payer`} size="wide" />
            <MoneyField path={`funding[${index}].amount`} size="wide" />
            <Words path={`funding[${index}].covers`} size="wide" />
          </Line>
        )}
      </Rows>
      <div className={css.block}>
        <PlanFields />
      </div>
      <div className={css.block}>
        <p className={css.heading}>{m.fields.estimate}</p>
        <Fields>
          <MoneyField path="estimate.total" />
          {short ? null : (
            <>
              <MoneyField path="estimate.banquets" />
              <MoneyField path="estimate.gifts" />
            </>
          )}
        </Fields>
      </div>
      {short ? null : <GiftsAndFlights />}
    </>
  )
}

function GiftsAndFlights() {
  const m = useWords()
  return (
    <More summary={`${m.fields.gifts}, ${m.fields.flights.toLocaleLowerCase('vi')}`}>
      <Rows path="gifts" canBeNone fresh={() => ({})}>
        {(index) => (
          <Line columns="1fr 1fr 1fr">
            <Text path={`gifts[${index}].description`} />
            <Text path={`gifts[${index}].recipient`} size="wide" />
            <MoneyField path={`gifts[${index}].value`} size="wide" />
          </Line>
        )}
      </Rows>
      <Rows path="flights" canBeNone fresh={() => ({})}>
        {(index) => (
          <Line columns="1fr 1fr">
            <Choice path={`flights[${index}].class`} />
            <YesNo path={`flights[${index}].lowCostCompared`} />
          </Line>
        )}
      </Rows>
    </More>
  )
}

function PlanFields() {
  const m = useWords()
  const { id, label, value, set } = useField('plan')
  const none = useStated('plan')
  const year = useStated('plan.year')
  const { planLine } = useSurroundings()
  const chosen = isSettled(useStated('plan.itemId')) && planLine !== undefined
  const state = value === undefined ? 'unset' : value === null ? 'none' : 'some'
  return (
    <>
      {planLine}
      {isSettled(none) || year !== undefined ? (
        <Field id={id} label={label}>
          {(control) => (
            <StatedValue id={control.id} path="plan" value={null} words={m.whatif[value ? 'planSome' : 'planNone']} />
          )}
        </Field>
      ) : (
        <Segmented
          id={id}
          legend={label}
          value={state}
          options={[
            ['some', m.whatif.planSome],
            ['none', m.whatif.planNone],
            ['unset', m.whatif.unset],
          ]}
          onChange={(next) => set(next === 'some' ? newPlan() : next === 'none' ? null : undefined)}
        />
      )}
      {none ? <StatedNote path="plan" stated={none} /> : null}
      {state === 'some' ? (
        <div className={css.answers}>
          <Count path="plan.year" plain />
          <YesNo path="plan.approved" />
          <YesNo path="plan.hasTravelLine" />
          {chosen ? null : <PlanItem />}
          <MoneyField path="plan.travelBudgetLeft" />
        </div>
      ) : null}
    </>
  )
}

function PlanItem() {
  const m = useWords().whatif
  const { id, label, error } = useField('plan.itemId')
  const value = useAt('plan.itemId')
  const stated = useStated('plan.itemId')
  const state = value === undefined ? 'unset' : value === null ? 'none' : 'some'
  if (stated && isSettled(stated)) {
    return (
      <Field id={id} label={label} hint={<StatedNote path="plan.itemId" stated={stated} />}>
        {(control) => (
          <StatedValue
            id={control.id}
            path="plan.itemId"
            value={value}
            words={value === null ? m.itemNone : m.itemSome}
          />
        )}
      </Field>
    )
  }
  return (
    <div>
      <Segmented
        id={id}
        legend={label}
        error={error}
        value={state}
        options={[
          ['some', m.itemSome],
          ['none', m.itemNone],
          ['unset', m.unset],
        ]}
        onChange={(next) => write('plan.itemId', next === 'some' ? '' : next === 'none' ? null : undefined)}
      />
      {state === 'some' ? (
        <div className={css.beneath}>
          <label htmlFor={`${id}-text`} className="visually-hidden">
            {label}
          </label>
          <TextInput
            id={`${id}-text`}
            invalid={false}
            describedBy={undefined}
            value={String(value)}
            onChange={(text) => write('plan.itemId', text)}
          />
        </div>
      ) : null}
    </div>
  )
}

/** A plan is first taken to be that of the year of departure. */
function newPlan(): Json {
  const departure = readAt(draft.get().dossier, 'trip.departure')
  return typeof departure === 'string' && /^\d{4}-/.test(departure) ? { year: Number(departure.slice(0, 4)) } : {}
}
