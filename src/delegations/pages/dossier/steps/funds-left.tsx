import { useState } from 'react'
import { formatMoney } from '../../../../kernel/money.ts'
import { FormField } from '../../../../ui/form.tsx'
import { NumberInput } from '../../../../ui/inputs.tsx'
import type { Fund, FundLeft } from '../../../costs/funds-left.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'

/** The stated money that whoever decides states anew after a cut, with what is typed so far. */
export function useFundsLeft(funds: readonly Fund[]) {
  const [typed, setTyped] = useState<Readonly<Record<string, number | string | undefined>>>({})
  return {
    funds,
    typed,
    setTyped,
    /** As it is sent: what is left empty is not confirmed. */
    said: (): FundLeft[] =>
      funds.flatMap(({ key }) => {
        const amount = typed[key]
        return amount === undefined || amount === '' ? [] : [{ key, amount: Number(amount) }]
      }),
  }
}

/** What is left of the stated money: the estimate cannot say it, so whoever decides does. */
export function FundsLeft({ left: { funds, typed, setTyped } }: { left: ReturnType<typeof useFundsLeft> }) {
  const { steps: m } = useDelegationWords()
  if (funds.length === 0) return null
  return (
    <fieldset className={css.waivers}>
      <legend>{m.fundsLeft}</legend>
      <p className="mute small">{m.fundsLeftWhat}</p>
      {funds.map((fund, at) => (
        <FormField
          key={fund.key}
          name={`funds[${at}].amount`}
          label={m.fundLeft(fund.payer, fund.currency)}
          hint={m.fundStated(formatMoney(fund))}
          size="wide"
        >
          {(control) => (
            <NumberInput
              {...control}
              value={typed[fund.key]}
              onChange={(amount) => setTyped({ ...typed, [fund.key]: amount })}
            />
          )}
        </FormField>
      ))}
    </fieldset>
  )
}
