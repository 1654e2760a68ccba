import { Link } from '@tanstack/react-router'
import { formatDay, formatDays } from '../../../../kernel/day.ts'
import { NormPlace } from '../../../../law/pages/whatif/norm-link.tsx'
import { Button } from '../../../../ui/button.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { useAnswer } from '../../../../ui/list.tsx'
import { Failure, Notice } from '../../../../ui/notice.tsx'
import { writtenNumber } from '../../../../ui/typed.ts'
import { type LikelySplit, likelySplit } from '../../../splitting/contract.ts'
import { SIDES } from '../../../splitting/similar.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'
import type { Assessed } from './assess-dialog.tsx'

type Other = LikelySplit['others'][number]

interface SplitHintProps {
  id: string
  /** Absent for those who do not assess the dossier now. */
  onAssess: ((assessed: Assessed) => void) | undefined
}

/** Dossiers that may be parts of one delegation with this one, and what the law says of all as one; nothing where there are none. */
export function SplitHint({ id, onAssess }: SplitHintProps) {
  const { splitting: m } = useDelegationWords()
  const { data, failed, retry } = useAnswer(likelySplit, { id })
  if (failed) return <Failure error={failed} retry={retry} />
  if (!data?.used || !data.together) return null
  const { used, others, together } = data
  const breaks = together.findings !== null && together.findings.length > 0
  return (
    <Notice tone={breaks ? 'amber' : 'blue'} title={m.title(others.length, together.headcount)}>
      <p>{m.what}</p>
      <ul className={css.notes}>
        {others.map((one) => (
          <li key={one.id}>
            <OtherPart one={one} />
            {onAssess ? <AssessOverlap one={one} onAssess={onAssess} /> : null}
          </li>
        ))}
      </ul>
      <Together findings={together.findings} />
      <p className="mute small">
        {m.counted(writtenNumber(Math.round(used.score * 100)), used.days, used.setBy, formatDay(used.setOn))}
      </p>
    </Notice>
  )
}

/** One of the others: what it is, and in what it is alike. */
function OtherPart({ one }: { one: Other }) {
  const { splitting: m, states } = useDelegationWords()
  const { code, title, bodyName, state, departsOn, returnsOn, headcount, inBoth, likest, likeness } = one
  const is = [bodyName, formatDays(departsOn, returnsOn), m.people(headcount), states[state]]
  const sides = SIDES.map((side) => `${m.sides[side]} ${percent(likeness.sides[side])} %`)
  return (
    <div className={css.noteText}>
      <p>
        <Link to="/doan-ra/$id" params={{ id: one.id }}>
          {code} – {title}
        </Link>
      </p>
      <p className="small">{[...is, ...(inBoth === 0 ? [] : [m.inBoth(inBoth)])].join(' · ')}</p>
      <p className="mute small">
        {m.likest(likest, percent(likeness.score))}: {sides.join(', ')}
      </p>
    </div>
  )
}

function AssessOverlap({ one: { code, title }, onAssess }: { one: Other; onAssess: (assessed: Assessed) => void }) {
  const { splitting: m, examination } = useDelegationWords()
  const about = `${code} – ${title}`.slice(0, 300)
  return (
    <span className={css.noteActs}>
      <Button onClick={() => onAssess({ subject: 'overlap', about, title: `${examination.overlapWith}: ${about}` })}>
        {m.assess}
        <span className="visually-hidden">: {code}</span>
      </Button>
    </span>
  )
}

/** What the law finds of all of them as one delegation, and not of this one alone. */
function Together({ findings }: { findings: NonNullable<LikelySplit['together']>['findings'] }) {
  const { splitting: m } = useDelegationWords()
  const { t } = useLanguage()
  if (findings === null) return <p>{m.notJudged}</p>
  if (findings.length === 0) return <p>{m.breaksNothing}</p>
  return (
    <>
      <p>
        <b>{m.breaks}</b>
      </p>
      <ul className={css.findings}>
        {findings.map(({ rule, norm, subject, message }) => (
          <li key={`${rule} ${norm} ${subject}`}>
            {t(message)} (<NormPlace norm={norm} />)
          </li>
        ))}
      </ul>
    </>
  )
}

function percent(part: number): string {
  return writtenNumber(Math.round(part * 100))
}
