import { useState } from 'react'
import { PasswordField } from '../../ui/password-field.tsx'
import css from './pages.module.css'
import { useWords } from './words.ts'

/** A new password typed twice. */
export function useNewPassword() {
  const { link: m } = useWords()
  const [password, setPassword] = useState('')
  const [again, setAgain] = useState('')
  return {
    password,
    /** What can be said before the server is asked: that the two differ. */
    faults: password === again ? [] : [{ path: 'again', message: DIFFERENT }],
    clear: () => {
      setPassword('')
      setAgain('')
    },
    fields: (
      <div className={css.fields}>
        <PasswordField
          name="password"
          label={m.password}
          hint={m.hint}
          value={password}
          onChange={setPassword}
          kind="new"
        />
        <PasswordField name="again" label={m.again} value={again} onChange={setAgain} kind="new" />
      </div>
    ),
  }
}

const DIFFERENT = {
  vi: 'hai lần nhập không giống nhau; hãy nhập lại',
  en: 'the two are not the same; type it again',
}
