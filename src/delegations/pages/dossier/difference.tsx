import { useLanguage } from '../../../ui/language.tsx'
import { More } from '../../../ui/more.tsx'
import { Notice } from '../../../ui/notice.tsx'
import type { DelegationView, Difference } from '../../answers.ts'
import type { Json } from '../../content/json.ts'
import { TRANSITIONS } from '../../transitions/transitions.ts'
import { instantWords, useDelegationWords } from '../use-delegation-words.ts'
import { ChangeTable, telling } from './change-table.tsx'

/** So many changes are read at a glance; more open on demand. */
const AT_ONCE = 12

/** What the unit has changed since its dossier was returned: for the unit before it sends it again, and for whoever then reads it. */
export function DifferenceSinceReturn({ view: { difference, content } }: { view: DelegationView }) {
  const { difference: m } = useDelegationWords()
  if (difference === null) return null
  const count = telling(difference.changes).length
  const table = <ChangeTable changes={difference.changes} dossier={content} label={m.label} />
  return (
    <Notice tone={count === 0 ? 'amber' : 'grey'} title={count === 0 ? m.none : m.title(count)}>
      <p className="small">
        <Since difference={difference} />
      </p>
      {count === 0 ? null : count <= AT_ONCE ? table : <More summary={m.show}>{table}</More>}
    </Notice>
  )
}

/** What a step of the history has changed against the one before that sent the dossier on. */
export function DifferenceAtStep({ difference, content }: { difference: Difference; content: Json }) {
  const { difference: m } = useDelegationWords()
  const count = telling(difference.changes).length
  return (
    <section>
      <h3>{m.atStep(count)}</h3>
      <p className="small mute">
        <Since difference={difference} />
      </p>
      {count === 0 ? null : <ChangeTable changes={difference.changes} dossier={content} label={m.label} />}
    </section>
  )
}

function Since({
  difference: {
    since: { action, at, by },
  },
}: {
  difference: Difference
}) {
  const { difference: m } = useDelegationWords()
  const { t } = useLanguage()
  const name = TRANSITIONS.find((one) => one.action === action)?.name
  return <>{m.what(name ? t(name) : action, instantWords(at), by)}</>
}
