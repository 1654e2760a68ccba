import { useState } from 'react'
import { dayInVietnam, formatDay } from '../../../kernel/day.ts'
import { countryName } from '../../../law/codes/countries.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure, Notice } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Section } from '../../../ui/section.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { listOwnDeclarations, type OwnTrip, signDeclarations } from '../../declarations/contract.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './declarations.module.css'

/** What the reader declares before each trip: read, then signed by oneself. */
export default function OwnDeclarationsPage() {
  const { declarations: m, loading } = useDelegationWords()
  const { data, failed, retry } = useAnswer(listOwnDeclarations, {})
  return (
    <>
      <PageHead title={m.title} sub={m.sub} />
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {data === undefined && !failed ? <p className="mute">{loading}</p> : null}
      {data?.length === 0 ? <Notice tone="grey" title={m.none} /> : null}
      {data?.map((trip) => (
        <Trip key={`${trip.id} ${trip.memberKey}`} trip={trip} />
      ))}
    </>
  )
}

function Trip({ trip }: { trip: OwnTrip }) {
  const { declarations: m } = useDelegationWords()
  const { language } = useLanguage()
  const { id, code, title, countries, departsOn, returnsOn, declarations } = trip
  const open = declarations.filter(({ signed }) => signed === null)
  const [read, setRead] = useState(false)
  const signing = useSubmit(signDeclarations, { onDone: () => setRead(false) })
  const days = [departsOn, returnsOn].flatMap((day) => (day === null ? [] : formatDay(day))).join(' – ')
  const where = countries.map((one) => countryName(one, language)).join(', ')
  return (
    <Section id={id} title={title} note={[code, where, days].filter((part) => part !== '').join(' · ')}>
      <ul className={css.texts}>
        {declarations.map((one) => (
          <Declaration key={one.text.kind} declaration={one} />
        ))}
      </ul>
      {signing.failed ? <Failure error={signing.failed} /> : null}
      {open.length === 0 ? null : (
        <div className={css.sign}>
          <label>
            <input type="checkbox" checked={read} onChange={({ target }) => setRead(target.checked)} /> {m.haveRead}
          </label>
          <Button
            primary
            disabledBecause={read ? undefined : m.readFirst}
            onClick={() =>
              void signing.submit({
                delegationId: id,
                texts: open.map(({ text: { kind, hash } }) => ({ kind, hash })),
              })
            }
          >
            {m.sign(open.length)}
          </Button>
        </div>
      )}
    </Section>
  )
}

function Declaration({ declaration: { text, signed, outdated } }: { declaration: OwnTrip['declarations'][number] }) {
  const { declarations: m } = useDelegationWords()
  const { t } = useLanguage()
  return (
    <li>
      <p>
        <b>{t(text.title)}</b> <span className="small mute">{m.version(text.version)}</span>{' '}
        {signed ? (
          <Chip tone="green">{m.signedOn(formatDay(dayInVietnam(new Date(signed.at))))}</Chip>
        ) : (
          <Chip tone="amber">{outdated ? m.again : m.open}</Chip>
        )}
      </p>
      <p>{t(text.text)}</p>
    </li>
  )
}
