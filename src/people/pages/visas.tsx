import { useState } from 'react'
import { formatDays } from '../../kernel/day.ts'
import { countryName } from '../../law/codes/countries.ts'
import { useCountries } from '../../law/pages/whatif/country-field.tsx'
import { Button } from '../../ui/button.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { call } from '../../ui/fetch.ts'
import { useLanguage } from '../../ui/language.tsx'
import type { Passport, Visa } from '../contract.ts'
import { VISA_ENTRIES } from '../names.ts'
import { isUsable } from '../passports/workflow.ts'
import { enterVisa, takeVisaOut } from '../visas/contract.ts'
import { Ask } from './ask.tsx'
import css from './people.module.css'
import { useToday, useWords } from './use-words.ts'

interface VisasProps {
  passport: Passport
  mayWrite: boolean
}

/** The visas of a passport, with the ways to enter one and to take one out. */
export function Visas({ passport, mayWrite }: VisasProps) {
  const m = useWords()
  const [entering, setEntering] = useState(false)
  const [leaving, setLeaving] = useState<Visa | undefined>(undefined)
  const name = useVisaName()
  const mayEnter = mayWrite && isUsable(passport.state)
  if (passport.visas.length === 0 && !mayEnter) return null
  return (
    <div className={css.visas}>
      {passport.visas.length === 0 ? null : (
        <ul className={css.list} aria-label={m.visas}>
          {passport.visas.map((visa) => (
            <li key={visa.id} className={css.line}>
              <VisaWords visa={visa} />
              {mayWrite ? <Button onClick={() => setLeaving(visa)}>{m.takeVisaOut}</Button> : null}
            </li>
          ))}
        </ul>
      )}
      {mayEnter ? <Button onClick={() => setEntering(true)}>{m.enterVisa}</Button> : null}
      {entering ? <Enter passport={passport} onClose={() => setEntering(false)} /> : null}
      <Confirm
        open={leaving !== undefined}
        title={m.takeVisaOutTitle}
        confirm={m.takeVisaOut}
        danger
        reason="required"
        onConfirm={({ reason }) => call(takeVisaOut, { id: passport.id, visaId: leaving?.id ?? '', reason })}
        onClose={() => setLeaving(undefined)}
      >
        <p>{leaving && name(leaving)}</p>
        <p className="mute">{m.takeVisaOutText}</p>
      </Confirm>
    </div>
  )
}

/** A visa in a few words; one that has ended stands back. */
function VisaWords({ visa }: { visa: Visa }) {
  const m = useWords()
  const today = useToday()
  const name = useVisaName()
  return visa.validUntil < today ? (
    <span className="mute">{`${name(visa)} · ${m.visaEnded}`}</span>
  ) : (
    <span>{name(visa)}</span>
  )
}

function useVisaName(): (visa: Visa) => string {
  const m = useWords()
  const { language, t } = useLanguage()
  return ({ country, validFrom, validUntil, entries }) =>
    [m.visaFor(countryName(country, language)), formatDays(validFrom, validUntil), t(VISA_ENTRIES[entries])].join(' · ')
}

function Enter({ passport, onClose }: { passport: Passport; onClose: () => void }) {
  const m = useWords()
  const { t } = useLanguage()
  const countries = useCountries()
  const entries = Object.entries(VISA_ENTRIES).map(([code, word]) => [code, t(word)] as const)
  return (
    <Ask
      open
      title={m.enterVisa}
      text={m.enterVisaText}
      confirm={m.save}
      fields={[
        { name: 'country', label: m.country, kind: 'search', options: countries },
        { name: 'validFrom', label: m.validFrom, kind: 'day' },
        { name: 'validUntil', label: m.validUntil, kind: 'day' },
        { name: 'entries', label: m.entries, kind: 'choice', options: entries, first: 'single' },
      ]}
      onSend={({ country = '', validFrom = '', validUntil = '', entries: many }) =>
        call(enterVisa, {
          id: passport.id,
          country,
          validFrom,
          validUntil,
          entries: (many ?? 'single') as Visa['entries'],
        })
      }
      onClose={onClose}
    />
  )
}
