import { yearOf } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { RULES, ruleTitle } from '../../../law/rules/index.ts'
import { Breadcrumbs } from '../../../ui/breadcrumbs.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { FilterSelect, Toolbar } from '../../../ui/filters.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useAnswer } from '../../../ui/list.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { PageHead } from '../../../ui/page-head.tsx'
import { Section } from '../../../ui/section.tsx'
import { Table } from '../../../ui/table.tsx'
import tones from '../../../ui/tone.module.css'
import { useAddress } from '../../../ui/use-address.ts'
import { countAssessments } from '../../examination/contract.ts'
import { JUDGED_BY_PEOPLE } from '../../workflow.ts'
import { JUDGEMENT_TONES } from '../tones.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import { bySubject, type Counted } from './by-subject.ts'
import { ByUnit } from './by-unit.tsx'
import { LaneStatistics } from './lane.tsx'
import css from './statistics.module.css'

/** What examiners accepted, asked about or did not accept in the dossiers of a year, and why: the reason codes added up. */
export default function StatisticsPage() {
  const { statistics: m, exceptions } = useDelegationWords()
  const subjectOf = useSubjectWords()
  const today = yearOf(useToday())
  const given = Number(useAddress().get('nam'))
  const year = Number.isInteger(given) && given >= 1900 && given <= 2199 ? given : today
  const { data, failed, retry } = useAnswer(countAssessments, { year })
  const rows = bySubject(data ?? [])
  const most = Math.max(1, ...rows.map(({ count }) => count))
  return (
    <>
      <PageHead
        title={m.title}
        breadcrumbs={<Breadcrumbs pages={[{ to: '/ngoai-le', word: exceptions.title }]} />}
        sub={m.sub}
      />
      <Toolbar>
        <FilterSelect
          label={m.year}
          name="nam"
          all={String(today)}
          options={[today + 1, today - 1, today - 2].map((one) => [String(one), String(one)] as const)}
        />
      </Toolbar>
      <LaneStatistics year={year} />
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {data === undefined ? null : (
        <Section id="assessments" title={m.caption}>
          <p className={css.total}>{m.total(rows.reduce((sum, { count }) => sum + count, 0))}</p>
          <Table
            caption={m.caption}
            list={{ rows }}
            rowKey={({ subject }) => subject}
            empty={<p>{m.empty}</p>}
            columns={[
              { key: 'subject', head: m.subject, render: ({ subject }) => <b>{subjectOf(subject)}</b> },
              { key: 'count', head: m.count, numeric: true, render: ({ count }) => count },
              { key: 'judgement', head: m.judgement, render: (row) => <Judgements row={row} most={most} /> },
              { key: 'reason', head: m.reason, render: (row) => <Reasons row={row} /> },
            ]}
          />
        </Section>
      )}
      <ByUnit year={year} />
    </>
  )
}

/** What is assessed, in words: a rule, or what only people judge. */
function useSubjectWords(): (subject: string) => string {
  const { examination } = useDelegationWords()
  const { t } = useLanguage()
  return (subject) => {
    const byPeople = JUDGED_BY_PEOPLE.find((one) => one === subject)
    if (byPeople !== undefined) return examination.subjects[byPeople]
    return RULES.some(({ id }) => id === subject) ? t(ruleTitle(subject)) : subject
  }
}

/** How it was judged: drawn beside the subject that was judged most often, and in words. */
function Judgements({ row: { judgements }, most }: { row: Counted; most: number }) {
  const { examination } = useDelegationWords()
  return (
    <>
      <span className={css.bar} aria-hidden="true">
        {judgements.map(([judgement, count]) => (
          <i
            key={judgement}
            className={tones[JUDGEMENT_TONES[judgement]]}
            style={{ width: `${(100 * count) / most}%` }}
          />
        ))}
      </span>
      <span className={css.words}>
        {judgements.map(([judgement, count]) => (
          <Chip key={judgement} tone={JUDGEMENT_TONES[judgement]}>
            {examination.judgements[judgement]}: {count}
          </Chip>
        ))}
      </span>
    </>
  )
}

function Reasons({ row: { reasons } }: { row: Counted }) {
  const { examination } = useDelegationWords()
  return reasons.map(([reason, count]) => (
    <p key={reason}>
      {examination.reasons[reason]} <span className="mute num">({count})</span>
    </p>
  ))
}
