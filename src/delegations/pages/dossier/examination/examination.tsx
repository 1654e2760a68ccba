import { useState } from 'react'
import { DetourRemark } from '../../../../law/pages/whatif/detour-remark.tsx'
import { ruleTitle } from '../../../../law/rules/index.ts'
import { Button } from '../../../../ui/button.tsx'
import { Chip } from '../../../../ui/chip.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { useAnswer } from '../../../../ui/list.tsx'
import { Failure } from '../../../../ui/notice.tsx'
import { Section } from '../../../../ui/section.tsx'
import { useSession } from '../../../../ui/session.tsx'
import type { Assessment, DelegationView } from '../../../answers.ts'
import { withFacts } from '../../../content/facts.ts'
import { checkDelegation } from '../../../contract.ts'
import { itemsAt } from '../../../edit/projection.ts'
import { JUDGED_BY_PEOPLE } from '../../../workflow.ts'
import { CommitteesOfDossier } from '../../committee/of-dossier.tsx'
import { JUDGEMENT_TONES } from '../../tones.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import { Contested } from '../contested.tsx'
import css from '../dossier.module.css'
import { SimpleLane } from '../lane/simple-lane.tsx'
import { OutlineSummary } from '../outline/outline-summary.tsx'
import { Recommended } from '../recommended.tsx'
import { useCite } from '../use-cite.ts'
import { AssessDialog, type Assessed } from './assess-dialog.tsx'
import { SplitHint } from './split-hint.tsx'

const ASSESSED_IN = new Set(['examining', 'amended', 'approved'])

/** What is assessed, and what the law says of it. */
interface Line extends Assessed {
  message: string
}

/** What examiners think of each finding, and of what only a person can judge; not for the unit's eyes. */
export function Examination({ view }: { view: DelegationView }) {
  const { examination: m } = useDelegationWords()
  const { t } = useLanguage()
  const cite = useCite()
  const [open, setOpen] = useState<Assessed | undefined>(undefined)
  const assesses = useAssesses(view)
  const { data, failed, retry } = useAnswer(checkDelegation, { id: view.id })
  const people = JUDGED_BY_PEOPLE.flatMap((subject): Line[] => {
    const named = subject === 'overlap' ? overlapsOf(view) : []
    return [
      { subject, title: m.subjects[subject], message: '' },
      ...named.map((about) => ({ subject, about, title: `${m.overlapWith}: ${about}`, message: '' })),
    ]
  })
  const law = (data?.result?.findings ?? [])
    .filter(({ outcome, severity }) => (outcome === 'violated' && severity !== 'advice') || outcome === 'unknown')
    .map(
      ({ rule, norm, subject, message }): Line => ({
        subject: rule,
        norm,
        ...(subject === undefined ? {} : { about: subject }),
        title: `${t(ruleTitle(rule))} (${cite(norm)})`,
        message: t(message),
      }),
    )
  return (
    <Section id="examination" title={m.title}>
      <p className="mute small">{m.what}</p>
      <Recommended view={view} />
      <SimpleLane view={view} />
      <Contested view={view} />
      <SplitHint id={view.id} onAssess={assesses ? setOpen : undefined} />
      <DetourRemark dossier={withFacts(view.content, view.facts)} />
      <CommitteesOfDossier view={view} />
      <OutlineSummary view={view} />
      <Lines title={m.people} lines={people} view={view} onOpen={setOpen} />
      <Lines title={m.law} lines={law} view={view} onOpen={setOpen} />
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {data?.result && law.length === 0 ? <p className={css.empty}>{m.inOrder}</p> : null}
      {open ? <AssessDialog id={view.id} assessed={open} onClose={() => setOpen(undefined)} /> : null}
    </Section>
  )
}

/** Whether the reader assesses the dossier as it stands. */
function useAssesses({ state }: DelegationView): boolean {
  const { may } = useSession()
  return may('dossiers.examine') && ASSESSED_IN.has(state)
}

/** The delegations with which this one overlaps, as the unit has stated and the examiners have named. */
function overlapsOf({ content, assessments }: DelegationView): string[] {
  const stated = itemsAt(content, 'overlaps').flatMap(({ with: other }) => (typeof other === 'string' ? [other] : []))
  const named = assessments.flatMap(({ subject, norm, about }) =>
    subject === 'overlap' && norm === null ? (about ?? []) : [],
  )
  return [...new Set([...stated, ...named])]
}

interface LinesProps {
  title: string
  lines: readonly Line[]
  view: DelegationView
  onOpen: (line: Line) => void
}

function Lines({ title, lines, view, onOpen }: LinesProps) {
  const { examination: m } = useDelegationWords()
  const assesses = useAssesses(view)
  if (lines.length === 0) return null
  return (
    <>
      <h3 className={css.part}>{title}</h3>
      <ul className={css.notes}>
        {lines.map((line) => (
          <li key={`${line.subject} ${line.norm} ${line.about}`}>
            <div className={css.noteText}>
              <p>
                <b>{line.title}</b>
              </p>
              {line.message === '' ? null : <p>{line.message}</p>}
              <Said one={view.assessments.find((one) => isOf(one, line))} />
            </div>
            {assesses ? (
              <span className={css.noteActs}>
                <Button onClick={() => onOpen(line)}>
                  {m.assess}
                  <span className="visually-hidden">: {line.title}</span>
                </Button>
              </span>
            ) : null}
          </li>
        ))}
      </ul>
    </>
  )
}

function Said({ one }: { one: Assessment | undefined }) {
  const { examination: m } = useDelegationWords()
  if (one === undefined) return <p className="small mute">{m.none}</p>
  return (
    <p className="small">
      <Chip tone={JUDGEMENT_TONES[one.judgement]}>{m.judgements[one.judgement]}</Chip> {m.reasons[one.reasonCode]}
      {one.resolution === null ? '' : ` – ${m.resolutions[one.resolution]}`}
      {one.note === '' ? '' : `: ${one.note}`} · {one.by}
      {one.outdated ? <b> · {m.outdated}</b> : null}
    </p>
  )
}

function isOf(one: Assessment, { subject, norm, about }: Line): boolean {
  return one.subject === subject && one.norm === (norm ?? null) && one.about === (about ?? null)
}
