import { Link } from '@tanstack/react-router'
import { formatDay } from '../../../kernel/day.ts'
import { useToday } from '../../../law/pages/texts/use-texts.ts'
import { History, type HistoryEntry } from '../../../ui/history.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { LEVEL_NAMES } from '../../names.ts'
import { keepDay, useWords } from '../use-words.ts'
import { differences } from './differences.ts'
import { follows, holds, lastDayOf } from './life.ts'
import type { WholeBody } from './whole-body.ts'

/** The periods of a body, the earliest first: what it was called, what changed, by which document. */
export function BodyHistory({ body: { id, history, day } }: { body: WholeBody }) {
  const { body: m } = useWords()
  const { t } = useLanguage()
  const today = useToday()
  const last = lastDayOf(history)
  const ending = history.at(-1)?.endDocument ?? null
  const entries = history.map((version, index): HistoryEntry => {
    const before = history[index - 1]
    const changes = before ? differences(m.changes, (level) => t(LEVEL_NAMES[level]), before, version) : [m.first]
    const shown = holds(version, day)
    return {
      key: version.from,
      when: formatDay(version.from),
      tone: shown ? 'accent' : 'grey',
      title: shown ? (
        <>
          {version.name} <span className="mute small">({m.shown})</span>
        </>
      ) : (
        <Link to={`/co-quan/${id}`} search={keepDay(version.from, today)}>
          {version.name}
        </Link>
      ),
      who: [...(before && !follows(before, version) ? [m.resumed] : []), ...changes].join(' · '),
      more: version.document === null ? m.noDocument : m.document(version.document),
    }
  })
  const ended: HistoryEntry[] =
    last === undefined
      ? []
      : [
          {
            key: 'end',
            when: formatDay(last),
            title: m.end,
            who: m.stops,
            tone: 'amber',
            more: ending === null ? m.noDocument : m.document(ending),
          },
        ]
  return <History label={m.historyOf} entries={[...entries, ...ended]} />
}
