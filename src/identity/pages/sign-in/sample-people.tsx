import { useLanguage } from '../../../ui/language.tsx'
import { ROLES } from '../../roles.ts'
import type { SessionState } from '../../sign-in/contract.ts'
import css from '../pages.module.css'
import { useWords } from '../words.ts'

interface SamplePeopleProps {
  sample: NonNullable<SessionState['sample']>
  /** The login that is filled in now. */
  chosen: string
  onChoose: (login: string) => void
}

/** The invented people of the sample data: choosing one fills the login and the common password in. */
export function SamplePeople({ sample, chosen, onChoose }: SamplePeopleProps) {
  const { signIn: m } = useWords()
  const { t } = useLanguage()
  return (
    <section aria-labelledby="sample-title">
      <h2 id="sample-title">{m.sampleTitle}</h2>
      <p className="mute small">{m.sampleWhat(sample.password)}</p>
      <ul className={css.people}>
        {sample.accounts.map(({ login, name, roles }) => (
          <li key={login}>
            <button
              type="button"
              className={css.person}
              aria-pressed={login === chosen}
              onClick={() => onChoose(login)}
            >
              <b>{name}</b>
              <small>
                {roles.map(({ role, bodyName }) => `${t(ROLES[role].name)} · ${bodyName ?? m.everywhere}`).join('; ')}
              </small>
            </button>
          </li>
        ))}
      </ul>
    </section>
  )
}
