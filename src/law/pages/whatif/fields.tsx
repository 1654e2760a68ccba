import type { ReactNode } from 'react'
import { isDay } from '../../../kernel/day.ts'
import { DayInput } from '../../../ui/day-input.tsx'
import { type ControlProps, Field, Fields } from '../../../ui/field.tsx'
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
import { StatedNote, StatedValue } from './stated-value.tsx'
import { isSettled, useJudged, useRefused, useStated } from './surroundings.tsx'
import { useWords } from './use-words.ts'
import { codeWords, fieldName } from './words.ts'

/** Controls that are bound to a place in the dossier: the label, the value and the fault all follow from the path. */

interface BoundProps {
  path: FieldPath
  size?: 'small' | 'medium' | 'wide' | undefined
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

interface BoundFieldProps {
  path: string
  size?: 'small' | 'medium' | 'wide' | undefined
  /** What is wrong besides what the check says of the place itself. */
  fault?: string | undefined
  children: (control: ControlProps, value: Json, set: (value: Json) => void) => ReactNode
}

/** A control with its label; where a register knows the value, the value and which register it is. */
export function Bound({ path, size, fault, children }: BoundFieldProps) {
  const { value, set, error, ...field } = useField(path)
  const stated = useStated(path)
  const refused = useRefused(path)
  return (
    <Field
      {...field}
      error={refused ?? fault ?? error}
      hint={stated ? <StatedNote path={path} stated={stated} /> : undefined}
      {...(size ? { size } : {})}
    >
      {(control) =>
        isSettled(stated) ? <StatedValue id={control.id} path={path} value={value} /> : children(control, value, set)
      }
    </Field>
  )
}

/** A text; emptied, it is not stated. */
export function Text({ path, size, long = false }: BoundProps & { long?: boolean }) {
  return (
    <Bound path={path} size={size}>
      {(control, value, set) => (
        <TextInput
          {...control}
          long={long}
          value={asText(value)}
          onChange={(text) => set(text === '' ? undefined : text)}
        />
      )}
    </Bound>
  )
}

/** A day. */
export function DayField({ path, size = 'small' }: BoundProps) {
  const value = useAt(path)
  const { whatif } = useWords()
  const noDay = typeof value === 'string' && !isDay(value)
  return (
    <Bound path={path} size={size} fault={noDay ? whatif.noDay : undefined}>
      {(control, _, set) => <DayInput {...control} value={asText(value)} onChange={set} />}
    </Bound>
  )
}

/** One of the codes of the contract. */
export function Choice({ path, size }: BoundProps) {
  const { language } = useLanguage()
  return <ChoiceOf path={path} size={size} options={codeWords(genericPath(path) as CodeKey, language)} />
}

/** One of some words that the page gives: jurisdictions, rules, the countries of the trip. */
export function ChoiceOf({ path, size, options }: BoundProps & { options: readonly (readonly [string, string])[] }) {
  return (
    <Bound path={path} size={size}>
      {(control, value, set) => <ChoiceInput {...control} value={asText(value)} options={options} onChange={set} />}
    </Bound>
  )
}

/** Yes, no, or not stated. */
export function YesNo({ path, hideLabel = false }: { path: FieldPath; hideLabel?: boolean }) {
  const { id, label, value, set } = useField(path)
  const { whatif } = useWords()
  const stated = useStated(path)
  if (stated && isSettled(stated)) {
    return (
      <Field id={id} label={label} hideLabel={hideLabel} size="small" hint={<StatedNote path={path} stated={stated} />}>
        {(control) => (
          <StatedValue
            id={control.id}
            path={path}
            value={value}
            {...(typeof value === 'boolean' ? {} : { words: whatif.unset })}
          />
        )}
      </Field>
    )
  }
  return (
    <div>
      <ThreeState
        id={id}
        legend={label}
        hideLegend={hideLabel}
        value={typeof value === 'boolean' ? value : undefined}
        onChange={set}
      />
      {stated ? <StatedNote path={path} stated={stated} /> : null}
    </div>
  )
}

/** A number; years are written `plain`. */
export function Count({ path, size = 'small', plain = false }: BoundProps & { plain?: boolean }) {
  return (
    <Bound path={path} size={size}>
      {(control, value, set) => (
        <NumberInput
          {...control}
          plain={plain}
          value={typeof value === 'number' || typeof value === 'string' ? value : undefined}
          onChange={set}
        />
      )}
    </Bound>
  )
}

const USUAL = ['VND', 'USD', 'EUR', 'JPY', 'KRW', 'CNY', 'SGD']
const CURRENCIES = [...USUAL, ...[...CURRENCY_CODES].filter((code) => !USUAL.includes(code))]

/** An amount of money. */
export function MoneyField({ path, size }: BoundProps) {
  const own = useFault(path)
  const amountFault = useFault(`${path}.amount`)
  const { t } = useLanguage()
  const fault = own ?? amountFault
  return (
    <Bound path={path} size={size} fault={fault ? t(fault.message) : undefined}>
      {(control, value, set) => (
        <MoneyInput
          {...control}
          currencies={CURRENCIES}
          value={typeof value === 'object' ? (value as unknown as MoneyValue) : undefined}
          onChange={(money) => set(money as unknown as Json)}
        />
      )}
    </Bound>
  )
}

/** Several names in one line. `required`: emptied, the list says that there are none; else it is not stated. */
export function Words({ path, size, required = false }: BoundProps & { required?: boolean }) {
  return (
    <Bound path={path} size={size}>
      {(control, value, set) => (
        <WordsInput
          {...control}
          value={Array.isArray(value) ? value.map(String) : undefined}
          onChange={(words) => set(words.length === 0 && !required ? undefined : words)}
        />
      )}
    </Bound>
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

/** Fields that are the examiners' to fill; in a dossier they show once something stands in them. */
export function Judged({ path, children }: { path: FieldPath; children: ReactNode }) {
  return useJudged(path) ? children : null
}
