import { IconAlertTriangle, IconBan, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from './button.tsx'
import { CallFailed } from './fetch.ts'
import { useLanguage, useMessages } from './language.tsx'
import css from './notice.module.css'
import tones from './tone.module.css'
import type { Tone } from './tone.ts'

const ICONS = {
  red: IconBan,
  amber: IconAlertTriangle,
  blue: IconInfoCircle,
  green: IconCircleCheck,
  grey: IconInfoCircle,
  accent: IconInfoCircle,
}

interface NoticeProps {
  tone?: Tone
  title?: ReactNode
  /** What can be done about it: a button or a link. */
  action?: ReactNode
  /** Read out when it appears: `status` when there is time, `alert` at once. */
  role?: 'status' | 'alert'
  children?: ReactNode
}

/** Something that the reader should know, with what to do about it. */
export function Notice({ tone = 'blue', title, action, role, children }: NoticeProps) {
  const Icon = ICONS[tone]
  return (
    <div className={`${css.notice} ${tones[tone]}`} role={role}>
      <Icon size={18} aria-hidden="true" className={css.icon} />
      <div className={css.text}>
        {title === undefined ? null : <p className={css.title}>{title}</p>}
        {children}
      </div>
      {action === undefined ? null : <div className={`${css.action} no-print`}>{action}</div>}
    </div>
  )
}

const MESSAGES = {
  vi: { retry: 'Thử lại', request: (id: string) => `Mã yêu cầu: ${id}` },
  en: { retry: 'Try again', request: (id: string) => `Request id: ${id}` },
}

/** Says why something failed, in the reader's words, and offers to try again. */
export function Failure({ error, retry, title }: { error: Error; retry?: () => void; title?: string }) {
  const m = useMessages(MESSAGES)
  const text = useFailureText(error)
  const requestId = error instanceof CallFailed && (error.status ?? 0) >= 500 ? error.requestId : undefined
  return (
    <Notice
      tone="red"
      role="alert"
      title={title}
      action={retry ? <Button onClick={retry}>{m.retry}</Button> : undefined}
    >
      <p>{text}</p>
      {requestId === undefined ? null : <p className="mute small">{m.request(requestId)}</p>}
    </Notice>
  )
}

/** What an error says, in the language of the reader where it can. */
export function useFailureText(error: Error | undefined): string {
  const { t } = useLanguage()
  if (error === undefined) return ''
  return error instanceof CallFailed ? t(error.text) : error.message
}
