import { useState } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { VERDICT_NAMES } from '../../../law/names.ts'
import { CLASS_NAMES, classOf, VERDICT_TONES } from '../../../law/pages/whatif/classes.ts'
import { NormPlace, useNormWords } from '../../../law/pages/whatif/norm-link.tsx'
import { useInstrumentNumbers } from '../../../law/pages/whatif/use-law.ts'
import type { Verdict } from '../../../law/result.ts'
import { ruleTitle } from '../../../law/rules/index.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useSession } from '../../../ui/session.tsx'
import { Table } from '../../../ui/table.tsx'
import { writtenNumber } from '../../../ui/typed.ts'
import { type Ending, normsOf, type TurnedDossier, type TurnedNorm } from '../../effect/turned.ts'
import { alike, type Trial, turnsVerdict, verdictsTurned } from './trial.ts'
import css from './try-law.module.css'
import { useTryWords } from './use-try-words.ts'

/** What the draft makes of the dossiers: verdicts, then by norm, then one by one. */
export function Outcome({ trial: { turned, total, since, next } }: { trial: Trial }) {
  const m = useTryWords()
  if (total === 0) return <Notice title={m.none(since)}>{m.noneNext}</Notice>
  if (turned.length === 0) return next === null ? <Notice title={m.same}>{m.sameNext}</Notice> : null
  const verdicts = turned.filter(turnsVerdict).length
  return (
    <>
      <p className={css.sum}>{m.turned(writtenNumber(turned.length), writtenNumber(verdicts))}</p>
      <Verdicts turned={turned} />
      <Norms turned={turned} />
      <Dossiers turned={turned} />
    </>
  )
}

function Verdicts({ turned }: { turned: readonly TurnedDossier[] }) {
  const m = useTryWords()
  const ways = verdictsTurned(turned)
  if (ways.length === 0) return null
  return (
    <>
      <h3 className={css.part}>{m.verdicts}</h3>
      <ul className={css.ways}>
        {ways.map(({ before, after, count }) => (
          <li key={`${before} ${after}`}>
            <VerdictChip verdict={before} /> <Arrow /> <VerdictChip verdict={after} />{' '}
            <span className="num">{m.dossierCount(writtenNumber(count))}</span>
          </li>
        ))}
      </ul>
    </>
  )
}

function Norms({ turned }: { turned: readonly TurnedDossier[] }) {
  const m = useTryWords()
  return (
    <>
      <h3 className={css.part}>{m.norms}</h3>
      <Table
        caption={m.normsCaption}
        list={{ rows: normsOf(turned) }}
        rowKey={({ rule, norm }) => `${rule} ${norm}`}
        empty={null}
        columns={[
          { key: 'norm', head: m.norm, render: (row) => <NormName {...row} /> },
          { key: 'newly', head: m.newly, numeric: true, width: '150px', render: ({ newly }) => newly },
          { key: 'noMore', head: m.noMore, numeric: true, width: '150px', render: ({ noMore }) => noMore },
          { key: 'weighed', head: m.weighed, numeric: true, width: '150px', render: ({ weighed }) => weighed },
        ]}
      />
    </>
  )
}

/** Dossiers that are drawn at a time. */
const SHOWN = 50

/** One by one, those with another verdict first. Who does not read dossiers is told their codes, without a way to them. */
function Dossiers({ turned }: { turned: readonly TurnedDossier[] }) {
  const m = useTryWords()
  const { may } = useSession()
  const [shown, setShown] = useState(SHOWN)
  const rows = [...turned.filter(turnsVerdict), ...turned.filter((one) => !turnsVerdict(one))]
  return (
    <>
      <h3 className={css.part}>{m.dossiers}</h3>
      {may('dossiers.read') ? null : <p className={`mute ${css.words}`}>{m.byCode}</p>}
      <Table
        caption={m.dossiersCaption}
        list={{ rows: rows.slice(0, shown) }}
        rowKey={({ id }) => id}
        rowLink={({ id }) => (may('dossiers.read') ? `/doan-ra/${id}` : undefined)}
        empty={null}
        columns={[
          {
            key: 'dossier',
            head: m.dossier,
            width: '140px',
            render: ({ code }) => <span className={css.line}>{code}</span>,
          },
          { key: 'unit', head: m.unit, width: '20%', render: ({ body }) => body },
          {
            key: 'asOf',
            head: m.asOf,
            width: '130px',
            render: ({ asOf }) => <span className="num">{formatDay(asOf)}</span>,
          },
          { key: 'verdict', head: m.verdict, width: '24%', render: (row) => <VerdictTurn {...row} /> },
          { key: 'changes', head: m.changes, render: ({ norms }) => <Changes norms={norms} /> },
        ]}
      />
      {rows.length > shown ? (
        <p className={css.deeds}>
          <Button onClick={() => setShown(shown + SHOWN)}>{m.more(Math.min(SHOWN, rows.length - shown))}</Button>
        </p>
      ) : null}
    </>
  )
}

function VerdictTurn({ before, after }: Pick<TurnedDossier, 'before' | 'after'>) {
  const m = useTryWords()
  if (before === after) {
    return (
      <>
        <VerdictChip verdict={after} /> <span className="mute small">{m.unchanged}</span>
      </>
    )
  }
  return (
    <>
      <VerdictChip verdict={before} /> <Arrow /> <VerdictChip verdict={after} />
    </>
  )
}

function VerdictChip({ verdict }: { verdict: Verdict | null }) {
  const m = useTryWords()
  const { t } = useLanguage()
  return verdict === null ? (
    <Chip>{m.notJudged}</Chip>
  ) : (
    <Chip tone={VERDICT_TONES[verdict]}>{t(VERDICT_NAMES[verdict])}</Chip>
  )
}

/** Leads from what is to what would be. */
function Arrow() {
  const m = useTryWords()
  return (
    <>
      <span aria-hidden="true">→</span>
      <span className="visually-hidden">{m.toVerdict}</span>
    </>
  )
}

/** The findings of a dossier that differ, those alike told once. */
function Changes({ norms }: { norms: readonly TurnedNorm[] }) {
  const m = useTryWords()
  const wordOf = useEndingWord()
  return (
    <ul className={css.changes}>
      {alike(norms).map(({ one, count }) => (
        <li key={JSON.stringify(one)}>
          <NormName {...one} />
          <p className="small">
            {wordOf(one.before)} <Arrow /> <b>{wordOf(one.after)}</b>
            {count > 1 ? ` (${m.times(count)})` : null}
          </p>
        </li>
      ))}
    </ul>
  )
}

/** How a finding ends, in a word. */
function useEndingWord(): (end: Ending | null) => string {
  const m = useTryWords()
  const { t } = useLanguage()
  return (end) => (end === null ? m.notAsked : t(CLASS_NAMES[classOf(end)]))
}

/** What a norm asks about, and its place: a link, unless it stands in the draft alone. */
function NormName({ rule, norm }: Pick<TurnedNorm, 'rule' | 'norm'>) {
  const { t } = useLanguage()
  const published = useInstrumentNumbers().has(norm.split('#')[0] ?? '')
  const { words } = useNormWords(norm, undefined)
  return (
    <>
      {t(ruleTitle(rule))}
      <br />
      <span className="small">{published ? <NormPlace norm={norm} /> : words}</span>
    </>
  )
}
