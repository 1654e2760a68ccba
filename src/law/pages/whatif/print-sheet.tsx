import { useEffect, useState } from 'react'
import { flushSync } from 'react-dom'
import { type Day, formatDay } from '../../../kernel/day.ts'
import { useCell } from '../../../ui/cell.ts'
import { useLanguage } from '../../../ui/language.tsx'
import type { LawData } from '../../law.ts'
import { OBLIGATION_STATE_NAMES, VERDICT_NAMES } from '../../names.ts'
import type { Obligation } from '../../result.ts'
import { ruleTitle } from '../../rules/index.ts'
import type { DossierOf } from './check-draft.ts'
import { checked } from './checked.ts'
import { CLASS_NAMES } from './classes.ts'
import { draft } from './draft.ts'
import { addedBy, type Entry, type Group, groupFindings } from './groups.ts'
import { useNormWords } from './norm-link.tsx'
import { byDue } from './obligations.tsx'
import { readAt } from './path.ts'
import css from './print-sheet.module.css'
import { statedFields } from './stated-fields.ts'
import { summaryOf } from './summary-line.tsx'
import { useSurroundings } from './surroundings.tsx'
import { useWords } from './use-words.ts'

/** The sheet that is printed: what the dossier states, and what the law says of it, black on white without controls. */
export function PrintSheet(props: SheetProps) {
  return usePrinting() ? <Sheet {...props} /> : null
}

interface SheetProps {
  law: LawData
  today: Day
  dossierOf?: DossierOf | undefined
}

/** Whether the page is being printed just now. The sheet must stand before the browser takes its picture. */
export function usePrinting(): boolean {
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

function Sheet({ law, today, dossierOf = (dossier) => dossier }: SheetProps) {
  const m = useWords()
  const { t, language } = useLanguage()
  const dossier = dossierOf(useCell(draft, (one) => one.dossier))
  const { result, current } = useCell(checked, (one) => one)
  const { paper } = useSurroundings()
  const groups = groupFindings(result?.findings ?? [])
  const title = readAt(dossier, 'title')
  return (
    <div className={`only-print ${css.sheet}`}>
      <p>
        Đoàn Ra · {m.whatif.printed(formatDay(today))}.{paper === undefined ? ` ${m.whatif.printNote}` : ''}
      </p>
      {paper}
      <h1>{typeof title === 'string' && title.trim() !== '' ? title : m.whatif.untitled}</h1>
      <p>{summaryOf(dossier, m, language)}</p>
      {result ? (
        <section>
          <h2>
            {m.whatif.panel} ({m.whatif.asOf.toLocaleLowerCase('vi')} {formatDay(result.asOf)})
          </h2>
          <p className={css.verdict}>
            {m.whatif.verdict}: {t(VERDICT_NAMES[result.verdict])}
            {current ? '' : ` (${m.whatif.staleShort})`}
          </p>
          <PrintedGroups groups={groups.filter(({ kind }) => kind !== 'pass')} law={law} />
          <PrintedDuties obligations={result.obligations} law={law} />
        </section>
      ) : null}
      {statedFields(dossier, language).map(({ name, lines }) => (
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
          <h2>{m.whatif.passes(result.findings.filter(({ outcome }) => outcome === 'pass').length)}</h2>
          <PrintedGroups groups={groups.filter(({ kind }) => kind === 'pass')} law={law} />
        </section>
      ) : null}
    </div>
  )
}

function PrintedDuties({ obligations, law }: { obligations: Obligation[]; law: LawData }) {
  const m = useWords().whatif
  const { t } = useLanguage()
  if (obligations.length === 0) return null
  return (
    <>
      <h2>{m.obligations}</h2>
      <ul>
        {byDue(obligations).map((duty) => (
          <li key={`${duty.rule} ${duty.norm} ${duty.due}`}>
            <b>{formatDay(duty.due)}</b> ({t(OBLIGATION_STATE_NAMES[duty.state])}): {t(duty.what)}{' '}
            {duty.recipients.length > 0 ? `${m.recipients} ${duty.recipients.join(', ')}. ` : ''}[
            <Place norm={duty.norm} law={law} />]
          </li>
        ))}
      </ul>
    </>
  )
}

function PrintedGroups({ groups, law }: { groups: Group[]; law: LawData }) {
  const { t } = useLanguage()
  return (
    <ol>
      {groups.map((group) => (
        <li key={`${group.kind} ${group.rule}`}>
          <b>
            {t(CLASS_NAMES[group.kind])}: {t(ruleTitle(group.rule))}
          </b>
          {group.entries.map((entry) => (
            <PrintedEntry key={`${entry.finding.norm} ${entry.message.vi}`} entry={entry} law={law} />
          ))}
          {group.conflict ? <p>{t(group.conflict)}</p> : null}
        </li>
      ))}
    </ol>
  )
}

function PrintedEntry({ entry, law }: { entry: Entry; law: LawData }) {
  const m = useWords().whatif
  const { t } = useLanguage()
  const { message, finding, findings } = entry
  return (
    <p>
      {t(message)} {finding.remedy ? `${m.fix} ${t(finding.remedy)}. ` : ''}[
      {findings.map((one, index) => {
        const added = t(addedBy(one, entry))
        return (
          <span key={one.norm}>
            {index > 0 ? '; ' : ''}
            <Place norm={one.norm} law={law} />
            {added === '' ? '' : `: ${added}`}
          </span>
        )
      })}
      ]
    </p>
  )
}

function Place({ norm, law }: { norm: string; law: LawData }) {
  const id = norm.split('#')[0]
  return useNormWords(norm, law.instruments.find((instrument) => instrument.id === id)?.number).words
}
