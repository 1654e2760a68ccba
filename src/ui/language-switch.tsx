import type { Language } from '../kernel/text.ts'
import { useLanguage } from './language.tsx'
import css from './language-switch.module.css'

const CHOICES: { language: Language; short: string; name: string }[] = [
  { language: 'vi', short: 'VI', name: 'Tiếng Việt' },
  { language: 'en', short: 'EN', name: 'English' },
]

/** Two buttons, one a language; the one in use is pressed. */
export function LanguageSwitch({ label }: { label: string }) {
  const { language, setLanguage } = useLanguage()
  return (
    <fieldset className={css.switch}>
      <legend className="visually-hidden">{label}</legend>
      {CHOICES.map((choice) => (
        <button
          key={choice.language}
          type="button"
          lang={choice.language}
          aria-pressed={language === choice.language}
          onClick={() => setLanguage(choice.language)}
        >
          <span aria-hidden="true">{choice.short}</span>
          <span className="visually-hidden">{choice.name}</span>
        </button>
      ))}
    </fieldset>
  )
}
