import { Link } from '@tanstack/react-router'
import { useLanguage } from '../../../ui/language.tsx'
import { citation } from '../../citation.ts'
import css from './panel.module.css'
import { useInstrumentNumbers } from './use-law.ts'

/** A place in the law, in words: "4060-CV/BTCTU, điểm 1", leading to the text. */
export function NormLink({ norm, number }: { norm: string; number: string | undefined }) {
  const { words, instrument, place } = useNormWords(norm, number)
  return (
    <Link className={css.law} to={`/van-ban/${instrument}`} search={{ noi: place }}>
      {words}
    </Link>
  )
}

/** The same where the numbers of the texts are not at hand. */
export function NormPlace({ norm }: { norm: string }) {
  const numbers = useInstrumentNumbers()
  return <NormLink norm={norm} number={numbers.get(norm.split('#')[0] ?? '')} />
}

/** The parts of a norm's id, and how a reader calls it. */
export function useNormWords(norm: string, number: string | undefined) {
  const { language } = useLanguage()
  const [instrument = norm, place = ''] = norm.split('#')
  const words = citation(number ?? instrument, place, language)
  return { words, instrument, place }
}
