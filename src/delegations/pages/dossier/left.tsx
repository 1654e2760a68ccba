import { Button } from '../../../ui/button.tsx'
import { More } from '../../../ui/more.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { useDelegationWords } from '../use-delegation-words.ts'
import { ChangeTable } from './change-table.tsx'
import type { SessionState } from './session.ts'

/** What this browser still keeps of somebody's typing while the dossier is where it cannot be written. */
export function Left({ state: { left, desk }, onDrop }: { state: SessionState; onDrop: () => void }) {
  const { saving: m } = useDelegationWords()
  if (left.length === 0) return null
  const title = m.left(left.length)
  return (
    <Notice tone="amber" title={title} action={<Button onClick={onDrop}>{m.drop}</Button>}>
      <p>{m.leftWhy}</p>
      <More summary={title}>
        <ChangeTable changes={left} dossier={desk.mine} label={title} />
      </More>
    </Notice>
  )
}
