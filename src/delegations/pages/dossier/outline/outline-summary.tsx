import type { DelegationView } from '../../../answers.ts'
import { withFacts } from '../../../content/facts.ts'
import { asksOutline, OUTLINE_PARTS, outlineOf } from '../../../outline/outline.ts'
import { useDelegationWords } from '../../use-delegation-words.ts'
import css from '../dossier.module.css'
import { Earlier } from './earlier.tsx'
import own from './outline.module.css'

/** For whoever examines a study trip: what its outline answers, with the delegations that went before. */
export function OutlineSummary({ view }: { view: DelegationView }) {
  const { outline: m } = useDelegationWords()
  const known = withFacts(view.content, view.facts)
  if (!asksOutline(known)) return null
  const said = outlineOf(known)
  return (
    <>
      <h3 className={css.part}>{m.title}</h3>
      <dl className={own.summary}>
        {OUTLINE_PARTS.map((part) => (
          <div key={part}>
            <dt>{m.parts[part]}</dt>
            <dd>{said[part] === '' ? <b className={own.open}>{m.notStated}</b> : said[part]}</dd>
          </div>
        ))}
      </dl>
      <Earlier id={view.id} />
    </>
  )
}
