import { Link } from '@tanstack/react-router'
import { useLanguage } from '../../../ui/language.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useAddress } from '../../../ui/use-address.ts'
import type { DelegationView } from '../../answers.ts'
import { contestedFacts } from '../../content/facts.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import { focusWhenThere } from './focus-when-there.ts'
import { nearestPath } from './paths.ts'
import { useChangeWords } from './use-change-words.ts'

/** What the unit contests of the registers: there its own words count, so whoever judges the dossier reads both first. */
export function Contested({ view: { content, facts }, onLeave }: { view: DelegationView; onLeave?: () => void }) {
  const { contested: m } = useDelegationWords()
  const { t } = useLanguage()
  const address = useAddress()
  const say = useChangeWords(content)
  const contested = contestedFacts(content, facts)
  if (contested.length === 0) return null
  return (
    <Notice tone="amber" title={m.title(contested.length)}>
      <ul className={css.findings}>
        {contested.map(({ at, registered, source, stated, note }) => (
          <li key={at}>
            <Link
              to="."
              search={address.after({ muc: undefined })}
              onClick={() => {
                onLeave?.()
                focusWhenThere(nearestPath(content, at))
              }}
            >
              {say.name(at)}
            </Link>
            : {m.registered(t(source))} <b>{say.value(at, registered)}</b>; {m.stated} <b>{say.value(at, stated)}</b>.{' '}
            {m.note(note)}
          </li>
        ))}
      </ul>
    </Notice>
  )
}
