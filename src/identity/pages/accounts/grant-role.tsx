import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Fields } from '../../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../../ui/inputs.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { SearchSelect } from '../../../ui/search-select.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { grantRole, listAccountBodies } from '../../accounts/contract.ts'
import { ROLE_CODES, ROLES, type Role } from '../../roles.ts'
import css from '../pages.module.css'
import { useAccountWords } from '../words.ts'

const EVERYWHERE = 'installation'

/** Grants a role in a body, for a time, on the strength of a document. */
export function GrantRole({ accountId, today, onClose }: { accountId: string; today: string; onClose: () => void }) {
  const { detail: m } = useAccountWords()
  const { t } = useLanguage()
  const { data } = useAnswer(listAccountBodies, {})
  const [role, setRole] = useState<string | undefined>(undefined)
  const [body, setBody] = useState<string | undefined>(undefined)
  const [validFrom, setFrom] = useState<string | undefined>(today)
  const [validTo, setTo] = useState<string | undefined>(undefined)
  const [document, setDocument] = useState('')
  const sending = useSubmit(grantRole, { onDone: onClose })
  const bodies = (data?.items ?? []).map(({ id, name }) => [id, name] as const)
  const everywhere = data?.installation && role === 'administrator' ? [[EVERYWHERE, m.everywhere] as const] : []
  const submit = () =>
    sending.submit({
      id: accountId,
      // What is not chosen goes as it is, so that the server names the fault at its field.
      role: (role ?? '') as Role,
      bodyId: body === EVERYWHERE ? null : (body ?? ''),
      validFrom: validFrom ?? '',
      validTo: validTo ?? null,
      document: document.trim() === '' ? null : document.trim(),
    })
  return (
    <Dialog open kind="box" label={m.grant} onClose={onClose}>
      <h2>{m.grant}</h2>
      <Form submission={sending} onSubmit={submit}>
        <div className={css.fields}>
          <FormField name="role" label={m.role} size="wide">
            {(control) => (
              <ChoiceInput
                {...control}
                value={role}
                options={ROLE_CODES.map((code) => [code, t(ROLES[code].name)] as const)}
                onChange={setRole}
              />
            )}
          </FormField>
          <FormField name="bodyId" label={m.body} size="wide">
            {(control) => (
              <SearchSelect {...control} value={body} options={[...everywhere, ...bodies]} onChange={setBody} />
            )}
          </FormField>
          <Fields>
            <FormField name="validFrom" label={m.from} size="small">
              {(control) => <DayInput {...control} value={validFrom} onChange={setFrom} />}
            </FormField>
            <FormField name="validTo" label={m.to} hint={m.untilFurther} size="small">
              {(control) => <DayInput {...control} value={validTo} onChange={setTo} />}
            </FormField>
          </Fields>
          <FormField name="document" label={m.document} hint={m.documentHint} size="wide">
            {(control) => <TextInput {...control} value={document} onChange={setDocument} />}
          </FormField>
        </div>
        <FormActions>
          <SubmitButton>{m.grantGo}</SubmitButton>
          <Button onClick={onClose}>{m.cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
