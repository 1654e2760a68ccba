import { useLanguage } from '../../../ui/language.tsx'
import css from './fields.module.css'
import type { Json } from './path.ts'
import { type Stated, useSurroundings } from './surroundings.tsx'
import { useWords } from './use-words.ts'
import { fieldName, valueWords } from './words.ts'

/** A value that is read and not typed. */
export function StatedValue({ id, path, value, words }: { id: string; path: string; value: Json; words?: string }) {
  const { language } = useLanguage()
  return (
    <output id={id} className={css.stated} tabIndex={-1}>
      {words ?? valueWords(path, value, language)}
    </output>
  )
}

/** Which register says it, or why somebody says otherwise; and the way from the one to the other. */
export function StatedNote({ path, stated }: { path: string; stated: Stated }) {
  const m = useWords().whatif.register
  const { t, language } = useLanguage()
  const { contest, accept, readOnly } = useSurroundings()
  const label = fieldName(path, language)
  const counts = stated.contest === undefined
  const register = Array.isArray(stated.value) ? '' : ` – ${valueWords(path, stated.value, language)}`
  const words = counts ? t(stated.source) : `${m.contested}: ${stated.contest} (${t(stated.source)}${register})`
  return (
    <span className={css.source}>
      <span className={css.sourceWords} title={words}>
        {words}
      </span>{' '}
      {readOnly || stated.final ? null : (
        <button
          type="button"
          className={css.wrong}
          onClick={() => (counts ? contest(path) : accept(path))}
          aria-label={`${counts ? m.contest : m.accept} ${label}`}
        >
          {counts ? m.contest : m.accept}
        </button>
      )}
    </span>
  )
}
