import { isDay } from '../../../kernel/day.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { Field, Fields } from '../../../ui/field.tsx'
import { ChoiceInput, NumberInput, TextInput, WordsInput } from '../../../ui/inputs.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { MoneyInput, type MoneyValue } from '../../../ui/money-input.tsx'
import { ThreeState } from '../../../ui/three-state.tsx'
import { CURRENCY_CODES } from '../../codes/currencies.ts'
import type { CodeKey, FieldPath } from '../../messages.vi.ts'
import { useFault } from './checked.ts'
import { useAt, write } from './draft.ts'
import css from './fields.module.css'
import { fieldId } from './focus.ts'
import { genericPath, type Json } from './path.ts'
import { useWords } from './use-words.ts'
import { codeWords, fieldName } from './words.ts'

/** Controls that are bound to a place in the dossier: the label, the value and the fault all follow from the path. */

interface BoundProps {
  path: FieldPath
  size?: 'small' | 'medium' | 'wide'
}

/** What a control bound to a path knows of it. */
export function useField(path: string) {
  const { language, t } = useLanguage()
  const fault = useFault(path)
  return {
    id: fieldId(path),
    label: fieldName(path, language),
    error: fault ? t(fault.message) : undefined,
    value: useAt(path),
    set: (value: Json) => write(path, value),
  }
}

/** A text; emptied, it is not stated. */
export function Text({ path, size, long = false }: BoundProps & { long?: boolean }) {
  const { value, set, ...field } = useField(path)
  return (
    <Field {...field} {...(size ? { size } : {})}>
      {(control) => (
        <TextInput
          {...control}
          long={long}
          value={asText(value)}
          onChange={(text) => set(text === '' ? undefined : text)}
        />
      )}
    </Field>
  )
}

/** A day. */
export function DayField({ path, size = 'small' }: BoundProps) {
  const { value, set, error, ...field } = useField(path)
  const { whatif } = useWords()
  const noDay = typeof value === 'string' && !isDay(value)
  return (
    <Field {...field} error={noDay ? whatif.noDay : error} size={size}>
      {(control) => <DayInput {...control} value={asText(value)} onChange={set} />}
    </Field>
  )
}

/** One of the codes of the contract. */
export function Choice({ path, size }: BoundProps) {
  const { value, set, ...field } = useField(path)
  const { language } = useLanguage()
  return (
    <Field {...field} {...(size ? { size } : {})}>
      {(control) => (
        <ChoiceInput
          {...control}
          value={asText(value)}
          options={codeWords(genericPath(path) as CodeKey, language)}
          onChange={set}
        />
      )}
    </Field>
  )
}

/** One of some words that the page gives: jurisdictions, rules, the countries of the trip. */
export function ChoiceOf({ path, size, options }: BoundProps & { options: readonly (readonly [string, string])[] }) {
  const { value, set, ...field } = useField(path)
  return (
    <Field {...field} {...(size ? { size } : {})}>
      {(control) => <ChoiceInput {...control} value={asText(value)} options={options} onChange={set} />}
    </Field>
  )
}

/** Yes, no, or not stated. */
export function YesNo({ path, hideLabel = false }: { path: FieldPath; hideLabel?: boolean }) {
  const { id, label, value, set } = useField(path)
  return (
    <ThreeState
      id={id}
      legend={label}
      hideLegend={hideLabel}
      value={typeof value === 'boolean' ? value : undefined}
      onChange={set}
    />
  )
}

/** A number; years are written `plain`. */
export function Count({ path, size = 'small', plain = false }: BoundProps & { plain?: boolean }) {
  const { value, set, ...field } = useField(path)
  return (
    <Field {...field} size={size}>
      {(control) => (
        <NumberInput
          {...control}
          plain={plain}
          value={typeof value === 'number' || typeof value === 'string' ? value : undefined}
          onChange={set}
        />
      )}
    </Field>
  )
}

const USUAL = ['VND', 'USD', 'EUR', 'JPY', 'KRW', 'CNY', 'SGD']
const CURRENCIES = [...USUAL, ...[...CURRENCY_CODES].filter((code) => !USUAL.includes(code))]

/** An amount of money. */
export function MoneyField({ path, size }: BoundProps) {
  const { value, set, ...field } = useField(path)
  const amountFault = useFault(`${path}.amount`)
  const { t } = useLanguage()
  const error = field.error ?? (amountFault ? t(amountFault.message) : undefined)
  return (
    <Field {...field} error={error} {...(size ? { size } : {})}>
      {(control) => (
        <MoneyInput
          {...control}
          currencies={CURRENCIES}
          value={typeof value === 'object' ? (value as unknown as MoneyValue) : undefined}
          onChange={(money) => set(money as unknown as Json)}
        />
      )}
    </Field>
  )
}

/** Several names in one line. `required`: emptied, the list says that there are none; else it is not stated. */
export function Words({ path, size, required = false }: BoundProps & { required?: boolean }) {
  const { value, set, ...field } = useField(path)
  return (
    <Field {...field} {...(size ? { size } : {})}>
      {(control) => (
        <WordsInput
          {...control}
          value={Array.isArray(value) ? value.map(String) : undefined}
          onChange={(words) => set(words.length === 0 && !required ? undefined : words)}
        />
      )}
    </Field>
  )
}

type DocPath =
  | `documents.${'proposal' | 'programme' | 'researchOutline' | 'invitation' | 'hostLawBriefing' | 'dispatchDecision'}`
  | `members[${number}].personnelApproval`

/** A document: its number, day and issuer. It is there as soon as one of them is. */
export function DocFields({ path }: { path: DocPath }) {
  const { id, label } = useField(path)
  return (
    <fieldset id={id} className={css.document}>
      <legend>{label}</legend>
      <Fields>
        <Text path={`${path}.number`} size="small" />
        <DayField path={`${path}.on`} />
        <Text path={`${path}.by`} />
        {path === 'documents.researchOutline' ? <DayField path="documents.researchOutline.approvedOn" /> : null}
      </Fields>
    </fieldset>
  )
}

function asText(value: Json): string | undefined {
  return typeof value === 'string' ? value : value === undefined || value === null ? undefined : String(value)
}
