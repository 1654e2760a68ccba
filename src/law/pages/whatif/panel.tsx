import { useMemo } from 'react'
import { type Day, dayInVietnam } from '../../../kernel/day.ts'
import { useCell } from '../../../ui/cell.ts'
import { Chip } from '../../../ui/chip.tsx'
import { DayInput } from '../../../ui/day-input.tsx'
import { FindingCard } from '../../../ui/finding-card.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import type { LawData } from '../../law.ts'
import type { CheckResult } from '../../result.ts'
import { ruleTitle } from '../../rules/index.ts'
import { checked } from './checked.ts'
import { CLASS_NAMES, toneOf } from './classes.ts'
import { draft, writeAsOf } from './draft.ts'
import { FieldLink, FindingEntry } from './finding-entry.tsx'
import { type Group, groupFindings } from './groups.ts'
import { InputFaults } from './input-faults.tsx'
import { Obligations } from './obligations.tsx'
import css from './panel.module.css'
import { useSurroundings } from './surroundings.tsx'
import { useWords } from './use-words.ts'
import { Verdict } from './verdict.tsx'

interface PanelProps {
  law: LawData
  onGo: (path: string) => void
}

/** What the law says of the draft: the verdict, the findings from the worst, the duties that follow. */
export function Panel({ law, onGo }: PanelProps) {
  const m = useWords().whatif
  const state = useCell(checked, (one) => one)
  const { asOfNote, short } = useSurroundings()
  const numbers = useMemo(() => new Map(law.instruments.map(({ id, number }) => [id, number])), [law])
  return (
    <>
      <div className={css.head}>
        <h2>{m.panel}</h2>
        <AsOf />
      </div>
      {asOfNote === undefined ? null : <p className="mute small">{asOfNote}</p>}
      {short ? <p className={`${css.shortNote} mute small`}>{m.shortNote}</p> : null}
      <InputFaults onGo={onGo} />
      {state.result === undefined ? (
        <NotYet blanks={state.blanks} onGo={onGo} />
      ) : (
        <Result result={state.result} numbers={numbers} onGo={onGo} />
      )}
    </>
  )
}

/** The day whose law is applied. */
function AsOf() {
  const m = useWords().whatif
  const asOf = useCell(draft, (one) => one.asOf)
  const fault = useCell(checked, ({ faults }) => faults.get('asOf'))
  return (
    <div className={css.asOf}>
      <label htmlFor="as-of">{m.asOf}</label>
      <DayInput
        id="as-of"
        invalid={fault !== undefined}
        describedBy={fault ? 'as-of-error' : undefined}
        value={asOf ?? dayInVietnam(new Date())}
        onChange={(day) => writeAsOf(day as Day | undefined)}
      />
      {fault ? (
        <p id="as-of-error" className={css.error}>
          {m.noDay}
        </p>
      ) : null}
    </div>
  )
}

/** Nothing can be said yet: what is needed first. */
function NotYet({ blanks, onGo }: { blanks: readonly string[]; onGo: (path: string) => void }) {
  const m = useWords().whatif
  return (
    <div className={css.notYet}>
      <p>
        <b>{m.notYet}</b>
      </p>
      <p className="mute">{m.notYetWhy(blanks.length)}</p>
      <ul>
        {blanks.map((path) => (
          <li key={path}>
            <FieldLink path={path} onGo={onGo} />
          </li>
        ))}
      </ul>
    </div>
  )
}

function Result({
  result,
  numbers,
  onGo,
}: {
  result: CheckResult
  numbers: ReadonlyMap<string, string>
  onGo: (path: string) => void
}) {
  const m = useWords().whatif
  const groups = useMemo(() => groupFindings(result.findings), [result])
  const cards = groups.filter(({ kind }) => kind !== 'pass')
  const passes = groups.filter(({ kind }) => kind === 'pass')
  const passed = passes.flatMap(({ entries }) => entries.flatMap(({ findings }) => findings)).length
  return (
    <>
      <Verdict />
      {cards.map((group) => (
        <Card key={`${group.kind} ${group.rule}`} group={group} numbers={numbers} onGo={onGo} />
      ))}
      {result.findings.length === 0 ? <p className="mute">{m.nothingFound}</p> : null}
      {passed > 0 ? (
        <details className={css.passes}>
          <summary>{m.passes(passed)}</summary>
          {passes.map((group) => (
            <Card key={group.rule} group={group} numbers={numbers} onGo={onGo} />
          ))}
        </details>
      ) : null}
      <Obligations obligations={result.obligations} numbers={numbers} />
      <p className={css.consulted}>{m.instruments(result.instruments.length)}</p>
    </>
  )
}

/** Subjects beyond these few open on demand: eight people without an undertaking are one line too many. */
const SHOWN = 3

function Card({
  group,
  numbers,
  onGo,
}: {
  group: Group
  numbers: ReadonlyMap<string, string>
  onGo: (path: string) => void
}) {
  const m = useWords().whatif
  const { t } = useLanguage()
  const tone = useCell(checked, ({ result }) => toneOf(group.kind, result?.verdict ?? 'incomplete'))
  const entryOf = (entry: Group['entries'][number]) => (
    <FindingEntry key={`${entry.finding.norm} ${entry.message.vi}`} entry={entry} numbers={numbers} onGo={onGo} />
  )
  const rest = group.entries.slice(SHOWN)
  return (
    <FindingCard
      tone={tone}
      title={t(ruleTitle(group.rule))}
      chip={<Chip tone={tone}>{t(CLASS_NAMES[group.kind])}</Chip>}
    >
      {group.entries.slice(0, SHOWN).map(entryOf)}
      {rest.length > 0 ? (
        <details className={css.rest}>
          <summary>{m.moreEntries(rest.length)}</summary>
          {rest.map(entryOf)}
        </details>
      ) : null}
      {group.conflict ? <p className={css.conflict}>{t(group.conflict)}</p> : null}
    </FindingCard>
  )
}
