import { useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { call } from '../../../../ui/fetch.ts'
import type { Board, ListedItem } from '../../../answers.ts'
import { decideItems } from '../../../board/contract.ts'
import { MergeDialog } from '../decide/merge-dialog.tsx'
import type { LineRef } from '../decide/merge-lines.ts'
import { Refusal } from '../refusal.tsx'
import { useAct } from '../use-plans.ts'
import { useBoardWords } from '../use-words.ts'

interface BulkActionsProps {
  picked: readonly ListedItem[]
  board: Board
  onDone: (said: string) => void
}

/** What can be done with the lines chosen: keep them all, or merge them to one. */
export function BulkActions({ picked, board, onDone }: BulkActionsProps) {
  const { list: m, saving } = useBoardWords()
  const [merging, setMerging] = useState<readonly LineRef[]>()
  const act = useAct()
  const open = picked.filter(({ state, standing }) => state === 'consolidating' && standing !== 'dropped')
  const keep = async () => {
    if (await act.run(() => keepAll(open))) onDone(m.kept(open.length))
  }
  const busy = act.busy ? saving : undefined
  return (
    <>
      <Button primary onClick={() => void keep()} disabledBecause={open.length === 0 ? m.keepNone : busy}>
        {m.keep(open.length)}
      </Button>
      <Button
        onClick={() => setMerging(open.map(({ planId, id }) => ({ planId, itemId: id })))}
        disabledBecause={open.length < 2 ? m.mergeNeedsTwo : busy}
      >
        {m.merge(open.length)}
      </Button>
      <Refusal error={act.failed} />
      <MergeDialog
        lines={merging}
        board={board}
        onClose={() => setMerging(undefined)}
        onSaved={(said) => {
          setMerging(undefined)
          onDone(said)
        }}
      />
    </>
  )
}

/** Keeps lines as their units asked for them, plan by plan. */
async function keepAll(lines: readonly ListedItem[]): Promise<void> {
  for (const planId of new Set(lines.map((line) => line.planId))) {
    const decisions = lines
      .filter((line) => line.planId === planId)
      .map(({ id, version }) => ({ itemId: id, version, kind: 'keep' as const }))
    await call(decideItems, { id: planId, decisions })
  }
}
