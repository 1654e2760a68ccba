import { draft } from '../../../law/pages/whatif/draft.ts'
import { Button } from '../../../ui/button.tsx'
import { useCell } from '../../../ui/cell.ts'
import { Notice } from '../../../ui/notice.tsx'
import type { Json } from '../../content/json.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import type { SessionState } from './session.ts'
import { useChangeWords } from './use-change-words.ts'

interface ClashesProps {
  state: SessionState
  onSettle: (at: string, choice: 'mine' | 'theirs') => void
}

/** Fields in which somebody else wrote as well: both texts side by side, until one is chosen. */
export function Clashes({ state, onSettle }: ClashesProps) {
  const { clashes: m } = useDelegationWords()
  const dossier = useCell(draft, (one) => one.dossier) as Json
  const say = useChangeWords(dossier)
  const { clashes } = state.desk
  if (clashes.length === 0) return null
  return (
    <Notice tone="amber" role="alert" title={m.title(clashes.length)}>
      <p>{m.what}</p>
      {clashes.map(({ at, to, now }) => (
        <fieldset key={at} className={css.clash}>
          <legend>{say.name(at)}</legend>
          <div>
            <span className="small">{m.mine}</span>
            <p>{to === undefined ? m.nothing : say.value(at, to)}</p>
            <Button onClick={() => onSettle(at, 'mine')}>{m.keepMine}</Button>
          </div>
          <div>
            <span className="small">{m.theirs}</span>
            <p>{now === undefined ? m.nothing : say.value(at, now)}</p>
            <Button onClick={() => onSettle(at, 'theirs')}>{m.keepTheirs}</Button>
          </div>
        </fieldset>
      ))}
    </Notice>
  )
}
