import { useState } from 'react'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { RULES } from '../../../law/rules/index.ts'
import { Button } from '../../../ui/button.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { SearchSelect } from '../../../ui/search-select.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { grantAuthority } from '../../exceptions/contract.ts'
import { listBodies } from '../doors.ts'
import css from '../dossier/dossier.module.css'
import { useDelegationWords } from '../use-delegation-words.ts'

/** Enters which norms a body may waive, from when, by which document. */
export function GrantDialog({ onClose }: { onClose: () => void }) {
  const { authority: m, cancel } = useDelegationWords()
  const { t } = useLanguage()
  const today = useToday()
  const { data: bodies } = useAnswer(listBodies, { day: today, size: 200 })
  const [bodyId, setBodyId] = useState<string | undefined>(undefined)
  const [rules, setRules] = useState<readonly string[]>([])
  const [from, setFrom] = useState<string | undefined>(today)
  const [to, setTo] = useState<string | undefined>(undefined)
  const [number, setNumber] = useState('')
  const [on, setOn] = useState<string | undefined>(today)
  const granting = useSubmit(grantAuthority, { onDone: onClose })
  const submit = () =>
    granting.submit({
      bodyId: bodyId ?? '',
      rules: [...rules],
      from: from ?? '',
      ...(to === undefined ? {} : { to }),
      document: { number, on: on ?? '' },
    })
  return (
    <Dialog open kind="box" label={m.add} onClose={onClose}>
      <h2>{m.add}</h2>
      <Form submission={granting} onSubmit={submit}>
        <div className={css.asked}>
          <FormField name="bodyId" label={m.body} size="wide">
            {(control) => (
              <SearchSelect
                {...control}
                value={bodyId}
                options={(bodies?.items ?? []).map(({ id, name }) => [id, name] as const)}
                onChange={setBodyId}
              />
            )}
          </FormField>
          <fieldset className={css.waivers}>
            <legend>{m.which}</legend>
            <div className={css.picks}>
              {RULES.map(({ id, title }) => (
                <label key={id}>
                  <input
                    type="checkbox"
                    checked={rules.includes(id)}
                    onChange={({ target }) =>
                      setRules(target.checked ? [...rules, id] : rules.filter((one) => one !== id))
                    }
                  />{' '}
                  {t(title)}
                </label>
              ))}
            </div>
          </fieldset>
          <FormField name="from" label={m.from}>
            {(control) => <DayInput {...control} value={from} onChange={setFrom} />}
          </FormField>
          <FormField name="to" label={m.to}>
            {(control) => <DayInput {...control} value={to} onChange={setTo} />}
          </FormField>
          <FormField name="document.number" label={m.number} size="wide">
            {(control) => <TextInput {...control} value={number} onChange={setNumber} />}
          </FormField>
          <FormField name="document.on" label={m.on}>
            {(control) => <DayInput {...control} value={on} onChange={setOn} />}
          </FormField>
        </div>
        <FormActions>
          <SubmitButton>{m.add}</SubmitButton>
          <Button onClick={onClose}>{cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
