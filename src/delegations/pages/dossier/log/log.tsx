import { useState } from 'react'
import { formatDay } from '../../../../kernel/day.ts'
import { VERDICT_NAMES } from '../../../../law/names.ts'
import { VERDICT_TONES } from '../../../../law/pages/whatif/classes.ts'
import { Button } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { History } from '../../../../ui/history.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { Pager, useList } from '../../../../ui/list.tsx'
import { Failure } from '../../../../ui/notice.tsx'
import { Section } from '../../../../ui/section.tsx'
import { useAddress } from '../../../../ui/use-address.ts'
import type { DelegationView, StepHead } from '../../../answers.ts'
import { listEdits } from '../../../contract.ts'
import { TRANSITIONS } from '../../../transitions/transitions.ts'
import { STATE_TONES } from '../../tones.ts'
import { instantWords, useDelegationWords } from '../../use-delegation-words.ts'
import { ChangeTable } from '../change-table.tsx'
import css from '../dossier.module.css'
import { useRecommendationWords } from '../recommended.tsx'
import { FrozenDialog } from './frozen-dialog.tsx'

/** What happened to the dossier: the steps taken, and who changed which field from what to what. */
export function Log({ view }: { view: DelegationView }) {
  return (
    <>
      <StepsTaken view={view} />
      <Edits view={view} />
    </>
  )
}

function StepsTaken({ view: { steps } }: { view: DelegationView }) {
  const { log: m, states } = useDelegationWords()
  const { t } = useLanguage()
  const [open, setOpen] = useState<StepHead | undefined>(undefined)
  const nameOf = ({ action }: StepHead) => TRANSITIONS.find((one) => one.action === action)?.name
  return (
    <Section id="log-steps" title={m.steps}>
      {steps.length === 0 ? <p className={css.empty}>{m.noSteps}</p> : null}
      <History
        label={m.steps}
        entries={steps.toReversed().map((step) => {
          const known = nameOf(step)
          const name = known ? t(known) : step.action
          return {
            key: step.id,
            when: instantWords(step.at),
            // A step that leaves the dossier at its stage leads nowhere.
            title: step.from === step.to ? name : `${name} → ${states[step.to]}`,
            who: `${step.by}${step.onBehalfOf === null ? '' : ` (${m.onBehalf(step.onBehalfOf)})`}`,
            tone: STATE_TONES[step.to],
            more: <Said step={step} onOpen={() => setOpen(step)} />,
          }
        })}
      />
      {open ? <FrozenDialog step={open} onClose={() => setOpen(undefined)} /> : null}
    </Section>
  )
}

/** What was said with a step, the verdict of that moment, and the way to the dossier as it then was. */
function Said({ step: { reason, document, said, verdict }, onOpen }: { step: StepHead; onOpen: () => void }) {
  const { log: m, dossier } = useDelegationWords()
  const { t } = useLanguage()
  const recommendation = useRecommendationWords()({ said })
  return (
    <>
      {reason === '' ? null : <p>{reason}</p>}
      {document ? <p>{dossier.document(document.number, formatDay(document.on))}</p> : null}
      {typeof said.authority === 'string' ? (
        <p>
          {m.authority}: {said.authority}
        </p>
      ) : null}
      {recommendation === '' ? null : (
        <p>
          {m.recommendation}: <b>{recommendation}</b>
        </p>
      )}
      {typeof said.accepts === 'string' && said.accepts !== '' ? (
        <p>
          {m.accepts}: {said.accepts}
        </p>
      ) : null}
      {typeof said.principle === 'string' ? (
        <p>
          {m.principle}: {said.principle}
        </p>
      ) : null}
      {Array.isArray(said.recipients) ? (
        <p>
          {dossier.recipients}: {said.recipients.join('; ')}
        </p>
      ) : null}
      <p className={css.frozen}>
        {verdict ? (
          <span>
            {m.verdict}: <Chip tone={VERDICT_TONES[verdict]}>{t(VERDICT_NAMES[verdict])}</Chip>
          </span>
        ) : null}
        <Button onClick={onOpen}>{m.open}</Button>
      </p>
    </>
  )
}

function Edits({ view }: { view: DelegationView }) {
  const { log: m } = useDelegationWords()
  const page = Number(useAddress().get('page') ?? 1) || 1
  const list = useList(listEdits, { id: view.id, page, size: 20 })
  if (list.failed) return <Failure error={list.failed} retry={list.retry} />
  const edits = list.data?.items ?? []
  return (
    <Section id="log-edits" title={m.edits}>
      {list.data && edits.length === 0 ? <p className={css.empty}>{m.noEdits}</p> : null}
      <History
        label={m.edits}
        entries={edits.map(({ version, by, at, changes }) => ({
          key: String(version),
          when: instantWords(at),
          title: m.version(version),
          who: by,
          more: <ChangeTable changes={changes} dossier={view.content} label={m.version(version)} />,
        }))}
      />
      <Pager list={list} />
    </Section>
  )
}
