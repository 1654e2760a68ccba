import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import css from './control.module.css'
import type { ControlProps } from './field.tsx'
import { FormField } from './form.tsx'
import { useMessages } from './language.tsx'

interface PasswordInputProps {
  value: string
  onChange: (value: string) => void
  /** Whether the browser should offer the password it keeps, or make a new one. */
  kind: 'current' | 'new'
}

interface PasswordFieldProps extends PasswordInputProps {
  /** The path of the value in the input of the endpoint. */
  name: string
  label: string
  hint?: ReactNode
}

const MESSAGES = { vi: { show: 'Hiện mật khẩu' }, en: { show: 'Show the password' } }

/** A field of a form for a password, hidden until the person asks to see it. */
export function PasswordField({ name, label, hint, ...input }: PasswordFieldProps) {
  return (
    <FormField name={name} label={label} hint={hint}>
      {(control) => <PasswordInput {...control} {...input} />}
    </FormField>
  )
}

function PasswordInput({ id, invalid, describedBy, value, onChange, kind }: PasswordInputProps & ControlProps) {
  const m = useMessages(MESSAGES)
  const [shown, setShown] = useState(false)
  const Icon = shown ? IconEyeOff : IconEye
  return (
    <div className={css.together}>
      <input
        id={id}
        className={`${css.control} ${css.password}`}
        type={shown ? 'text' : 'password'}
        autoComplete={`${kind}-password`}
        autoCapitalize="off"
        spellCheck={false}
        aria-invalid={invalid}
        aria-describedby={describedBy}
        value={value}
        onChange={(event) => onChange(event.target.value)}
      />
      <button
        type="button"
        className={css.inside}
        aria-label={m.show}
        aria-pressed={shown}
        aria-controls={id}
        onClick={() => setShown(!shown)}
      >
        <Icon size={16} aria-hidden="true" />
      </button>
    </div>
  )
}
