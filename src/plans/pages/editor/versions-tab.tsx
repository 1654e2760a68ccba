import { useId, useState } from 'react'
import control from '../../../ui/control.module.css'
import { DownloadButton } from '../../../ui/download-button.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Plan, PlanContent, PlanVersionHead } from '../../answers.ts'
import { exportPlan, getVersion, listVersions } from '../../contract.ts'
import { type PlanAction, TRANSITIONS } from '../../workflow.ts'
import { DiffView } from './diff-view.tsx'
import css from './editor.module.css'
import { instantWords, useEditorWords } from './use-editor-words.ts'

const NOW = 'now'

/** The versions that the steps froze, and the readable difference between any two of them, or the plan as it stands. */
export function VersionsTab({ plan }: { plan: Plan }) {
  const m = useEditorWords().versions
  const { data, failed, retry } = useAnswer(listVersions, { id: plan.id })
  const [before, setBefore] = useState<string | undefined>(undefined)
  const [after, setAfter] = useState(NOW)
  const versions = data ?? []
  const latest = versions.at(-1)
  const from = before ?? beginning(plan, versions)?.id
  const one = useContent(plan, from)
  const other = useContent(plan, after)
  if (failed) return <Failure error={failed} retry={retry} />
  if (data && latest === undefined) return <p className={css.empty}>{m.none}</p>
  return (
    <Section id="versions" title={m.compare} note={after === NOW ? m.saveFirst : undefined}>
      <div className={css.pick}>
        <VersionChoice label={m.before} versions={versions} value={from ?? ''} onChange={setBefore} />
        <VersionChoice label={m.after} versions={versions} value={after} onChange={setAfter} />
        {from === undefined ||
        from === NOW ||
        !versions.some((version) => version.id === from && version.planId === plan.id) ? null : (
          <DownloadButton endpoint={exportPlan} input={{ id: plan.id, versionId: from }}>
            {m.xlsx}
          </DownloadButton>
        )}
      </div>
      {one && other ? <DiffView before={one} after={other} /> : null}
    </Section>
  )
}

interface VersionChoiceProps {
  label: string
  versions: readonly PlanVersionHead[]
  value: string
  onChange: (id: string) => void
}

function VersionChoice({ label, versions, value, onChange }: VersionChoiceProps) {
  const id = useId()
  const { plan, versions: m, log } = useEditorWords()
  const { t } = useLanguage()
  const step = (action: string) => {
    const known = TRANSITIONS.find((one) => one.action === (action as PlanAction))
    return known ? t(known.name) : log.made
  }
  return (
    <div>
      <label htmlFor={id}>{label}</label>
      <select id={id} className={control.control} value={value} onChange={(event) => onChange(event.target.value)}>
        {versions.map((version) => (
          <option key={version.id} value={version.id}>
            {m.name(plan.edition(version.edition), version.number, step(version.action), instantWords(version.at))}
          </option>
        ))}
        <option value={NOW}>{m.now}</option>
      </select>
    </div>
  )
}

/** What is compared with first: an adjustment with what was approved before it, a plan with what its unit submitted. */
function beginning(plan: Plan, versions: readonly PlanVersionHead[]): PlanVersionHead | undefined {
  const approved = versions.findLast(({ edition, action }) => edition < plan.edition && action === 'approve')
  return approved ?? versions.findLast(({ action }) => action === 'submit') ?? versions.at(-1)
}

/** What a version says; `now` is the plan as the server has it. */
function useContent(plan: Plan, id: string | undefined): PlanContent | undefined {
  const frozen = id !== undefined && id !== NOW
  const { data } = useAnswer(getVersion, { id: frozen ? id : plan.id }, { enabled: frozen })
  if (id === NOW) return contentOf(plan)
  return data !== undefined && data.id === id ? data.content : undefined
}

function contentOf({ year, edition, body, travelLine, note, items }: Plan): PlanContent {
  return {
    year,
    edition,
    body,
    travelLine,
    note,
    items: items.map((item) => ({
      originId: item.originId,
      standing: item.standing,
      fields: item.fields,
      vnd: item.vnd,
      reason: item.decisions.at(-1)?.reason || item.adjustReason,
    })),
  }
}
