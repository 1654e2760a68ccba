import { IconCopy, IconPrinter } from '@tabler/icons-react'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import type { Bilingual } from '../../../kernel/text.ts'
import { draft } from '../../../law/pages/whatif/draft.ts'
import { readAt } from '../../../law/pages/whatif/path.ts'
import { SummaryLine } from '../../../law/pages/whatif/summary-line.tsx'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { Button } from '../../../ui/button.tsx'
import { useCell } from '../../../ui/cell.ts'
import { Confirm } from '../../../ui/confirm.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { DownloadButton } from '../../../ui/download-button.tsx'
import { call } from '../../../ui/fetch.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { DelegationView } from '../../answers.ts'
import { copyDelegation, exportDossier } from '../../contract.ts'
import { StateOf } from '../list/page.tsx'
import { instantWords, useDelegationWords, useNames } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import { SaveState } from './save-state.tsx'
import type { DossierSession, SessionState } from './session.ts'
import { Steps } from './steps/steps.tsx'

interface HeadProps {
  view: DelegationView
  state: SessionState
  /** Whether the form shows this dossier. */
  ready: boolean
  others: readonly string[]
  session: DossierSession
  refresh: () => Promise<void>
}

/** What the dossier is, at which step, whether it is saved, who else has it open, and what can be done with it. */
export function DossierHead({ view, state, ready, others, session, refresh }: HeadProps) {
  const { dossier: m, list } = useDelegationWords()
  const names = useNames()
  const typed = useCell(draft, ({ dossier }) => readAt(dossier, 'title'))
  const title = ready && typeof typed === 'string' && typed.trim() !== '' ? typed : view.title
  return (
    <>
      <PageHead
        title={title}
        breadcrumbs={<Breadcrumbs pages={[{ to: '/doan-ra', word: list.title }]} />}
        sub={
          <>
            <p>
              <span className="num">{view.code}</span> · {view.body.name} ·{' '}
              {view.planLine === null ? m.offPlan : m.fromPlan}
              {ready ? (
                <>
                  {' · '}
                  <SummaryLine />
                </>
              ) : null}
            </p>
            <div className={css.standing}>
              <StateOf row={view} />
              {view.mayWrite ? (
                <SaveState state={state} onSave={session.flush} />
              ) : (
                <span className="small">{m.changed(view.changedBy, instantWords(view.changedAt))}</span>
              )}
              {others.length > 0 ? (
                <span className={css.others} role="status">
                  {m.together(names(others))}
                </span>
              ) : null}
            </div>
          </>
        }
        actions={<FileActions view={view} refresh={refresh} />}
      />
      <Steps view={view} state={state} refresh={refresh} />
    </>
  )
}

/** The dossier on paper, as a file, and as the beginning of another. */
function FileActions({ view: { id }, refresh }: { view: DelegationView; refresh: () => Promise<void> }) {
  const { dossier: m } = useDelegationWords()
  const { may } = useSession()
  const { t } = useLanguage()
  const navigate = useNavigate()
  const [copying, setCopying] = useState(false)
  const [copy, setCopy] = useState<{ id: string; repeats: Bilingual[] } | undefined>(undefined)
  const goOn = () => void navigate({ to: `/doan-ra/${copy?.id}` })
  return (
    <>
      <Button icon={IconPrinter} onClick={() => window.print()}>
        {m.print}
      </Button>
      <DownloadButton endpoint={exportDossier} input={{ id }}>
        {m.json}
      </DownloadButton>
      {may('dossiers.write') ? (
        <Button icon={IconCopy} onClick={() => void refresh().then(() => setCopying(true))}>
          {m.copy}
        </Button>
      ) : null}
      <Confirm
        open={copying}
        title={m.copy}
        confirm={m.copy}
        onConfirm={async () => {
          setCopy(await call(copyDelegation, { id }))
        }}
        onClose={() => setCopying(false)}
      >
        <p>{m.copyWhat}</p>
      </Confirm>
      {copy ? (
        <Dialog open kind="box" label={m.copied} onClose={goOn}>
          <h2>{m.copied}</h2>
          <p>{m.repeats}</p>
          <ul>
            {copy.repeats.map((one) => (
              <li key={one.vi}>{t(one)}</li>
            ))}
          </ul>
          <Button primary onClick={goOn}>
            {m.openCopy}
          </Button>
        </Dialog>
      ) : null}
    </>
  )
}
