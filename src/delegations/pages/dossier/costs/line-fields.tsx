import { countryName } from '../../../../law/codes/countries.ts'
import { CURRENCY_CODES } from '../../../../law/codes/currencies.ts'
import { COST_ITEMS, ITEM_NAMES } from '../../../../law/costs/items.ts'
import { Button } from '../../../../ui/button.tsx'
import { ChoiceInput, NumberInput, TextInput } from '../../../../ui/inputs.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { MoneyInput, type MoneyValue } from '../../../../ui/money-input.tsx'
import type { Content } from '../../../content/content.ts'
import { isObject, type Json } from '../../../content/json.ts'
import type { EstimateLine } from '../../../costs/estimate.ts'
import { countryUnits } from '../../../costs/trip-units.ts'
import { itemsOf, withCost, withoutCost } from '../../../costs/type-costs.ts'
import { Cell } from './cell.tsx'
import css from './costs.module.css'
import { contentNow, writeContent } from './use-costs.ts'
import { useCostWords, written } from './words.ts'

const USUAL = ['VND', 'USD', 'EUR', 'JPY', 'KRW', 'CNY', 'SGD']
const CURRENCIES = [...USUAL, ...[...CURRENCY_CODES].filter((code) => !USUAL.includes(code))]

/** Changes fields of what is typed of a line. */
export function change(line: EstimateLine, fields: Readonly<Record<string, Json | undefined>>): void {
  writeContent(withCost(contentNow(), line.kind === 'norm' ? 'norms' : 'lines', line.id, fields))
}

/** What stands in the content of a line, as it was typed. */
export function typedOf({ kind, id }: EstimateLine): Record<string, Json> {
  return itemsOf(contentNow(), kind === 'norm' ? 'norms' : 'lines').find(({ key }) => key === id) ?? {}
}

/** What a typed line is for, where, and where its price comes from. */
export function TypedFields({ line, content }: { line: EstimateLine; content: Content }) {
  const m = useCostWords()
  const { t, language } = useLanguage()
  const countries = countryUnits(content).map(({ country }) => [country, countryName(country, language)] as const)
  return (
    <div className={css.fields}>
      <Cell label={m.head.item}>
        {(control) => (
          <ChoiceInput
            {...control}
            value={line.item}
            options={COST_ITEMS.map((code) => [code, t(ITEM_NAMES[code])])}
            onChange={(item) => change(line, { item })}
          />
        )}
      </Cell>
      <Labelled label={m.what}>
        {(control) => (
          <TextInput
            {...control}
            value={textAt(line, 'what')}
            onChange={(what) => change(line, { what: what || undefined })}
          />
        )}
      </Labelled>
      <Labelled label={m.source}>
        {(control) => (
          <TextInput
            {...control}
            value={textAt(line, 'source')}
            onChange={(source) => change(line, { source: source || undefined })}
          />
        )}
      </Labelled>
      <div className={css.row}>
        <Cell label={m.country}>
          {(control) => (
            <ChoiceInput
              {...control}
              value={line.country ?? undefined}
              options={countries}
              unset={m.wholeTrip}
              onChange={(country) => change(line, { country })}
            />
          )}
        </Cell>
        <Button onClick={() => writeContent(withoutCost(contentNow(), 'lines', line.id))}>{m.remove}</Button>
      </div>
    </div>
  )
}

/** How many units a typed line counts. */
export function TypedUnits({ line }: { line: EstimateLine }) {
  const m = useCostWords()
  const { units } = typedOf(line)
  return (
    <Cell label={m.units}>
      {(control) => (
        <NumberInput
          {...control}
          value={typeof units === 'number' || typeof units === 'string' ? units : undefined}
          onChange={(value) => change(line, { units: value })}
        />
      )}
    </Cell>
  )
}

/** The price of one unit of a typed line, in its currency. */
export function TypedPrice({ line, writes }: { line: EstimateLine; writes: boolean }) {
  const m = useCostWords()
  if (!writes) return <span className="num">{written(line.unitAmount, line.currency)}</span>
  const { amount } = typedOf(line)
  return (
    <Cell label={m.price}>
      {(control) => (
        <MoneyInput
          {...control}
          currencies={CURRENCIES}
          value={isObject(amount) ? (amount as unknown as MoneyValue) : undefined}
          onChange={(money) => change(line, { amount: money as unknown as Json })}
        />
      )}
    </Cell>
  )
}

/** What is paid for one unit of a norm: the norm unless another amount is typed, or nothing at all. */
export function NormAmount({ line, writes }: { line: EstimateLine; writes: boolean }) {
  const m = useCostWords()
  const { t } = useLanguage()
  if (!writes) return <span className="num">{written(line.unitAmount, line.currency)}</span>
  const { amount } = typedOf(line)
  return (
    <div className={css.row}>
      <input
        type="checkbox"
        aria-label={`${m.claim}: ${t(ITEM_NAMES[line.item])}${line.rankGroup === null ? '' : `, ${m.group(line.rankGroup)}`}`}
        checked={!line.off}
        onChange={(event) => change(line, { off: event.target.checked ? undefined : true })}
      />
      {line.off ? null : (
        <Cell label={m.price}>
          {(control) => (
            <NumberInput
              {...control}
              value={typeof amount === 'number' || typeof amount === 'string' ? amount : Number(line.unitAmount)}
              onChange={(value) =>
                change(line, { amount: value === Number(line.norm?.amount) ? undefined : (value ?? undefined) })
              }
            />
          )}
        </Cell>
      )}
      {line.off ? null : <span className="mute">{line.currency}</span>}
    </div>
  )
}

function Labelled({ label, children }: Parameters<typeof Cell>[0]) {
  return (
    <div className={css.labelled}>
      <span className={css.quiet} aria-hidden="true">
        {label}
      </span>
      <Cell label={label}>{children}</Cell>
    </div>
  )
}

function textAt(line: EstimateLine, field: 'what' | 'source'): string {
  const value = typedOf(line)[field]
  return typeof value === 'string' ? value : ''
}
