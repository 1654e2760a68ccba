import { useLanguage } from '../../../ui/language.tsx'
import css from './texts.module.css'
import { useTexts } from './use-texts.ts'
import { valueParts, valueText } from './value-text.ts'

/** An administered value: plain, a list, or several named parts. An empty list says what that means. */
export function ValueView({ value }: { value: unknown }) {
  const m = useTexts()
  const { language } = useLanguage()
  if (Array.isArray(value) && value.length === 0) return <span className={css.note}>{m.emptyList}</span>
  const parts = valueParts(value, language)
  if (parts.length === 0) return <b>{valueText(value, language)}</b>
  return (
    <dl className={css.parts}>
      {parts.map(({ key, text }) => (
        <div key={key}>
          <dt>{key}</dt>
          <dd className="num">{text || '–'}</dd>
        </div>
      ))}
    </dl>
  )
}
