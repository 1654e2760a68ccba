import { CallFailed } from '../../../ui/fetch.ts'
import { useLanguage } from '../../../ui/language.tsx'
import css from './page.module.css'
import { useWords } from './use-words.ts'

/** Why the law is not there, and the way to ask again. */
export function LawFailed({ error, again }: { error: Error; again: () => void }) {
  const m = useWords().whatif
  const { t } = useLanguage()
  return (
    <div role="alert" className={`${css.notice} ${css.refused}`}>
      <div>
        <p>
          <b>{m.lawFailed}</b>
        </p>
        <p>{error instanceof CallFailed ? t(error.text) : error.message}</p>
      </div>
      <button type="button" className={css.link} onClick={again}>
        {m.again}
      </button>
    </div>
  )
}
