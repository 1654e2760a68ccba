import { Link, Outlet, useMatches } from '@tanstack/react-router'
import { Suspense, useEffect } from 'react'
import { Bell } from '../notices/pages.tsx'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { useSession } from '../ui/session.tsx'
import { Gate, SIGN_IN } from './gate.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { Navigation } from './navigation.tsx'
import { ACCOUNT_PAGE } from './pages.ts'
import css from './shell.module.css'
import { SignedOutDialog } from './signed-out.tsx'

/** What stands around every page: the brand, the navigation, who is signed in, and the place of the page itself. */
export function Shell() {
  const m = useMessages({ vi, en })
  const page = useMatches({ select: (matches) => matches.at(-1)?.staticData })
  usePageTitle(page?.title)
  return (
    <>
      <a className={css.skip} href="#main">
        {m.skip}
      </a>
      <header className={`${css.header} no-print`}>
        <Link to="/" className={css.brand}>
          Đoàn Ra
        </Link>
        <Navigation />
        <div className={css.end}>
          <Notices />
          <Who />
          <LanguageSwitch label={m.language} />
        </div>
      </header>
      <main id="main" tabIndex={-1} className={css.main}>
        <Gate permission={page?.permission}>
          <Outlet />
        </Gate>
      </main>
      <SignedOutDialog />
    </>
  )
}

/** The bell, for whoever is signed in. */
function Notices() {
  const { may } = useSession()
  return may('own.read') ? (
    <Suspense fallback={null}>
      <Bell />
    </Suspense>
  ) : null
}

/** Who is signed in, leading to their account; or the way to sign in: elsewhere, where the page is to stay for that. */
function Who() {
  const m = useMessages({ vi, en })
  const { account, over, unknown, roles } = useSession()
  const { t } = useLanguage()
  if (unknown) return <span className={css.who} />
  if (account === undefined) {
    return (
      <a href={SIGN_IN} className={css.who}>
        {m.signIn}
      </a>
    )
  }
  if (over) {
    return (
      <a href={SIGN_IN} target="_blank" rel="noopener" className={css.who}>
        {m.signInElsewhere}
      </a>
    )
  }
  const held = roles.map(t).join(' · ')
  return (
    <Link to={ACCOUNT_PAGE} className={css.who} title={held}>
      <span className="visually-hidden">{m.account}: </span>
      <b>{account.name}</b>
      <small>{held}</small>
    </Link>
  )
}

/** Titles the browser's tab after the page shown, in the reader's language. */
function usePageTitle(title: { vi: string; en: string } | undefined): void {
  const { t } = useLanguage()
  useEffect(() => {
    if (title) document.title = `${t(title)} · Đoàn Ra`
  }, [title, t])
}
