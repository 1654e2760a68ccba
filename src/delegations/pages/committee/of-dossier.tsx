import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { useSession } from '../../../ui/session.tsx'
import type { DelegationView } from '../../answers.ts'
import { listCommittees } from '../../committee/contract.ts'
import css from '../dossier/dossier.module.css'
import { ConveneDialog } from './convene-dialog.tsx'
import { OUTCOME_TONES, useCommitteeWords } from './use-committee-words.ts'

/** The committees before which a dossier was laid, with what they came to; not for the unit's eyes. */
export function CommitteesOfDossier({ view }: { view: DelegationView }) {
  const m = useCommitteeWords()
  const { may } = useSession()
  const [convening, setConvening] = useState(false)
  const { data, failed, retry } = useAnswer(listCommittees, { delegationId: view.id })
  const convenes = may('dossiers.examine') && view.state === 'examining' && view.own === null
  return (
    <>
      <h3 className={css.part}>{m.ofDossier}</h3>
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {data?.items.length === 0 ? <p className={css.empty}>{m.ofDossierNone}</p> : null}
      <ul className={css.notes}>
        {data?.items.map(({ id, on, state, dossiers }) => {
          const one = dossiers.find((dossier) => dossier.id === view.id)
          return (
            <li key={id}>
              <div className={css.noteText}>
                <p>
                  <Link to="/hoi-dong/$id" params={{ id }}>
                    {m.session(formatDay(on))}
                  </Link>{' '}
                  {one?.outcome ? (
                    <Chip tone={OUTCOME_TONES[one.outcome]}>{m.outcomes[one.outcome]}</Chip>
                  ) : (
                    <Chip>{m.states[state]}</Chip>
                  )}
                  {one && !one.same ? <span className="small"> {m.changed}</span> : null}
                </p>
              </div>
            </li>
          )
        })}
      </ul>
      {convenes ? <Button onClick={() => setConvening(true)}>{m.convene}</Button> : null}
      {convening ? <ConveneDialog offered={[view]} onClose={() => setConvening(false)} /> : null}
    </>
  )
}
