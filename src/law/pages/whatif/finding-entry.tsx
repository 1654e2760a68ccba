import { IconArrowRight, IconChevronRight } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { useCell } from '../../../ui/cell.ts'
import { useLanguage } from '../../../ui/language.tsx'
import type { Finding } from '../../result.ts'
import { draft } from './draft.ts'
import { addedBy, type Entry, fieldToMend } from './groups.ts'
import { Message } from './message.tsx'
import { NormLink } from './norm-link.tsx'
import css from './panel.module.css'
import { append } from './rows.tsx'
import { isAskedShortly } from './sections.ts'
import { useSurroundings } from './surroundings.tsx'
import { useWords } from './use-words.ts'
import { fullName, valueWords } from './words.ts'

export interface EntryProps {
  entry: Entry
  /** The numbers of the instruments, by their ids. */
  numbers: ReadonlyMap<string, string>
  /** Takes the reader to a field. */
  onGo: (path: string) => void
}

/** What the law says of one subject: the sentence, its places, how to mend it, what to state, and why. */
export function FindingEntry({ entry, numbers, onGo }: EntryProps) {
  const m = useWords().whatif
  const { t } = useLanguage()
  const { finding, findings } = entry
  const field = fieldToMend(finding)
  return (
    <div className={css.entry}>
      <p className={css.message}>
        <Message text={t(entry.message)} values={[finding.actual, finding.limit]} />
      </p>
      <p className={css.fix}>
        {joined(
          findings.map(({ norm }) => (
            <NormLink key={norm} norm={norm} number={numbers.get(norm.split('#')[0] ?? '')} />
          )),
        )}
        {finding.remedy ? (
          <>
            {' · '}
            <b>{m.fix}</b> {t(finding.remedy)}
          </>
        ) : null}
      </p>
      <Additions entry={entry} numbers={numbers} />
      <div className={css.foot}>
        {finding.outcome === 'unknown' && finding.needs ? (
          <Needs paths={finding.needs} onGo={onGo} />
        ) : field && finding.outcome === 'violated' ? (
          <p className={css.acts}>
            <FieldLink path={field} onGo={onGo} />
            <Settle finding={finding} />
          </p>
        ) : null}
        <Trace entry={entry} numbers={numbers} />
      </div>
    </div>
  )
}

/** What only some of the norms add to the sentence, each with its place. */
function Additions({ entry, numbers }: Pick<EntryProps, 'entry' | 'numbers'>) {
  const { t } = useLanguage()
  return entry.findings.map((finding) => {
    const added = t(addedBy(finding, entry))
    return added === '' ? null : (
      <p key={finding.norm} className={css.conflict}>
        <NormLink norm={finding.norm} number={numbers.get(finding.norm.split('#')[0] ?? '')} />: {added}
      </p>
    )
  })
}

/** The facts to state, each leading to its field. */
function Needs({ paths, onGo }: { paths: string[]; onGo: (path: string) => void }) {
  const m = useWords().whatif
  return (
    <p className={css.fix}>
      <b>{m.needs}</b> {joined(paths.map((path) => <FieldLink key={path} path={path} onGo={onGo} />))}
    </p>
  )
}

/** A field by its name, leading to it where the form asks for it. */
export function FieldLink({ path, onGo }: { path: string; onGo: (path: string) => void }) {
  const { language } = useLanguage()
  const { short } = useSurroundings()
  const name = useCell(draft, ({ dossier }) => fullName(dossier, path, language))
  if (short && !isAskedShortly(path)) return <span className="mute">{name}</span>
  return (
    <button type="button" className={css.go} onClick={() => onGo(path)}>
      <IconArrowRight size={12} aria-hidden="true" /> {name}
    </button>
  )
}

/** Where an exception or an explanation would settle it: a row for it, with rule and subject filled in. */
function Settle({ finding }: { finding: Finding }) {
  const m = useWords().whatif
  const { readOnly, short } = useSurroundings()
  const list =
    finding.severity === 'needs-exception' ? 'exceptions' : finding.severity === 'explain' ? 'explanations' : undefined
  if (list === undefined || readOnly || short) return null
  const row = { rule: finding.rule, ...(finding.subject === undefined ? {} : { subject: finding.subject }) }
  return (
    <button type="button" className={css.go} onClick={() => append(list, row)}>
      {list === 'exceptions' ? m.settleException : m.settleExplanation}
    </button>
  )
}

/** Why the finding says so: enough to repeat it by hand. */
function Trace({ entry: { finding, findings }, numbers }: Pick<EntryProps, 'entry' | 'numbers'>) {
  const m = useWords().whatif
  const { t, language } = useLanguage()
  const dossier = useCell(draft, (one) => one.dossier)
  const { read, counting } = finding.trace
  const administered = findings.flatMap(({ trace }) => trace.administered ?? [])
  return (
    <details className={css.trace}>
      <summary>
        <IconChevronRight size={12} aria-hidden="true" />
        {m.why}
      </summary>
      <dl>
        <Line term={m.read} shown={read.length > 0}>
          <ul>
            {read.map(({ path, value }) => (
              <li key={path}>
                {fullName(dossier, path, language)}:{' '}
                <b className={value === undefined ? css.absent : ''}>
                  {value === undefined ? m.notStated : valueWords(path, value, language)}
                </b>
              </li>
            ))}
          </ul>
        </Line>
        <Line term={m.counting} shown={counting !== undefined}>
          {counting ? t(counting) : null}
        </Line>
        <Line term={m.administered} shown={administered.length > 0}>
          {administered.map(({ id, value, setBy, setOn, reason }) => (
            <p key={id}>
              {id}: <b>{valueWords(id, value, language)}</b>, {m.setBy(setBy, formatDay(setOn))}. {t(reason)}
            </p>
          ))}
        </Line>
        <Line term={m.inForce} shown>
          {findings.map(({ norm, trace: { inForce } }) => (
            <p key={norm}>
              <NormLink norm={norm} number={numbers.get(norm.split('#')[0] ?? '')} />{' '}
              {inForce.to ? m.fromTo(formatDay(inForce.from), formatDay(inForce.to)) : m.from(formatDay(inForce.from))}
            </p>
          ))}
        </Line>
      </dl>
    </details>
  )
}

function Line({ term, shown, children }: { term: string; shown: boolean; children: ReactNode }) {
  if (!shown) return null
  return (
    <>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </>
  )
}

function joined(parts: ReactNode[]): ReactNode[] {
  return parts.flatMap((part, index) => (index === 0 ? [part] : [' · ', part]))
}
