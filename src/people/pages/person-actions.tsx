import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { call } from '../../ui/fetch.ts'
import { useLanguage } from '../../ui/language.tsx'
import { changePerson, leave, type PersonFull, SEXES, startPost } from '../contract.ts'
import { SEX_NAMES } from '../names.ts'
import { type Answers, Ask, textOrNull } from './ask.tsx'
import { usePostFields } from './post-fields.ts'
import { useToday, useWords } from './use-words.ts'

/** What can be done with a person's record: edit, appoint or transfer, record the leaving. */
export function PersonActions({ person }: { person: PersonFull }) {
  const m = useWords()
  const [open, setOpen] = useState<'edit' | 'post' | 'leave' | undefined>(undefined)
  const close = () => setOpen(undefined)
  if (!person.may.change) return null
  return (
    <>
      <Button onClick={() => setOpen('leave')}>{m.leave}</Button>
      <Button onClick={() => setOpen('edit')}>{m.edit}</Button>
      <Button primary onClick={() => setOpen('post')}>
        {m.startPost}
      </Button>
      {open === 'edit' ? <Edit person={person} onClose={close} /> : null}
      {open === 'post' ? <StartPost person={person} onClose={close} /> : null}
      {open === 'leave' ? <Leave person={person} onClose={close} /> : null}
    </>
  )
}

interface DoneProps {
  person: PersonFull
  onClose: () => void
}

function Edit({ person, onClose }: DoneProps) {
  const m = useWords()
  const { t } = useLanguage()
  return (
    <Ask
      open
      title={m.editTitle}
      text={person.hidden.length > 0 ? m.keep : undefined}
      confirm={m.save}
      fields={[
        { name: 'name', label: m.name, kind: 'text', first: person.name, size: 'wide' },
        { name: 'code', label: m.code, kind: 'text', first: person.code },
        {
          name: 'sex',
          label: m.sex,
          kind: 'choice',
          first: person.sex ?? undefined,
          options: SEXES.map((one) => [one, t(SEX_NAMES[one])] as const),
        },
        { name: 'rankCode', label: m.rankCode, kind: 'text', first: person.rankCode ?? undefined },
        { name: 'grade', label: m.grade, kind: 'text', first: person.grade ?? undefined },
        { name: 'retiresOn', label: m.retiresOn, kind: 'day', first: person.retiresOn ?? undefined },
        { name: 'birthDate', label: m.birthDate, kind: 'day', first: person.birthDate ?? undefined },
        { name: 'phone', label: m.phone, kind: 'text', first: person.phone ?? undefined },
        { name: 'email', label: m.email, kind: 'text', first: person.email ?? undefined },
        { name: 'home', label: m.home, kind: 'text', first: person.home ?? undefined, size: 'wide' },
      ]}
      onSend={(answers) => call(changePerson, changeOf(person, answers))}
      onClose={onClose}
    />
  )
}

/** What was changed. A protected field that was left empty stays as it is: the page does not know it. */
function changeOf(person: PersonFull, answers: Answers) {
  const secret = (field: 'birthDate' | 'phone' | 'email' | 'home') => {
    const typed = textOrNull(answers[field])
    return typed === null && person.hidden.includes(field) ? {} : { [field]: typed }
  }
  return {
    id: person.id,
    version: person.version,
    name: answers.name ?? '',
    code: answers.code ?? '',
    sex: SEXES.find((one) => one === answers.sex) ?? null,
    rankCode: textOrNull(answers.rankCode),
    grade: textOrNull(answers.grade),
    retiresOn: textOrNull(answers.retiresOn),
    ...secret('birthDate'),
    ...secret('phone'),
    ...secret('email'),
    ...secret('home'),
  }
}

function StartPost({ person, onClose }: DoneProps) {
  const m = useWords()
  const { fields, postOf } = usePostFields({ main: true })
  return (
    <Ask
      open
      title={m.startPost}
      confirm={m.save}
      fields={fields}
      onSend={(answers) => call(startPost, { id: person.id, ...postOf(answers) })}
      onClose={onClose}
    />
  )
}

function Leave({ person, onClose }: DoneProps) {
  const m = useWords()
  return (
    <Ask
      open
      danger
      title={m.leaveTitle}
      text={m.leaveText}
      confirm={m.leave}
      fields={[
        { name: 'on', label: m.lastDay, kind: 'day', first: useToday() },
        { name: 'document', label: m.document, kind: 'text' },
      ]}
      onSend={(answers) =>
        call(leave, {
          id: person.id,
          version: person.version,
          on: answers.on ?? '',
          document: textOrNull(answers.document),
        })
      }
      onClose={onClose}
    />
  )
}
