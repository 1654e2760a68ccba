import { useEffect } from 'react'
import { useSession } from '../../../ui/session.tsx'
import { keepDraft } from './draft.ts'
import { LawFailed } from './law-failed.tsx'
import { Notices } from './notices.tsx'
import { useCaseOfAddress } from './open-case.ts'
import css from './page.module.css'
import { Starters } from './starters.tsx'
import { SummaryLine } from './summary-line.tsx'
import { Toolbar } from './toolbar.tsx'
import { useLaw } from './use-law.ts'
import { useWords } from './use-words.ts'
import { Workplace } from './workplace.tsx'

/** The page "Thử một đoàn": an official types a delegation and reads, norm by norm, what the law of that day says. */
export default function WhatIfPage() {
  const m = useWords().whatif
  const { law, error, again } = useLaw()
  const { unknown, account } = useSession()
  const accountId = account?.id
  useEffect(() => (unknown ? undefined : keepDraft(accountId)), [unknown, accountId])
  useCaseOfAddress(!unknown)
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
      {law ? <Workplace law={law} top={<Top />} /> : error ? null : <p className="mute">{m.loadingLaw}</p>}
    </>
  )
}

/** Ways to begin, and how to take what is not stated. */
function Top() {
  const m = useWords().whatif
  return (
    <>
      <Starters />
      <p className={css.rule}>{m.unknownIsNotNo}</p>
    </>
  )
}
