import { useState } from 'react'
import { countryName } from '../../../../law/codes/countries.ts'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../../ui/form.tsx'
import { ChoiceInput, NumberInput, TextInput } from '../../../../ui/inputs.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { useSubmit } from '../../../../ui/use-submit.ts'
import type { DelegationView } from '../../../answers.ts'
import type { Content } from '../../../content/content.ts'
import { itemsAt } from '../../../edit/projection.ts'
import { askOpinion } from '../../../opinions/contract.ts'
import { missionIn } from '../../../opinions/hearing.ts'
import { CENTRAL_MANAGERS } from '../../../opinions/personnel.ts'
import { PARTIES, type Party } from '../../../workflow.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'

interface AskDialogProps {
  view: Pick<DelegationView, 'id' | 'content' | 'body'>
  onClose: () => void
}

/** Asks somebody whom the procedure does not name, or asks more than it does: a mission by its country, a body by its name. */
export function AskDialog({ view: { id, content, body }, onClose }: AskDialogProps) {
  const { opinions: m, cancel } = useDelegationWords()
  const { language } = useLanguage()
  const stays = itemsAt(content as Content, 'trip/stays').map((stay) => String(stay.country ?? ''))
  const countries = [...new Set(stays)].filter((code) => /^[A-Z]{2}$/.test(code))
  const members = itemsAt(content as Content, 'members').map(({ unit }) => String(unit ?? '').trim())
  const units = [...new Set(members)].filter((unit) => unit !== '' && unit !== body.name)
  const [country, setCountry] = useState<string | undefined>(countries[0])
  const [party, setParty] = useState<string | undefined>('other')
  const [partyName, setPartyName] = useState('')
  const named: readonly string[] =
    party === 'home-body' ? units : party === 'cadre-authority' ? CENTRAL_MANAGERS.map(([, name]) => name) : []
  const [question, setQuestion] = useState('')
  const [days, setDays] = useState<number | string | undefined>(2)
  const asking = useSubmit(askOpinion, { onDone: onClose })
  const isMission = party === 'mission'
  const name = isMission && country !== undefined ? missionIn(country) : partyName
  const submit = () =>
    asking.submit({
      ...{ id, party: party as Party, partyName: name, question, days: Number(days) },
      ...(isMission && country !== undefined ? { country } : {}),
    })
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
          {isMission ? (
            <FormField name="country" label={m.country} size="wide">
              {(control) => (
                <ChoiceInput
                  {...control}
                  value={country}
                  options={countries.map((code) => [code, countryName(code, language)] as const)}
                  onChange={setCountry}
                />
              )}
            </FormField>
          ) : named.length > 0 ? (
            <FormField name="partyName" label={m.partyName} size="wide">
              {(control) => (
                <ChoiceInput
                  {...control}
                  value={partyName}
                  options={named.map((one) => [one, one] as const)}
                  onChange={(one) => setPartyName(one ?? '')}
                />
              )}
            </FormField>
          ) : (
            <FormField name="partyName" label={m.partyName} size="wide">
              {(control) => <TextInput {...control} value={partyName} onChange={setPartyName} />}
            </FormField>
          )}
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
