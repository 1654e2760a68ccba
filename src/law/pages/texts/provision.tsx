import { useLanguage } from '../../../ui/language.tsx'
import { placeWords } from '../../citation.ts'
import type { Instrument, Provision } from '../../instrument.ts'
import type { Law } from '../../law.ts'
import { NormCard } from './norm-card.tsx'
import { ObligationCard } from './obligation-card.tsx'
import css from './texts.module.css'
import { useTexts } from './use-texts.ts'

interface ProvisionProps {
  law: Law
  text: Instrument
  provision: Provision
  /** The address leads here. */
  shown: boolean
}

/** The id of a provision in the page: where `?noi=3.4` leads. */
export function placeAnchor(place: string | undefined): string {
  return `noi-${place ?? ''}`
}

/** One place of a text: what it demands in our words, its norms and its duties. */
export function ProvisionSection({ law, text, provision, shown }: ProvisionProps) {
  const m = useTexts()
  const { language, t } = useLanguage()
  const norms = law.norms.filter((norm) => norm.instrument === text && norm.provision === provision)
  const obligations = law.obligations.filter((one) => one.instrument === text && one.provision === provision)
  const id = placeAnchor(provision.place)
  return (
    <section id={id} className={`${css.provision} ${shown ? css.shown : ''}`} aria-labelledby={`${id}-title`}>
      <h2 id={`${id}-title`} tabIndex={-1}>
        {provision.place === undefined ? m.wholeText : capital(placeWords(provision.place, language))}
      </h2>
      <p className={css.summary}>{t(provision.summary)}</p>
      {norms.map((norm, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the norms of a text never move; two may be of one rule
        <NormCard key={`${norm.rule.id} ${index}`} law={law} norm={norm} />
      ))}
      {obligations.map((one) => (
        <ObligationCard key={one.rule.id} obligation={one} />
      ))}
      {norms.length + obligations.length === 0 ? <p className={css.note}>{m.noNorms}</p> : null}
    </section>
  )
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1)
}
