import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { type AccountDetail, changeAccount } from '../../accounts/contract.ts'
import css from '../pages.module.css'
import { useAccountWords } from '../words.ts'
import { PersonField, type PickedPerson } from './person-field.tsx'

/** Changes the name, the e-mail and the person of an account. */
export function ChangeAccount({ account, onClose }: { account: AccountDetail; onClose: () => void }) {
  const { detail: m, add } = useAccountWords()
  const [name, setName] = useState(account.name)
  const [email, setEmail] = useState(account.email ?? '')
  const [person, setPerson] = useState(personOf(account, m.outOfReach))
  const sending = useSubmit(changeAccount, { onDone: onClose })
  const { id, version } = account
  const submit = () =>
    sending.submit({
      ...{ id, version, name },
      email: email.trim() === '' ? null : email.trim(),
      personId: person?.id ?? null,
    })
  return (
    <Dialog open kind="box" label={m.changeTitle} onClose={onClose}>
      <h2>{m.changeTitle}</h2>
      <Form submission={sending} onSubmit={submit}>
        <div className={css.fields}>
          <FormField name="name" label={add.name} size="wide">
            {(control) => <TextInput {...control} value={name} onChange={setName} />}
          </FormField>
          <FormField name="email" label={add.email} size="wide">
            {(control) => <TextInput {...control} value={email} onChange={setEmail} inputMode="email" />}
          </FormField>
          <PersonField value={person} onChange={setPerson} />
        </div>
        <FormActions>
          <SubmitButton>{m.save}</SubmitButton>
          <Button onClick={onClose}>{m.cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function personOf({ personId, personName }: AccountDetail, outOfReach: string): PickedPerson | undefined {
  return personId === null ? undefined : { id: personId, name: personName ?? outOfReach }
}
