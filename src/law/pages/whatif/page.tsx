import { useEffect, useState } from 'react'
import { dayInVietnam } from '../../../kernel/day.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { CallFailed } from '../../../ui/fetch.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useMedia } from '../../../ui/use-media.ts'
import type { Law } from '../../law.ts'
import { Contents } from './contents.tsx'
import { keepDraft } from './draft.ts'
import { focusField } from './focus.ts'
import { DossierForm } from './form/form.tsx'
import { Notices } from './notices.tsx'
import { useCaseOfAddress } from './open-case.ts'
import css from './page.module.css'
import { Panel } from './panel.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { Starters } from './starters.tsx'
import { SummaryLine } from './summary-line.tsx'
import { Toolbar } from './toolbar.tsx'
import { useCheck } from './use-check.ts'
import { useLaw } from './use-law.ts'
import { useWords } from './use-words.ts'
import { SpokenVerdict, Verdict } from './verdict.tsx'

/** The page "Thử một đoàn": an official types a delegation and reads, norm by norm, what the law of that day says. */
export default function WhatIfPage() {
  const m = useWords().whatif
  const { law, error, again } = useLaw()
  useEffect(keepDraft, [])
  useCaseOfAddress()
  return (
    <>
      <div className="no-print">
        <div className={css.top}>
          <div>
            <h1>{m.title}</h1>
            <p className={css.intro}>{m.intro}</p>
            <p className={css.summary}>
              <SummaryLine />
            </p>
          </div>
          <Toolbar />
        </div>
        <Notices />
        {error ? <LawFailed error={error} again={again} /> : null}
      </div>
      {law ? <Workplace law={law} /> : error ? null : <p className="mute">{m.loadingLaw}</p>}
    </>
  )
}

/** The form, with the contents at its left and the law at its right; on a narrow screen the law waits below. */
function Workplace({ law }: { law: Law }) {
  const m = useWords().whatif
  const [today] = useState(() => dayInVietnam(new Date()))
  const wide = useMedia('(min-width: 1000px)')
  useCheck(law, today)
  return (
    <>
      <SpokenVerdict />
      <div className={`${css.grid} no-print`}>
        <Contents />
        <form className={css.form} aria-label={m.form} onSubmit={(event) => event.preventDefault()}>
          <Starters />
          <p className={css.rule}>{m.unknownIsNotNo}</p>
          <DossierForm />
        </form>
        {wide ? (
          <aside className={css.aside} aria-label={m.panel}>
            <Panel law={law.data} onGo={focusField} />
          </aside>
        ) : null}
      </div>
      {wide ? null : <Drawer law={law} />}
      <PrintSheet law={law.data} today={today} />
    </>
  )
}

/** On a narrow screen: the verdict stays at the lower edge, and opens what the law says. */
function Drawer({ law }: { law: Law }) {
  const m = useWords().whatif
  const [open, setOpen] = useState(false)
  const go = (path: string) => {
    setOpen(false)
    requestAnimationFrame(() => focusField(path))
  }
  return (
    <>
      <button type="button" className={`${css.bar} no-print`} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Verdict short />
        <span className={css.barMore}>{m.openPanel}</span>
      </button>
      <Dialog open={open} kind="drawer" label={m.panel} onClose={() => setOpen(false)}>
        <button type="button" className={css.drawerClose} onClick={() => setOpen(false)}>
          {m.close}
        </button>
        <Panel law={law.data} onGo={go} />
      </Dialog>
    </>
  )
}

function LawFailed({ error, again }: { error: Error; again: () => void }) {
  const m = useWords().whatif
  const { t } = useLanguage()
  return (
    <div role="alert" className={`${css.notice} ${css.refused}`}>
      <div>
        <p>
          <b>{m.lawFailed}</b>
        </p>
        <p>{error instanceof CallFailed ? t(error.text) : error.message}</p>
      </div>
      <button type="button" className={css.link} onClick={again}>
        {m.again}
      </button>
    </div>
  )
}
