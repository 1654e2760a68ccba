import { type MouseEvent, useEffect, useRef } from 'react'
import { CallFailed } from './fetch.ts'
import { fieldOf } from './field-of.ts'
import css from './form.module.css'
import { useLanguage, useMessages } from './language.tsx'
import { Notice, useFailureText } from './notice.tsx'

const MESSAGES = {
  vi: { wrong: 'Chưa gửi được. Hãy sửa những chỗ sau:' },
  en: { wrong: 'Not sent yet. Correct these places:' },
}

interface FormSummaryProps {
  failed: Error
  formId: string
  /** The labels of the fields, by their names. */
  labels: ReadonlyMap<string, string>
}

/** Why a form was not taken, each place a link to its field; it takes the focus when it appears, so that it is read. */
export function FormSummary({ failed, formId, labels }: FormSummaryProps) {
  const m = useMessages(MESSAGES)
  const { t } = useLanguage()
  const text = useFailureText(failed)
  const place = useRef<HTMLDivElement>(null)
  const faults = failed instanceof CallFailed ? failed.faults : []
  // biome-ignore lint/correctness/useExhaustiveDependencies: each new failure is to be read, even of the same words
  useEffect(() => place.current?.focus(), [failed])
  return (
    <div ref={place} tabIndex={-1} className={css.summary}>
      <Notice tone="red" role="alert" title={faults.length === 0 ? text : m.wrong}>
        {faults.length === 0 ? null : (
          <ul className={css.faults}>
            {faults.map(({ path, message }) => {
              const name = fieldOf(path, [...labels.keys()])
              const where = name === undefined ? path : labels.get(name)
              const words = where ? `${where}: ${t(message)}` : t(message)
              return (
                <li key={`${path} ${message.vi}`}>
                  {name === undefined ? words : <a {...wayTo(`${formId}-${name}`)}>{words}</a>}
                </li>
              )
            })}
          </ul>
        )}
      </Notice>
    </div>
  )
}

/** A link that leads to a field: into its control, and to the middle of the window. */
function wayTo(id: string) {
  return {
    href: `#${id}`,
    onClick: (event: MouseEvent) => {
      event.preventDefault()
      const field = document.getElementById(id)
      const control = field?.matches('input, select, textarea')
        ? field
        : field?.querySelector('input, select, textarea')
      field?.scrollIntoView({ block: 'center' })
      if (control instanceof HTMLElement) control.focus({ preventScroll: true })
    },
  }
}
