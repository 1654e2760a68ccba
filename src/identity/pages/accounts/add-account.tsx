import { useState } from 'react'
import type { z } from 'zod'
import { Button, ButtonLink } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { ChoiceInput, TextInput } from '../../../ui/inputs.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { createAccount, listAccountBodies } from '../../accounts/contract.ts'
import css from '../pages.module.css'
import { useAccountWords } from '../words.ts'
import { IssuedLinkText } from './issued-link.tsx'
import { PersonField, type PickedPerson } from './person-field.tsx'

type Created = z.output<(typeof createAccount)['output']>

const EVERYWHERE = 'installation'

/** Creates an account, then shows the link by which its holder sets the password. */
export function AddAccount({ onClose }: { onClose: () => void }) {
  const { add, link: m } = useAccountWords()
  const [created, setCreated] = useState<Created | undefined>(undefined)
  return (
    <Dialog open kind="box" label={created ? m.title : add.title} onClose={onClose}>
      <h2>{created ? m.title : add.title}</h2>
      {created ? (
        <>
          <IssuedLinkText link={created.link} />
          <FormActions>
            <ButtonLink primary to={`/quan-tri/tai-khoan/${created.id}`}>
              {m.open}
            </ButtonLink>
            <Button onClick={onClose}>{m.close}</Button>
          </FormActions>
        </>
      ) : (
        <AddForm onCreated={setCreated} onClose={onClose} />
      )}
    </Dialog>
  )
}

function AddForm({ onCreated, onClose }: { onCreated: (created: Created) => void; onClose: () => void }) {
  const { add: m } = useAccountWords()
  const { data } = useAnswer(listAccountBodies, {})
  const [typed, setTyped] = useState({ login: '', name: '', email: '' })
  const [person, setPerson] = useState<PickedPerson | undefined>(undefined)
  const [chosen, setChosen] = useState<string | undefined>(undefined)
  const sending = useSubmit(createAccount, { onDone: onCreated })
  const roots = (data?.items ?? []).filter(({ isRoot }) => isRoot).map(({ id, name }) => [id, name] as const)
  const options = data?.installation ? [...roots, [EVERYWHERE, m.wholeInstallation] as const] : roots
  const root = chosen ?? (options.length === 1 ? options[0]?.[0] : undefined)
  const submit = () => {
    const email = typed.email.trim() === '' ? null : typed.email.trim()
    // What is not chosen goes as it is, so that the server names the fault at its field.
    const rootId = root === EVERYWHERE ? null : (root ?? '')
    return sending.submit({ login: typed.login, name: typed.name, email, personId: person?.id ?? null, rootId })
  }
  // Who was found in the register need not be typed again.
  const pick = (picked: PickedPerson | undefined) => {
    setPerson(picked)
    if (picked && typed.name.trim() === '') setTyped({ ...typed, name: picked.name })
  }
  const text = (name: keyof typeof typed, label: string, hint?: string) => (
    <FormField name={name} label={label} size="wide" {...(hint === undefined ? {} : { hint })}>
      {(control) => (
        <TextInput {...control} value={typed[name]} onChange={(value) => setTyped({ ...typed, [name]: value })} />
      )}
    </FormField>
  )
  return (
    <Form submission={sending} onSubmit={submit}>
      <div className={css.fields}>
        <PersonField value={person} onChange={pick} />
        {text('login', m.login, m.loginHint)}
        {text('name', m.name)}
        {text('email', m.email)}
        <FormField name="rootId" label={m.root} size="wide">
          {(control) => <ChoiceInput {...control} value={root} options={options} onChange={setChosen} />}
        </FormField>
      </div>
      <FormActions>
        <SubmitButton>{m.go}</SubmitButton>
        <Button onClick={onClose}>{m.cancel}</Button>
      </FormActions>
    </Form>
  )
}
