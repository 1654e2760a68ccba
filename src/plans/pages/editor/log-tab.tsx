import { formatDay } from '../../../kernel/day.ts'
import { History } from '../../../ui/history.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import type { Plan } from '../../answers.ts'
import { listVersions } from '../../contract.ts'
import { TRANSITIONS } from '../../workflow.ts'
import { useBoardWords } from '../board/use-words.ts'
import { STATE_TONES } from '../list-tones.ts'
import css from './editor.module.css'
import { instantWords, useEditorWords } from './use-editor-words.ts'

const MOST_LINES = 30

/** Every step of the plan over all its editions, the latest first, and who last changed each line. */
export function LogTab({ plan }: { plan: Plan }) {
  const { log: m, plan: words } = useEditorWords()
  const { states } = useBoardWords()
  const { t } = useLanguage()
  const { data, failed, retry } = useAnswer(listVersions, { id: plan.id })
  if (failed) return <Failure error={failed} retry={retry} />
  const lines = [...plan.items].sort((one, other) => (one.changedAt < other.changedAt ? 1 : -1)).slice(0, MOST_LINES)
  return (
    <>
      <Section id="log" title={m.label}>
        {data?.length === 0 ? <p className={css.empty}>{m.none}</p> : null}
        <History
          label={m.label}
          entries={(data ?? []).toReversed().map((step) => {
            const known = TRANSITIONS.find(({ action }) => action === step.action)
            return {
              key: step.id,
              when: instantWords(step.at),
              title: `${known ? t(known.name) : m.made} → ${states[step.to]}`,
              who: `${step.by}${step.onBehalfOf === null ? '' : ` (${m.onBehalf(step.onBehalfOf)})`} · ${words.edition(step.edition)}`,
              tone: STATE_TONES[step.to],
              more: (
                <>
                  {step.reason === '' ? null : <p>{step.reason}</p>}
                  {step.document ? <p>{m.document(step.document.number, formatDay(step.document.on))}</p> : null}
                </>
              ),
            }
          })}
        />
      </Section>
      {lines.length > 0 ? (
        <Section id="log-lines" title={m.lines}>
          <History
            label={m.lines}
            entries={lines.map((item) => ({
              key: item.id,
              when: instantWords(item.changedAt),
              title: m.lineChanged(item.fields.title),
              who: item.changedBy,
            }))}
          />
        </Section>
      ) : null}
    </>
  )
}
