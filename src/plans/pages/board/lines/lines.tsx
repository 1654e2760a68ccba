import { IconX } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { Button } from '../../../../ui/button.tsx'
import { Dialog } from '../../../../ui/dialog.tsx'
import { Pager, useList } from '../../../../ui/list.tsx'
import { useSession } from '../../../../ui/session.tsx'
import { Table } from '../../../../ui/table.tsx'
import { useAddress } from '../../../../ui/use-address.ts'
import { useMedia } from '../../../../ui/use-media.ts'
import type { Board, ListedItem } from '../../../answers.ts'
import { listItems } from '../../../contract.ts'
import { useBoardWords } from '../use-words.ts'
import { BulkActions } from './bulk-actions.tsx'
import { useLineColumns } from './columns.tsx'
import { LineFilters, useLineFilter } from './filters.tsx'
import { LinePanel } from './line-panel.tsx'
import css from './lines.module.css'

const WIDE = '(min-width: 1101px)'

interface LinesProps {
  board: Board
  onDone: (said: string) => void
}

/** The work list: every line of all units, searched, sorted and filtered; one of them read and decided on beside it. */
export function Lines({ board, onDone }: LinesProps) {
  const m = useBoardWords()
  const { may } = useSession()
  const address = useAddress()
  const filter = useLineFilter(board)
  const list = useList(listItems, filter)
  const [chosen, setChosen] = useState<ReadonlySet<string>>(NOTHING)
  const open = useOpenLine(list.data?.items)
  const columns = useLineColumns(open?.itemId)
  const show = (planId: string, itemId: string) => address.set({ doan: itemId, kh: planId, page: address.get('page') })
  const picked = (list.data?.items ?? []).filter(({ id }) => chosen.has(id))
  return (
    <>
      <LineFilters board={board} filter={filter} />
      <div className={open ? css.columns : `${css.columns} ${css.alone}`}>
        <div>
          <Table
            caption={m.board.views.lines}
            columns={columns}
            list={list}
            rowKey={({ id }) => id}
            empty={
              <>
                <p>{m.list.empty}</p>
                <p>{m.list.emptyNext}</p>
              </>
            }
            selection={
              may('plans.consolidate')
                ? {
                    chosen,
                    onChange: setChosen,
                    actions: (
                      <BulkActions
                        picked={picked}
                        board={board}
                        onDone={(said) => {
                          setChosen(NOTHING)
                          onDone(said)
                        }}
                      />
                    ),
                  }
                : undefined
            }
          />
          <Pager list={list} />
        </div>
        {open ? (
          <Side onClose={() => address.set({ doan: undefined, kh: undefined, page: address.get('page') })}>
            <LinePanel planId={open.planId} itemId={open.itemId} board={board} onOpen={show} onSaved={onDone} />
          </Side>
        ) : null}
      </div>
    </>
  )
}

const NOTHING: ReadonlySet<string> = new Set()

/** The line that the address names (`doan`), and its plan (`kh`, or that of the row shown). */
function useOpenLine(rows: readonly ListedItem[] | undefined): { planId: string; itemId: string } | undefined {
  const { get } = useAddress()
  const itemId = get('doan')
  const planId = get('kh') ?? rows?.find(({ id }) => id === itemId)?.planId
  return itemId === undefined || planId === undefined ? undefined : { planId, itemId }
}

/** Beside the list where there is room, else over it. */
function Side({ onClose, children }: { onClose: () => void; children: ReactNode }) {
  const m = useBoardWords()
  const wide = useMedia(WIDE)
  const inside = (
    <>
      <div className={css.sideHead}>
        <Button icon={IconX} onClick={onClose}>
          {m.close}
        </Button>
      </div>
      {children}
    </>
  )
  if (wide) return <aside className={css.side}>{inside}</aside>
  return (
    <Dialog open label={m.decide.title} kind="drawer" onClose={onClose}>
      {inside}
    </Dialog>
  )
}
