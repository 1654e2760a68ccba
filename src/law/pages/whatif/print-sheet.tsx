import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Day, formatDay } from '../../../kernel/day.ts'
import { useCell } from '../../../ui/cell.ts'
import { useLanguage } from '../../../ui/language.tsx'
import type { LawData } from '../../law.ts'
import { OBLIGATION_STATE_NAMES, VERDICT_NAMES } from '../../names.ts'
import { ruleTitle } from '../../rules/index.ts'
import { checked } from './checked.ts'
import { CLASS_NAMES } from './classes.ts'
import { draft } from './draft.ts'
import { type Group, groupFindings } from './groups.ts'
import { useNormWords } from './norm-link.tsx'
import css from './print-sheet.module.css'
import { statedFields } from './stated-fields.ts'
import { summaryOf } from './summary-line.tsx'
import { useWords } from './use-words.ts'

/** The sheet that is printed: what the dossier states, and what the law says of it, black on white without controls. */
export function PrintSheet({ law, today }: { law: LawData; today: Day }) {
  return usePrinting() ? <Sheet law={law} today={today} /> : null
}

/** Whether the page is being printed just now. The sheet must stand before the browser takes its picture. */
function usePrinting(): boolean {
  const [printing, setPrinting] = useState(false)
  useEffect(() => {
    const begin = () => flushSync(() => setPrinting(true))
    const end = () => setPrinting(false)
    window.addEventListener('beforeprint', begin)
    window.addEventListener('afterprint', end)
    return () => {
      window.removeEventListener('beforeprint', begin)
      window.removeEventListener('afterprint', end)
    }
  }, [])
  return printing
}

function Sheet({ law, today }: { law: LawData; today: Day }) {
  const m = useWords()
  const { t, language } = useLanguage()
  const { dossier } = useCell(draft, (one) => one)
  const { result, current } = useCell(checked, (one) => one)
  const sections = statedFields(dossier, language)
  return (
    <div className={`only-print ${css.sheet}`}>
      <p>
        Đoàn Ra · {m.whatif.printed(formatDay(today))}. {m.whatif.printNote}
      </p>
      <h1>{sections.find(({ name }) => name === 'sender')?.title ?? m.whatif.untitled}</h1>
      <p>{summaryOf(dossier, m, language)}</p>
      {sections.map(({ name, lines }) => (
        <section key={name}>
          <h2>{m.sections[name]}</h2>
          <dl>
            {lines.map(({ path, label, value }) => (
              <div key={path}>
                <dt>{label}</dt>
                <dd>{value}</dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {result ? (
        <section>
          <h2>
            {m.whatif.panel} ({m.whatif.asOf.toLocaleLowerCase('vi')} {formatDay(result.asOf)})
          </h2>
          <p className={css.verdict}>
            {m.whatif.verdict}: {t(VERDICT_NAMES[result.verdict])}
            {current ? '' : ` (${m.whatif.staleShort})`}
          </p>
          <ol>
            {groupFindings(result.findings).map((group) => (
              <PrintedGroup key={`${group.kind} ${group.rule}`} group={group} law={law} />
            ))}
          </ol>
          <h2>{m.whatif.obligations}</h2>
          <ul>
            {result.obligations.map((duty) => (
              <li key={`${duty.rule} ${duty.norm}`}>
                {m.whatif.dueOn(formatDay(duty.due))} ({t(OBLIGATION_STATE_NAMES[duty.state])}): {t(duty.what)} [
                <Place norm={duty.norm} law={law} />]
              </li>
            ))}
          </ul>
        </section>
      ) : null}
    </div>
  )
}

function PrintedGroup({ group, law }: { group: Group; law: LawData }) {
  const m = useWords().whatif
  const { t } = useLanguage()
  return (
    <li>
      <b>
        {t(CLASS_NAMES[group.kind])}: {t(ruleTitle(group.rule))}
      </b>
      {group.entries.map(({ message, finding, findings }) => (
        <p key={`${finding.norm} ${message.vi}`}>
          {t(message)} {finding.remedy ? `${m.fix} ${t(finding.remedy)}. ` : ''}[
          {findings.map(({ norm }, index) => (
            <span key={norm}>
              {index > 0 ? '; ' : ''}
              <Place norm={norm} law={law} />
            </span>
          ))}
          ]
        </p>
      ))}
    </li>
  )
}

function Place({ norm, law }: { norm: string; law: LawData }) {
  const id = norm.split('#')[0]
  return useNormWords(norm, law.instruments.find((instrument) => instrument.id === id)?.number).words
}
