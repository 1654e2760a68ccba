import { Link } from '@tanstack/react-router'
import { draft } from '../../../law/pages/whatif/draft.ts'
import { Button } from '../../../ui/button.tsx'
import { useCell } from '../../../ui/cell.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useAddress } from '../../../ui/use-address.ts'
import type { Json } from '../../content/json.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import { focusWhenThere } from './focus-when-there.ts'
import { nearestPath } from './paths.ts'
import type { SessionState } from './session.ts'
import { useChangeWords } from './use-change-words.ts'

interface RefusedChangesProps {
  state: SessionState
  onLetGo: (at: string) => void
}

/** What the server has refused, each with why; it stays in its field until it is mended or let go. */
export function RefusedChanges({ state, onLetGo }: RefusedChangesProps) {
  const { saving: m } = useDelegationWords()
  const { t } = useLanguage()
  const { refused } = state.desk
  if (refused.length === 0) return null
  return (
    <Notice tone="red" role="alert" title={m.refusedTitle(refused.length)}>
      <p>{m.refusedWhat}</p>
      <ul className={css.findings}>
        {refused.map(({ at, why }) => (
          <li key={at}>
            <FieldLink at={at} />: {t(why)} <Button onClick={() => onLetGo(at)}>{m.letGo}</Button>
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The name of a field; leads to it. */
export function FieldLink({ at }: { at: string }) {
  const address = useAddress()
  const dossier = useCell(draft, (one) => one.dossier) as Json
  const say = useChangeWords(dossier)
  return (
    <Link to="." search={address.after({ muc: undefined })} onClick={() => focusWhenThere(nearestPath(dossier, at))}>
      {say.name(at)}
    </Link>
  )
}
