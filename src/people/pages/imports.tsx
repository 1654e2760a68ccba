import { useState } from 'react'
import { dayInVietnam, formatDay } from '../../kernel/day.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { call } from '../../ui/fetch.ts'
import { useAnswer } from '../../ui/list.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import { listImports, undoImport } from '../import/contract.ts'
import { useWords } from './use-words.ts'

/** The imports so far; each can be undone while nothing was changed since. */
export function Imports() {
  const m = useWords()
  const { data } = useAnswer(listImports, {})
  const [undoing, setUndoing] = useState<string | undefined>(undefined)
  return (
    <Section id="imports" title={m.imports}>
      <Table
        caption={m.imports}
        list={{ rows: data ?? [] }}
        rowKey={({ id }) => id}
        empty={<p>{m.noImports}</p>}
        columns={[
          { key: 'file', head: m.file, render: ({ fileName }) => fileName },
          {
            key: 'on',
            head: m.on,
            render: ({ doneAt }) => <span className="num">{formatDay(dayInVietnam(new Date(doneAt)))}</span>,
          },
          { key: 'added', head: m.counts.added, numeric: true, render: ({ counts }) => counts.added },
          { key: 'changed', head: m.counts.changed, numeric: true, render: ({ counts }) => counts.changed },
          { key: 'rejected', head: m.counts.rejected, numeric: true, render: ({ counts }) => counts.rejected },
          {
            key: 'undo',
            head: m.undo,
            render: ({ id, undoneAt, emptied }) =>
              undoneAt === null ? (
                <Button onClick={() => setUndoing(id)} disabledBecause={emptied ? m.emptied : undefined}>
                  {m.undo}
                </Button>
              ) : (
                <Chip>{m.undone}</Chip>
              ),
          },
        ]}
      />
      <Confirm
        open={undoing !== undefined}
        danger
        title={m.undoTitle}
        confirm={m.undo}
        onConfirm={() => call(undoImport, { id: undoing ?? '' })}
        onClose={() => setUndoing(undefined)}
      >
        <p>{m.undoText}</p>
      </Confirm>
    </Section>
  )
}
