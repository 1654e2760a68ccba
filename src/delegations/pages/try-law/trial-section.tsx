import { useId } from 'react'
import { yearOf } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { Button } from '../../../ui/button.tsx'
import { FilterSelect } from '../../../ui/filters.tsx'
import { Failure, Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import { writtenNumber } from '../../../ui/typed.ts'
import { useAddress } from '../../../ui/use-address.ts'
import { faultsOf } from './faults.tsx'
import { Outcome } from './outcome.tsx'
import type { Trial } from './trial.ts'
import css from './try-law.module.css'
import type { useTrial } from './use-trial.ts'
import { useTryWords } from './use-try-words.ts'

/** How many years back, and what is tried unless the address says. */
const YEARS = [1, 2, 3, 5, 10]
const USUAL = 3

/** For how many years the draft is tried, how far that has come, and what it comes to. */
export function TrialSection({ text, running }: { text: string | undefined; running: ReturnType<typeof useTrial> }) {
  const m = useTryWords()
  const { trial, going, failed, begin, goOn, stop } = running
  const today = yearOf(useToday())
  const given = Number(useAddress().get('nam'))
  const since = today + 1 - (YEARS.includes(given) ? given : USUAL)
  const inside = trial?.next != null && !going
  const words = (years: number) => m.years(years, today + 1 - years)
  return (
    <Section id="thu" title={m.trial}>
      <p className={css.words}>{m.judgedHow}</p>
      <div className={css.start}>
        <FilterSelect
          label={m.since}
          name="nam"
          all={words(USUAL)}
          options={YEARS.filter((years) => years !== USUAL).map((years) => [String(years), words(years)] as const)}
        />
        <Button
          primary
          busy={going}
          disabledBecause={text === undefined ? m.noText : undefined}
          onClick={() => text !== undefined && begin(text, since)}
        >
          {m.go}
        </Button>
        {going ? <Button onClick={stop}>{m.stop}</Button> : null}
        {inside ? <Button onClick={goOn}>{m.goOn}</Button> : null}
      </div>
      {failed === undefined || faultsOf(failed).length > 0 ? null : (
        <div className={css.told}>
          <Failure error={failed} />
        </div>
      )}
      {trial?.draft === undefined ? null : (
        <>
          {trial.text === text ? null : (
            <Notice tone="amber" title={m.stale}>
              {m.staleNext}
            </Notice>
          )}
          <Progress trial={trial} />
          {inside ? <Notice tone="amber">{m.stopped}</Notice> : null}
          <Outcome trial={trial} />
        </>
      )}
    </Section>
  )
}

function Progress({ trial: { replayed, total } }: { trial: Trial }) {
  const m = useTryWords()
  const id = useId()
  if (total === 0) return null
  return (
    <div className={css.progress}>
      <progress aria-labelledby={id} max={total} value={Math.min(replayed, total)} />
      <p id={id} role="status" className="num">
        {m.progress(writtenNumber(replayed), writtenNumber(total))}
      </p>
    </div>
  )
}
