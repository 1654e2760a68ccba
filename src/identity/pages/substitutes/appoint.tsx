import { useState } from 'react'
import type { z } from 'zod'
import { dayInVietnam } from '../../../kernel/day.ts'
import { Button } from '../../../ui/button.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Fields } from '../../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton, useFormField } from '../../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../../ui/inputs.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { ROLES } from '../../roles.ts'
import { appointSubstitute, findSubstitutes, type listSubstitutions } from '../../substitutes/contract.ts'
import css from '../pages.module.css'
import { useAccountWords } from '../words.ts'

type Holdings = z.output<(typeof listSubstitutions)['output']>['holdings']

/** Lets somebody act in a role of one's own, from a day to a day, on the strength of a document. */
export function Appoint({ holdings, onClose }: { holdings: Holdings; onClose: () => void }) {
  const { substitutes: m, detail } = useAccountWords()
  const { t } = useLanguage()
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const [accountId, setAccount] = useState('')
  const [document, setDocument] = useState('')
  const [validFrom, setFrom] = useState<string | undefined>(() => dayInVietnam(new Date()))
  const [validTo, setTo] = useState<string | undefined>(undefined)
  const sending = useSubmit(appointSubstitute, { onDone: onClose })
  const holdingId = chosen ?? (holdings.length === 1 ? holdings[0]?.id : undefined) ?? ''
  const options = holdings.map(
    ({ id, role, bodyName }) => [id, `${t(ROLES[role].name)} · ${bodyName ?? detail.everywhere}`] as const,
  )
  // What is not chosen goes as it is, so that the server names the fault at its field.
  const submit = () =>
    sending.submit({ holdingId, accountId, document, validFrom: validFrom ?? '', validTo: validTo ?? '' })
  return (
    <Dialog open kind="box" label={m.appointTitle} onClose={onClose}>
      <h2>{m.appointTitle}</h2>
      <Form submission={sending} onSubmit={submit}>
        <div className={css.fields}>
          <FormField name="holdingId" label={m.holding} size="wide">
            {(control) => (
              <ChoiceInput {...control} value={holdingId || undefined} options={options} onChange={setChosen} />
            )}
          </FormField>
          <PickPerson holdingId={holdingId} value={accountId} onChange={setAccount} />
          <FormField name="document" label={m.document} size="wide">
            {(control) => <TextInput {...control} value={document} onChange={setDocument} />}
          </FormField>
          <Fields>
            <FormField name="validFrom" label={m.from} size="small">
              {(control) => <DayInput {...control} value={validFrom} onChange={setFrom} />}
            </FormField>
            <FormField name="validTo" label={m.to} hint={m.toHint} size="small">
              {(control) => <DayInput {...control} value={validTo} onChange={setTo} />}
            </FormField>
          </Fields>
        </div>
        <FormActions>
          <SubmitButton>{m.go}</SubmitButton>
          <Button onClick={onClose}>{m.cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

interface PickPersonProps {
  holdingId: string
  value: string
  onChange: (accountId: string) => void
}

/** A search by some letters of the name, and those found to choose one of. */
function PickPerson({ holdingId, value, onChange }: PickPersonProps) {
  const { substitutes: m } = useAccountWords()
  const { id } = useFormField('accountId', m.who)
  const [q, setQ] = useState('')
  const { data } = useAnswer(findSubstitutes, { holdingId, q }, { enabled: holdingId !== '' })
  return (
    <div>
      <FormField name="accountId" label={m.who} hint={m.whoHint} size="wide">
        {(control) => <TextInput {...control} value={q} onChange={setQ} />}
      </FormField>
      <fieldset className={css.results}>
        <legend className="visually-hidden">{m.who}</legend>
        {data?.items.length === 0 ? <p className="mute">{m.nobody}</p> : null}
        {data?.items.map((one) => (
          <label key={one.id}>
            <input type="radio" name={`${id}-choice`} checked={one.id === value} onChange={() => onChange(one.id)} />
            <span>
              {one.name} <span className="mute small">{one.login}</span>
            </span>
          </label>
        ))}
      </fieldset>
    </div>
  )
}
