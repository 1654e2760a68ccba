import { Link } from '@tanstack/react-router'
import css from './panel.module.css'
import { useWords } from './use-words.ts'

/** A place in the law, in words: "4060-CV/BTCTU, điểm 1", leading to the text. */
export function NormLink({ norm, number }: { norm: string; number: string | undefined }) {
  const { words, instrument, place } = useNormWords(norm, number)
  return (
    <Link className={css.law} to={`/van-ban/${instrument}`} search={{ noi: place }}>
      {words}
    </Link>
  )
}

/** The parts of a norm's id, and how a reader calls it. */
export function useNormWords(norm: string, number: string | undefined) {
  const m = useWords().whatif
  const [instrument = norm, place = ''] = norm.split('#')
  const words = place === '' ? (number ?? instrument) : `${number ?? instrument}, ${m.place(place.split('.'))}`
  return { words, instrument, place }
}
