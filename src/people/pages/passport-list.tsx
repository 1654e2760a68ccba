import { useState } from 'react'
import { formatDay } from '../../kernel/day.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { call } from '../../ui/fetch.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { Passport, PersonFull } from '../contract.ts'
import { PASSPORT_KINDS, PASSPORT_STATES, PASSPORT_WARNINGS } from '../names.ts'
import { registerPassport } from '../passports/contract.ts'
import { Ask } from './ask.tsx'
import { PassportSteps } from './passport-steps.tsx'
import css from './people.module.css'
import { useToday, useWords } from './use-words.ts'
import { Visas } from './visas.tsx'

interface PassportListProps {
  person: PersonFull
  /** Numbers in full, where they were asked for. */
  numbers: readonly { id: string; number: string }[]
}

/** The passports of a person, with what can be done with each. */
export function PassportList({ person, numbers }: PassportListProps) {
  const m = useWords()
  const [adding, setAdding] = useState(false)
  return (
    <>
      {person.passports.length === 0 ? <p className="mute">{m.noPassports}</p> : null}
      <ul className={css.list}>
        {person.passports.map((passport) => (
          <PassportLine
            key={passport.id}
            passport={{ ...passport, number: numbers.find(({ id }) => id === passport.id)?.number ?? passport.number }}
            person={person}
          />
        ))}
      </ul>
      {person.may.passports ? (
        <p className={css.below}>
          <Button onClick={() => setAdding(true)}>{m.registerPassport}</Button>
        </p>
      ) : null}
      {adding ? <Register person={person} onClose={() => setAdding(false)} /> : null}
    </>
  )
}

function PassportLine({ passport, person }: { passport: Passport; person: PersonFull }) {
  const m = useWords()
  const { t } = useLanguage()
  return (
    <li>
      <div className={css.line}>
        <b>{t(PASSPORT_KINDS[passport.kind])}</b>
        <span className="num">{passport.number}</span>
        <span className="num">{`${m.expiresOn.toLowerCase()} ${formatDay(passport.expiresOn)}`}</span>
        <PassportChips passport={passport} />
        {person.may.passports ? <PassportSteps passport={passport} personName={person.name} /> : null}
      </div>
      <Visas passport={passport} mayWrite={person.may.passports} />
    </li>
  )
}

/** The state of a passport in words, and what to look after. */
export function PassportChips({ passport }: { passport: Passport }) {
  const m = useWords()
  const { t } = useLanguage()
  const { state, warning, overdue } = passport
  return (
    <span className={css.line}>
      <Chip tone={state === 'kept' ? 'green' : state === 'handed-over' ? 'blue' : 'grey'}>
        {t(PASSPORT_STATES[state])}
      </Chip>
      {warning === null ? null : (
        <Chip tone={warning === 'expired' ? 'red' : 'amber'}>{t(PASSPORT_WARNINGS[warning])}</Chip>
      )}
      {overdue ? <Chip tone="red">{m.overdue}</Chip> : null}
    </span>
  )
}

function Register({ person, onClose }: { person: PersonFull; onClose: () => void }) {
  const m = useWords()
  const { t } = useLanguage()
  const kinds = Object.entries(PASSPORT_KINDS).map(([code, word]) => [code, t(word)] as const)
  return (
    <Ask
      open
      title={m.registerPassport}
      confirm={m.save}
      fields={[
        { name: 'kind', label: m.kind, kind: 'choice', options: kinds, first: 'official' },
        { name: 'number', label: m.number, kind: 'text' },
        { name: 'issuedOn', label: m.issuedOn, kind: 'day' },
        { name: 'expiresOn', label: m.expiresOn, kind: 'day' },
        { name: 'receivedOn', label: m.receivedOn, kind: 'day', first: useToday() },
      ]}
      onSend={({ kind, number = '', issuedOn = '', expiresOn = '', receivedOn = '' }) =>
        call(registerPassport, {
          personId: person.id,
          kind: (kind ?? 'official') as Passport['kind'],
          number,
          issuedOn,
          expiresOn,
          receivedOn,
        })
      }
      onClose={onClose}
    />
  )
}
