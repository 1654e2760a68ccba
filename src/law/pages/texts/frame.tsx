import { Link } from '@tanstack/react-router'
import type { ReactNode } from 'react'
import { Button } from '../../../ui/button.tsx'
import { CallFailed } from '../../../ui/fetch.ts'
import { useLanguage } from '../../../ui/language.tsx'
import type { Law } from '../../law.ts'
import { useLaw } from '../whatif/use-law.ts'
import css from './texts.module.css'
import { useTexts } from './use-texts.ts'

interface FrameProps {
  /** Which of the ways between the pages the reader has taken. */
  tab: 'texts' | 'limits' | 'values'
  /** Absent where the page itself has its heading, once the law has come. */
  title?: string
  intro?: string
  children: (law: Law) => ReactNode
}

const TABS = [
  ['texts', '/van-ban'],
  ['limits', '/van-ban/gioi-han'],
  ['values', '/van-ban/gia-tri'],
] as const

/** What the pages of the law share: the ways between them, the heading, and the law once it has come. */
export function Frame({ tab, title, intro, children }: FrameProps) {
  const m = useTexts()
  const { law, error, again } = useLaw()
  return (
    <>
      <nav className={`${css.tabs} no-print`} aria-label={m.pages}>
        {TABS.map(([name, to]) => (
          <Link key={name} to={to} activeOptions={{ exact: true }} className={name === tab ? css.tab : undefined}>
            {m[name]}
          </Link>
        ))}
      </nav>
      {title === undefined ? null : (
        <div className={css.top}>
          <h1>{title}</h1>
          <p className={css.intro}>{intro}</p>
        </div>
      )}
      {law ? children(law) : error ? <Failed error={error} again={again} /> : <p className="mute">{m.loading}</p>}
    </>
  )
}

function Failed({ error, again }: { error: Error; again: () => void }) {
  const m = useTexts()
  const { t } = useLanguage()
  return (
    <div role="alert" className={css.notice}>
      <p>
        <b>{m.failed}.</b> {error instanceof CallFailed ? t(error.text) : error.message}
      </p>
      <Button onClick={again}>{m.again}</Button>
    </div>
  )
}
