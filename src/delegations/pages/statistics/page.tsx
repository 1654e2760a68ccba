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
import { Table } from '../../../ui/table.tsx'
import { useAddress } from '../../../ui/use-address.ts'
import { countAssessments } from '../../examination/contract.ts'
import { JUDGED_BY_PEOPLE } from '../../workflow.ts'
import { JUDGEMENT_TONES } from '../tones.ts'
import { useDelegationWords } from '../use-delegation-words.ts'

/** What examiners accepted, asked about or did not accept in the dossiers of a year, and why: the reason codes added up. */
export default function StatisticsPage() {
  const { statistics: m, examination, exceptions } = useDelegationWords()
  const { t } = useLanguage()
  const today = yearOf(useToday())
  const given = Number(useAddress().get('nam'))
  const year = Number.isInteger(given) && given >= 1900 && given <= 2199 ? given : today
  const { data, failed, retry } = useAnswer(countAssessments, { year })
  const subjectOf = (subject: string) => {
    const byPeople = JUDGED_BY_PEOPLE.find((one) => one === subject)
    if (byPeople !== undefined) return examination.subjects[byPeople]
    return RULES.some(({ id }) => id === subject) ? t(ruleTitle(subject)) : subject
  }
  const rows = data ?? []
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
      {failed ? <Failure error={failed} retry={retry} /> : null}
      {data === undefined ? null : (
        <>
          <p>{m.total(rows.reduce((sum, { count }) => sum + count, 0))}</p>
          <Table
            caption={m.caption}
            list={{ rows }}
            rowKey={({ subject, judgement, reasonCode }) => `${subject} ${judgement} ${reasonCode}`}
            empty={<p>{m.empty}</p>}
            columns={[
              { key: 'subject', head: m.subject, render: ({ subject }) => <b>{subjectOf(subject)}</b> },
              {
                key: 'judgement',
                head: m.judgement,
                render: ({ judgement }) => (
                  <Chip tone={JUDGEMENT_TONES[judgement]}>{examination.judgements[judgement]}</Chip>
                ),
              },
              { key: 'reason', head: m.reason, render: ({ reasonCode }) => examination.reasons[reasonCode] },
              { key: 'count', head: m.count, numeric: true, render: ({ count }) => count },
            ]}
          />
        </>
      )}
    </>
  )
}
