import css from './control.module.css'
import type { ControlProps } from './field.tsx'
import { useMessages } from './language.tsx'
import { typedNumber, writtenNumber } from './typed.ts'
import { TypedInput } from './typed-input.tsx'

/** An amount and its currency (ISO 4217); the amount is the typed text where that is no number. */
export interface MoneyValue {
  amount?: number | string
  currency: string
}

interface MoneyInputProps extends ControlProps {
  value: MoneyValue | undefined
  currencies: readonly string[]
  onChange: (value: MoneyValue | undefined) => void
}

const MESSAGES = { vi: { currency: 'Đơn vị tiền' }, en: { currency: 'Currency' } }

/** An amount of money, written 1.234.567, and its currency; đồng unless another is chosen. */
export function MoneyInput({ value, currencies, onChange, ...control }: MoneyInputProps) {
  const m = useMessages(MESSAGES)
  const currency = value?.currency ?? 'VND'
  const amount = value?.amount
  const change = (next: number | string | undefined) =>
    onChange(next === undefined ? undefined : { amount: next, currency })
  return (
    <div className={css.together}>
      <TypedInput
        {...control}
        shown={typeof amount === 'number' ? writtenNumber(amount) : (amount ?? '')}
        read={typedNumber}
        onChange={change}
        inputMode="decimal"
        look={css.money ?? ''}
      />
      <select
        className={`${css.control} ${css.currency}`}
        aria-label={m.currency}
        value={currency}
        onChange={(event) => onChange(amount === undefined ? undefined : { amount, currency: event.target.value })}
      >
        {currencies.map((code) => (
          <option key={code} value={code}>
            {code === 'VND' ? '₫' : code}
          </option>
        ))}
      </select>
    </div>
  )
}
