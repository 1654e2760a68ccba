import { Link, useParams } from '@tanstack/react-router'
import { useEffect } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { useLanguage, useTitle } from '../../../ui/language.tsx'
import { useParameter } from '../../../ui/use-parameter.ts'
import { placeWords } from '../../citation.ts'
import { inForce, instrumentDays } from '../../in-force.ts'
import type { Instrument } from '../../instrument.ts'
import type { Law } from '../../law.ts'
import { ForceChip } from './force-chip.tsx'
import { Frame } from './frame.tsx'
import { ProvisionSection, placeAnchor } from './provision.tsx'
import { Repeals } from './repeals.tsx'
import css from './texts.module.css'
import { TryLink } from './try-link.tsx'
import { daysWords, useTexts, useToday, whereWords } from './use-texts.ts'

/** One text: what is known of it, its provisions in our words, and what each means for a delegation. */
export default function InstrumentPage() {
  const m = useTexts()
  const { id = '' } = useParams({ strict: false }) as { id?: string }
  const { t } = useLanguage()
  return (
    <Frame tab="texts">
      {(law) => {
        const text = law.data.instruments.find((one) => one.id === id)
        return text ? (
          <Text key={id} law={law} text={text} title={t(text.title)} />
        ) : (
          <>
            <h1>{m.noSuchText}</h1>
            <p>{m.noSuchTextWhy(id)}</p>
            <p>
              <Link to="/van-ban">{m.backToList}</Link>
            </p>
          </>
        )
      }}
    </Frame>
  )
}

function Text({ law, text, title }: { law: Law; text: Instrument; title: string }) {
  const m = useTexts()
  const wanted = useParameter('noi')
  const shown = text.provisions.find(({ place }) => place === wanted) ?? inside(text, wanted)
  useTitle(text.number)
  useEffect(() => {
    if (!shown) return
    const section = document.getElementById(placeAnchor(shown.place))
    section?.scrollIntoView({ block: 'start' })
    section?.querySelector('h2')?.focus({ preventScroll: true })
  }, [shown])
  return (
    <article>
      <Facts law={law} text={text} title={title} />
      {wanted !== undefined && !shown ? <p className={css.notice}>{m.noSuchPlace(wanted)}</p> : null}
      {text.provisions.length === 0 ? <p className={css.notice}>{m.noProvisions}</p> : null}
      <div className={css.columns}>
        {text.provisions.length > 2 ? <Places text={text} /> : null}
        <div className={css.provisions}>
          {text.provisions.map((provision) => (
            <ProvisionSection
              key={provision.place ?? ''}
              law={law}
              text={text}
              provision={provision}
              shown={provision === shown && wanted !== undefined}
            />
          ))}
        </div>
      </div>
    </article>
  )
}

/** The first provision inside a point that has several: `3` leads to `3.1`. */
function inside({ provisions }: Instrument, wanted: string | undefined) {
  return wanted === undefined ? undefined : provisions.find(({ place }) => place?.startsWith(`${wanted}.`))
}

function Facts({ law, text, title }: { law: Law; text: Instrument; title: string }) {
  const m = useTexts()
  const { t } = useLanguage()
  const today = useToday()
  const days = instrumentDays(text, law.data.instruments)
  const quiet = text.provisions.length === 0
  return (
    <header className={css.facts}>
      <h1 className={css.textNumber}>
        {text.number} {quiet && inForce(days, today) ? null : <ForceChip days={days} today={today} />}
      </h1>
      <p className={css.textTitle}>{title}</p>
      <dl>
        <dt>{m.issuer}</dt>
        <dd>{t(text.issuer)}</dd>
        <dt>{m.issued}</dt>
        <dd className="num">{formatDay(text.issued)}</dd>
        <dt>{m.jurisdiction}</dt>
        <dd>{whereWords(m, text.jurisdiction)}</dd>
        <dt>{m.inForce}</dt>
        <dd className="num">{daysWords(m, days)}</dd>
        <dt>{m.status}</dt>
        <dd>{t(text.status)}</dd>
        {text.source ? (
          <>
            <dt>{m.source}</dt>
            <dd>{t(text.source)}</dd>
          </>
        ) : null}
        <Repeals law={law} text={text} />
      </dl>
      <TryLink file={`instruments/${text.id}`} />
    </header>
  )
}

/** The contents: a link to each provision, kept in the address. */
function Places({ text }: { text: Instrument }) {
  const m = useTexts()
  const { language } = useLanguage()
  return (
    <nav className={`${css.places} no-print`} aria-label={m.provisions}>
      {text.provisions.map((provision) => (
        <Link
          key={provision.place ?? ''}
          to={`/van-ban/${text.id}`}
          search={{ noi: provision.place }}
          resetScroll={false}
          activeOptions={{ exact: true }}
        >
          {provision.place === undefined ? m.wholeText : placeWords(provision.place, language)}
        </Link>
      ))}
    </nav>
  )
}
