import { formatDay } from '../../../kernel/day.ts'
import { useCell } from '../../../ui/cell.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { DelegationView } from '../../answers.ts'
import { STATE_NAMES } from '../../workflow.ts'
import { instantWords, useDelegationWords } from '../use-delegation-words.ts'
import { isUnsaved } from './autosave.ts'
import type { DossierSession } from './session.ts'
import { judgedOn } from './use-dossier.ts'

/** On paper: which dossier this is and at which step, who has printed it and when, and what the sheet is good for. */
export function Paper({ view, session }: { view: DelegationView; session: DossierSession }) {
  const { paper: m } = useDelegationWords()
  const { t } = useLanguage()
  const { account } = useSession()
  const desk = useCell(session.state, (one) => one.desk)
  const lines = [
    [m.code, view.code],
    [m.version, `${desk.version}${isUnsaved(desk) ? ` (${m.unsaved})` : ''}`],
    [m.state, t(STATE_NAMES[view.state])],
    [m.body, view.body.name],
    [m.by, `${account?.name ?? ''}, ${instantWords(new Date().toISOString())}`],
  ] as const
  return (
    <>
      <p>
        <b>{useKind(view)}</b>
      </p>
      <dl>
        {lines.map(([label, value]) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
    </>
  )
}

/** What the sheet is: a draft, a dossier on its way, or one that was decided. */
function useKind(view: DelegationView): string {
  const { paper: m } = useDelegationWords()
  const { t } = useLanguage()
  const { document, state } = view
  const decidedOn = judgedOn(view)
  if (document !== null && decidedOn !== undefined) {
    return m.decided(t(STATE_NAMES[state]), document.number, formatDay(decidedOn))
  }
  return state === 'draft' || state === 'returned' || state === 'amending' ? m.draft : m.onItsWay(t(STATE_NAMES[state]))
}
