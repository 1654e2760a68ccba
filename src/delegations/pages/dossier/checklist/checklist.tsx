import type { ReactNode } from 'react'
import { useResult } from '../../../../law/pages/whatif/checked.ts'
import { type ChecklistLine, checklistOf } from '../../../../law/pages/whatif/checklist.ts'
import { CLASS_NAMES, type FindingClass, TONES } from '../../../../law/pages/whatif/classes.ts'
import { draft } from '../../../../law/pages/whatif/draft.ts'
import { FieldLink } from '../../../../law/pages/whatif/finding-entry.tsx'
import { focusField } from '../../../../law/pages/whatif/focus.ts'
import { fieldToMend } from '../../../../law/pages/whatif/groups.ts'
import { NormPlace } from '../../../../law/pages/whatif/norm-link.tsx'
import { useLaw } from '../../../../law/pages/whatif/use-law.ts'
import { ruleTitle } from '../../../../law/rules/index.ts'
import { useCell } from '../../../../ui/cell.ts'
import { Chip } from '../../../../ui/chip.tsx'
import { useLanguage } from '../../../../ui/language.tsx'
import { Section } from '../../../../ui/section.tsx'
import type { Content } from '../../../content/content.ts'
import { OUTLINE_PARTS, outlineOf } from '../../../outline/outline.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from './checklist.module.css'

/** The rule whose norms ask for an outline. */
const OUTLINE = 'research-outline'

/** What the law wants to be in this dossier, line by line: whether it is there, and each place that wants it. */
export function Checklist() {
  const { checklist: m } = useDelegationWords()
  const { law } = useLaw()
  const result = useResult()
  const lines = law && result ? checklistOf(law, result.findings) : []
  return (
    <div className={css.place}>
      <Section
        id="checklist"
        title={m.title}
        note={result && m.count(lines.filter(({ state }) => SETTLED.has(state)).length, lines.length)}
      >
        <p className="mute small">{m.what}</p>
        {result === undefined ? <p>{m.notYet}</p> : null}
        <ul className={css.lines}>
          {lines.map((line) => (
            <FoundLine key={line.rule} line={line} />
          ))}
        </ul>
      </Section>
    </div>
  )
}

const SETTLED: ReadonlySet<FindingClass> = new Set(['pass', 'waived', 'explained'])

/** One thing that is wanted, as the law finds it; what is not in order leads to its field. */
function FoundLine({ line: { rule, state, norms, said } }: { line: ChecklistLine }) {
  const { t } = useLanguage()
  return (
    <Line title={t(ruleTitle(rule))} state={state} norms={norms}>
      {said.map(({ message, finding }) => {
        const field = SETTLED.has(state) ? undefined : fieldToMend(finding)
        return (
          <p key={message.vi}>
            {t(message)}{' '}
            {field === undefined ? null : (
              <span className="no-print">
                <FieldLink path={field} onGo={focusField} />
              </span>
            )}
          </p>
        )
      })}
      {rule === OUTLINE ? <OutlineAnswers /> : null}
    </Line>
  )
}

/** What the outline answers, asked for wherever a norm asks for the outline: our question, not the text's. */
function OutlineAnswers() {
  const { outline: m, checklist } = useDelegationWords()
  const { t } = useLanguage()
  const answers = outlineOf(useCell(draft, ({ dossier }) => dossier) as Content)
  const open = OUTLINE_PARTS.filter((part) => answers[part] === '')
  const state = open.length === 0 ? 'pass' : 'missing'
  return (
    <div className={css.outline}>
      <p>
        {m.title} <Chip tone={TONES[state]}>{state === 'pass' ? checklist.there : t(CLASS_NAMES[state])}</Chip>
      </p>
      {open.map((part) => (
        <p key={part}>
          {checklist.notAnswered}{' '}
          <button type="button" className={css.go} onClick={() => focusField(`outline.${part}`)}>
            {m.parts[part]}
          </button>
        </p>
      ))}
      <p className="mute small">{checklist.outlineWhy}</p>
    </div>
  )
}

function Line({
  title,
  state,
  norms,
  children,
}: {
  title: string
  state: FindingClass
  norms: readonly string[]
  children: ReactNode
}) {
  const { checklist: m } = useDelegationWords()
  const { t } = useLanguage()
  return (
    <li className={css.line}>
      <span className={css.state}>
        <Chip tone={TONES[state]}>{state === 'pass' ? m.there : t(CLASS_NAMES[state])}</Chip>
      </span>
      <div className={css.said}>
        <p>
          <b>{title}</b>
        </p>
        {children}
        <p className={css.places}>
          {m.places}{' '}
          {norms.map((norm, at) => (
            <span key={norm}>
              {at === 0 ? '' : '; '}
              <NormPlace norm={norm} />
            </span>
          ))}
        </p>
      </div>
    </li>
  )
}
