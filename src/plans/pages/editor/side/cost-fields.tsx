import { IconPlus, IconTrash } from '@tabler/icons-react'
import { useId } from 'react'
import { isDay } from '../../../../kernel/day.ts'
import { CURRENCY_CODES } from '../../../../law/codes/currencies.ts'
import { FUNDING_SOURCES } from '../../../../law/dossier.ts'
import { Button } from '../../../../ui/button.tsx'
import { DayInput } from '../../../../ui/day-input.tsx'
import { Field, Fields } from '../../../../ui/field.tsx'
import { ChoiceInput, NumberInput, TextInput } from '../../../../ui/inputs.tsx'
import { MoneyInput } from '../../../../ui/money-input.tsx'
import { type Cost, vndOf, vndOfItem } from '../../../plan-item.ts'
import { useLineWords, vndWords } from '../../board/use-words.ts'
import type { LocalRow } from '../model/local-row.ts'
import { useColumnWords, useEditorWords } from '../use-editor-words.ts'
import { useFieldWords } from '../use-field-words.ts'
import css from './side.module.css'

const COMMON = ['VND', 'USD', 'EUR', 'JPY', 'CNY', 'KRW', 'SGD', 'THB', 'LAK', 'GBP', 'AUD']
const CURRENCIES = [...COMMON, ...[...CURRENCY_CODES].filter((code) => !COMMON.includes(code)).sort()]

interface CostFieldsProps {
  row: LocalRow
  readOnly: boolean
  onChange: (fields: { costs: Cost[] }) => void
}

/** Who pays how much: each source with its amount and, in a foreign currency, the rate, its day and where it is from. */
export function CostFields({ row, readOnly, onChange }: CostFieldsProps) {
  const m = useEditorWords().side
  const say = useFieldWords()
  const { costs } = row.fields
  const free = FUNDING_SOURCES.filter((source) => !costs.some((cost) => cost.source === source))
  const [next] = free
  const write = (index: number, change: Partial<Cost>) =>
    onChange({ costs: costs.map((cost, at) => (at === index ? { ...cost, ...change } : cost)) })
  return (
    <section>
      <h3>{m.costs}</h3>
      {costs.length === 0 ? <p className="mute small">{m.noCosts}</p> : null}
      {readOnly ? (
        <p>{costs.length === 0 ? null : say('costs', costs)}</p>
      ) : (
        costs.map((cost, index) => (
          <OneCost
            key={cost.source}
            cost={cost}
            free={[cost.source, ...free]}
            onChange={(change) => write(index, change)}
            onRemove={() => onChange({ costs: costs.filter((_, at) => at !== index) })}
          />
        ))
      )}
      {costs.length > 1 || costs.some(({ currency }) => currency !== 'VND') ? (
        <p className="num">
          {m.sum} <b>{vndWords(vndOfItem(row.fields))}</b>
        </p>
      ) : null}
      {readOnly ? null : (
        <Button
          icon={IconPlus}
          disabledBecause={next === undefined ? m.allSources : undefined}
          onClick={() => {
            if (next) onChange({ costs: [...costs, { ...NOTHING, source: next }] })
          }}
        >
          {m.addCost}
        </Button>
      )}
    </section>
  )
}

const NOTHING = { amount: 0, currency: 'VND', rate: null, rateDay: null, rateSource: null }

interface OneCostProps {
  cost: Cost
  free: readonly Cost['source'][]
  onChange: (change: Partial<Cost>) => void
  onRemove: () => void
}

function OneCost({ cost, free, onChange, onRemove }: OneCostProps) {
  const m = useEditorWords().side
  const id = useId()
  const say = useLineWords()
  const { sources } = useColumnWords()
  const abroad = cost.currency !== 'VND'
  return (
    <fieldset className={css.cost}>
      <legend className="visually-hidden">{say.source(cost.source)}</legend>
      <Fields>
        <Field id={`${id}-source`} label={m.source}>
          {(control) => (
            <ChoiceInput
              {...control}
              value={cost.source}
              options={sources.filter(([code]) => free.some((one) => one === code))}
              onChange={(code) => {
                const source = FUNDING_SOURCES.find((one) => one === code)
                if (source) onChange({ source })
              }}
            />
          )}
        </Field>
        <Field id={`${id}-amount`} label={m.amount}>
          {(control) => (
            <MoneyInput
              {...control}
              value={{ amount: cost.amount, currency: cost.currency }}
              currencies={CURRENCIES}
              onChange={(value) => {
                const amount = typeof value?.amount === 'number' ? value.amount : 0
                const currency = value?.currency ?? 'VND'
                onChange(currency === 'VND' ? { ...NOTHING, amount } : { amount, currency })
              }}
            />
          )}
        </Field>
      </Fields>
      {abroad ? (
        <Fields>
          <Field id={`${id}-rate`} label={m.rate} size="small">
            {(control) => (
              <NumberInput
                {...control}
                value={cost.rate ?? undefined}
                onChange={(value) => onChange({ rate: typeof value === 'number' && value > 0 ? value : null })}
              />
            )}
          </Field>
          <Field id={`${id}-day`} label={m.rateDay} size="small">
            {(control) => (
              <DayInput
                {...control}
                value={cost.rateDay ?? undefined}
                onChange={(day) => onChange({ rateDay: day !== undefined && isDay(day) ? day : null })}
              />
            )}
          </Field>
          <Field id={`${id}-from`} label={m.rateSource}>
            {(control) => (
              <TextInput
                {...control}
                value={cost.rateSource ?? ''}
                onChange={(text) => onChange({ rateSource: text || null })}
              />
            )}
          </Field>
        </Fields>
      ) : null}
      <div className={css.costFoot}>
        <span className="num mute">{abroad ? m.inVnd(vndWords(vndOf(cost))) : null}</span>
        <Button icon={IconTrash} onClick={onRemove}>
          {m.removeCost}
        </Button>
      </div>
    </fieldset>
  )
}
