import { Link, Outlet, useMatches } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useLanguage, useMessages } from '../ui/language.tsx'
import { LanguageSwitch } from '../ui/language-switch.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import { FIRST_PAGE, PAGES } from './pages.ts'
import css from './shell.module.css'

/** What stands around every page: the brand, the navigation, the language, and the place of the page itself. */
export function Shell() {
  const m = useMessages({ vi, en })
  const { t } = useLanguage()
  usePageTitle()
  return (
    <>
      <a className={css.skip} href="#main">
        {m.skip}
      </a>
      <header className={`${css.header} no-print`}>
        <Link to={FIRST_PAGE} className={css.brand}>
          Đoàn Ra
        </Link>
        <nav aria-label={m.navigation} className={css.navigation}>
          {PAGES.map((page) =>
            page.navigation ? (
              <Link key={page.path} to={page.path} activeProps={{ className: css.active ?? '' }}>
                {t(page.navigation)}
              </Link>
            ) : null,
          )}
          <a href="/api/docs">{m.api}</a>
        </nav>
        <LanguageSwitch label={m.language} />
      </header>
      <main id="main" tabIndex={-1} className={css.main}>
        <Outlet />
      </main>
    </>
  )
}

/** Titles the browser's tab after the page shown, in the reader's language. */
function usePageTitle(): void {
  const { t } = useLanguage()
  const title = useMatches({ select: (matches) => matches.at(-1)?.staticData.title })
  useEffect(() => {
    if (title) document.title = `${t(title)} · Đoàn Ra`
  }, [title, t])
}
