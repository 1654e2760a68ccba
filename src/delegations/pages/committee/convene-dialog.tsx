import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { Button } from '../../../ui/button.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../../ui/form.tsx'
import { TextInput } from '../../../ui/inputs.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { SearchSelect } from '../../../ui/search-select.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { conveneCommittee, listSeats } from '../../committee/contract.ts'
import css from '../dossier/dossier.module.css'
import { useCommitteeWords } from './use-committee-words.ts'

type Offered = { id: string; code: string; title: string }
type Outsider = { name: string; organisation: string }

/** Convenes a committee about some of the dossiers offered; where only one is, about that. */
export function ConveneDialog({ offered, onClose }: { offered: readonly Offered[]; onClose: () => void }) {
  const m = useCommitteeWords()
  const navigate = useNavigate()
  const [first] = offered
  const [dossiers, setDossiers] = useState<readonly string[]>(offered.length === 1 && first ? [first.id] : [])
  const [on, setOn] = useState<string | undefined>(useToday())
  const [at, setAt] = useState('')
  const [place, setPlace] = useState('')
  const [online, setOnline] = useState(false)
  const [chair, setChair] = useState<string | undefined>(undefined)
  const [secretary, setSecretary] = useState<string | undefined>(undefined)
  const [members, setMembers] = useState<readonly (string | undefined)[]>([undefined])
  const [outside, setOutside] = useState<readonly Outsider[]>([])
  const { data } = useAnswer(listSeats, { delegationId: first?.id ?? '' }, { enabled: first !== undefined })
  const seats = (data ?? []).map(({ id, name, offices }) => [id, [name, ...offices].join(' – ')] as const)
  const convening = useSubmit(conveneCommittee, { onDone: ({ id }) => void navigate({ to: `/hoi-dong/${id}` }) })
  const replaced = <One,>(list: readonly One[], index: number, one: One) =>
    list.map((old, at) => (at === index ? one : old))
  const submit = () =>
    convening.submit({
      dossiers: [...dossiers],
      on: on ?? '',
      at,
      place,
      online,
      chair: chair ?? '',
      secretary: secretary ?? '',
      members: members.flatMap((one) => one ?? []),
      outside: outside.filter(({ name, organisation }) => name.trim() !== '' || organisation.trim() !== ''),
    })
  return (
    <Dialog open kind="box" label={m.convene} onClose={onClose}>
      <h2>{m.convene}</h2>
      <p className="mute small">{m.conveneWhat}</p>
      <Form submission={convening} onSubmit={submit}>
        <div className={css.asked}>
          <fieldset className={css.waivers}>
            <legend>{m.whichDossiers}</legend>
            {offered.length === 0 ? <p>{m.noneExamined}</p> : null}
            {offered.map(({ id, code, title }) => (
              <p key={id}>
                <label>
                  <input
                    type="checkbox"
                    checked={dossiers.includes(id)}
                    onChange={({ target }) =>
                      setDossiers(target.checked ? [...dossiers, id] : dossiers.filter((one) => one !== id))
                    }
                  />{' '}
                  <span className="num">{code}</span> {title}
                </label>
              </p>
            ))}
          </fieldset>
          <FormField name="on" label={m.on}>
            {(control) => <DayInput {...control} value={on} onChange={setOn} />}
          </FormField>
          <FormField name="at" label={m.at} hint={m.atHint}>
            {(control) => <TextInput {...control} value={at} onChange={setAt} />}
          </FormField>
          <FormField name="place" label={m.place} size="wide">
            {(control) => <TextInput {...control} value={place} onChange={setPlace} />}
          </FormField>
          <label>
            <input type="checkbox" checked={online} onChange={({ target }) => setOnline(target.checked)} /> {m.isOnline}
          </label>
          <FormField name="chair" label={m.chair} size="wide">
            {(control) => <SearchSelect {...control} value={chair} options={seats} onChange={setChair} />}
          </FormField>
          <FormField name="secretary" label={m.secretary} size="wide">
            {(control) => <SearchSelect {...control} value={secretary} options={seats} onChange={setSecretary} />}
          </FormField>
          {members.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the row is
            <FormField key={index} name={`members[${index}]`} label={m.member(index + 1)} size="wide">
              {(control) => (
                <SearchSelect
                  {...control}
                  value={one}
                  options={seats}
                  onChange={(chosen) => setMembers(replaced(members, index, chosen))}
                />
              )}
            </FormField>
          ))}
          <div>
            <Button onClick={() => setMembers([...members, undefined])}>{m.addMember}</Button>
          </div>
          {outside.map((one, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the place is what the row is
            <fieldset key={index} className={css.waivers}>
              <legend>{m.outside}</legend>
              <FormField name={`outside[${index}].name`} label={m.outsideName(index + 1)} size="wide">
                {(control) => (
                  <TextInput
                    {...control}
                    value={one.name}
                    onChange={(name) => setOutside(replaced(outside, index, { ...one, name }))}
                  />
                )}
              </FormField>
              <FormField name={`outside[${index}].organisation`} label={m.outsideOrganisation(index + 1)} size="wide">
                {(control) => (
                  <TextInput
                    {...control}
                    value={one.organisation}
                    onChange={(organisation) => setOutside(replaced(outside, index, { ...one, organisation }))}
                  />
                )}
              </FormField>
            </fieldset>
          ))}
          <div>
            <Button onClick={() => setOutside([...outside, { name: '', organisation: '' }])}>{m.addOutside}</Button>
          </div>
        </div>
        <FormActions>
          <SubmitButton>{m.convene}</SubmitButton>
          <Button onClick={onClose}>{m.back}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}
