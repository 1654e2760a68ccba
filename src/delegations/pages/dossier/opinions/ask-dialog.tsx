import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../../ui/form.tsx'
import { ChoiceInput, NumberInput, TextInput } from '../../../../ui/inputs.tsx'
import { useSubmit } from '../../../../ui/use-submit.ts'
import { askOpinion } from '../../../opinions/contract.ts'
import { PARTIES, type Party } from '../../../workflow.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'

/** Asks somebody whom the procedure does not name. */
export function AskDialog({ id, onClose }: { id: string; onClose: () => void }) {
  const { opinions: m, cancel } = useDelegationWords()
  const [party, setParty] = useState<string | undefined>('other')
  const [partyName, setPartyName] = useState('')
  const [question, setQuestion] = useState('')
  const [days, setDays] = useState<number | string | undefined>(2)
  const asking = useSubmit(askOpinion, { onDone: onClose })
  const submit = () => asking.submit({ id, party: party as Party, partyName, question, days: Number(days) })
  return (
    <Dialog open kind="box" label={m.ask} onClose={onClose}>
      <h2>{m.ask}</h2>
      <Form submission={asking} onSubmit={submit}>
        <div className={css.asked}>
          <FormField name="party" label={m.party} size="wide">
            {(control) => (
              <ChoiceInput
                {...control}
                value={party}
                options={PARTIES.map((one) => [one, m.parties[one]] as const)}
                onChange={setParty}
              />
            )}
          </FormField>
          <FormField name="partyName" label={m.partyName} size="wide">
            {(control) => <TextInput {...control} value={partyName} onChange={setPartyName} />}
          </FormField>
          <FormField name="question" label={m.question} size="wide">
            {(control) => <TextInput {...control} long value={question} onChange={setQuestion} />}
          </FormField>
          <FormField name="days" label={m.days}>
            {(control) => <NumberInput {...control} value={days} onChange={setDays} />}
          </FormField>
        </div>
        <FormActions>
          <SubmitButton>{m.send}</SubmitButton>
          <Button onClick={onClose}>{cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
