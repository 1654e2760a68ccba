import { useParams } from '@tanstack/react-router'
import { useState } from 'react'
import type { z } from 'zod'
import { formatDay } from '../../kernel/day.ts'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Button, ButtonLink } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { call } from '../../ui/fetch.ts'
import { KeyValue } from '../../ui/key-value.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { useAnswer } from '../../ui/list.tsx'
import { Failure } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { Section } from '../../ui/section.tsx'
import { useSession } from '../../ui/session.tsx'
import { getPerson, type PersonFull, revealPerson } from '../contract.ts'
import { MANAGED_BY, SEX_NAMES } from '../names.ts'
import { Kinship } from './kinship.tsx'
import { PassportList } from './passport-list.tsx'
import css from './people.module.css'
import { PersonActions } from './person-actions.tsx'
import { Posts } from './posts.tsx'
import { TripLedger } from './trip-ledger.tsx'
import { useWords } from './use-words.ts'

type Revealed = z.infer<typeof revealPerson.output>

/** One person: posts over time, passports, trips, and the data that are protected. */
export default function PersonPage() {
  const { id } = useParams({ strict: false }) as { id: string }
  const { data, failed, retry } = useAnswer(getPerson, { id })
  if (failed) return <Failure error={failed} retry={retry} />
  return data ? <PersonView key={data.id} person={data} /> : null
}

function PersonView({ person }: { person: PersonFull }) {
  const m = useWords()
  const { may } = useSession()
  const [revealed, setRevealed] = useState<Revealed>({})
  return (
    <>
      <PageHead
        title={person.name}
        sub={`${person.postTitle ?? '—'} · ${person.bodyName}`}
        breadcrumbs={<Breadcrumbs pages={[{ to: '/can-bo', word: m.people }]} />}
        chip={person.leftOn === null ? undefined : <Chip tone="amber">{m.leftOn(formatDay(person.leftOn))}</Chip>}
        actions={<PersonActions person={person} />}
      />
      <div className={css.columns}>
        <div className={css.column}>
          <Section id="general" title={m.general}>
            <General person={person} revealed={revealed} />
            <Reveal person={person} onRevealed={setRevealed} />
          </Section>
          <Section id="posts" title={m.posts}>
            <Posts person={person} />
          </Section>
        </div>
        <div className={css.column}>
          <Section id="trips" title={m.trips}>
            <TripLedger years={person.trips} />
            {person.leftOn === null && may('dossiers.write') ? (
              <p className={css.below}>
                <ButtonLink to="/doan-ra/thu" search={{ nguoi: person.id }}>
                  {m.tryTrip}
                </ButtonLink>
              </p>
            ) : null}
          </Section>
          <Section id="passports" title={m.passports}>
            <PassportList person={person} numbers={revealed.passportNumber ?? []} />
          </Section>
          <Kinship
            person={person}
            revealed={revealed.kinship}
            onChanged={(kinship) => setRevealed((shown) => ({ ...shown, kinship }))}
          />
        </div>
      </div>
    </>
  )
}

function General({ person, revealed }: { person: PersonFull; revealed: Revealed }) {
  const m = useWords()
  const { t } = useLanguage()
  const secret = (field: 'birthDate' | 'phone' | 'email' | 'home') => {
    const value = revealed[field] ?? person[field]
    if (value !== null && value !== undefined) return field === 'birthDate' ? formatDay(value) : value
    return person.hidden.includes(field) ? <Chip>{m.hidden}</Chip> : undefined
  }
  return (
    <KeyValue
      rows={[
        [m.code, person.code],
        [m.sex, person.sex && t(SEX_NAMES[person.sex])],
        [m.managedBy, person.managedBy && t(MANAGED_BY[person.managedBy])],
        [m.rankCode, person.rankCode],
        [m.grade, person.grade],
        [m.retiresOn, person.retiresOn && formatDay(person.retiresOn)],
        [m.birthDate, secret('birthDate')],
        [m.phone, secret('phone')],
        [m.email, secret('email')],
        [m.home, secret('home')],
      ]}
    />
  )
}

/** Asks why the protected data are to be shown; that they were is recorded. */
function Reveal({ person, onRevealed }: { person: PersonFull; onRevealed: (revealed: Revealed) => void }) {
  const m = useWords()
  const [asking, setAsking] = useState(false)
  if (person.hidden.length === 0) return null
  return (
    <div className={css.below}>
      <Button onClick={() => setAsking(true)} disabledBecause={person.may.reveal ? undefined : m.mayNot}>
        {m.reveal}
      </Button>
      <Confirm
        open={asking}
        title={m.revealTitle}
        confirm={m.revealDo}
        reason="required"
        onConfirm={async ({ reason }) =>
          onRevealed(await call(revealPerson, { id: person.id, fields: person.hidden, reason }))
        }
        onClose={() => setAsking(false)}
      >
        <p>{m.revealText}</p>
      </Confirm>
    </div>
  )
}
