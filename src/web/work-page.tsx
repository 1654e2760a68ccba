import { Suspense, useState } from 'react'
import { OffPlanShare, WaitingDelegations } from '../delegations/pages.tsx'
import { PlanWork, YearAside } from '../plans/pages.tsx'
import { useMessages } from '../ui/language.tsx'
import { PageHead } from '../ui/page-head.tsx'
import { useSession } from '../ui/session.tsx'
import { en } from './messages.en.ts'
import { vi } from './messages.vi.ts'
import css from './work-page.module.css'

/** The page "Việc của tôi": the dossiers that wait for the reader first, then what waits of the yearly plans, and how the year stands. */
export default function WorkPage() {
  const m = useMessages({ vi, en })
  const { may } = useSession()
  const [dossiers, setDossiers] = useState(0)
  return (
    <>
      <PageHead title={m.work} sub={m.workSub} />
      <Suspense fallback={<p className="mute">{m.loading}</p>}>
        <div className={css.columns}>
          <div className={css.waiting}>
            {may('dossiers.read') ? <WaitingDelegations onCount={setDossiers} /> : null}
            <PlanWork more={dossiers > 0} />
          </div>
          {may('plans.read') ? (
            <aside>
              <YearAside />
              {may('dossiers.read') ? <OffPlanShare /> : null}
            </aside>
          ) : null}
        </div>
      </Suspense>
    </>
  )
}
