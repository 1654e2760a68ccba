import { type ComponentType, useState } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { Button } from '../../../ui/button.tsx'
import { Notice } from '../../../ui/notice.tsx'
import { Section } from '../../../ui/section.tsx'
import css from '../bodies.module.css'
import { lastDayOf, nearest } from '../body/life.ts'
import type { WholeBody } from '../body/whole-body.ts'
import { useWords } from '../use-words.ts'
import { CountriesDialog, ReportingDialog } from './assign-dialogs.tsx'
import { ChangeDialog } from './change-dialog.tsx'
import { CreateDialog } from './create-dialog.tsx'
import { EndDialog } from './end-dialog.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { SplitDialog } from './split-dialog.tsx'

/** What every change of a body needs. */
export interface ChangeProps {
  body: WholeBody
  /** As it is called on the day. */
  name: string
  onClose: () => void
  /** It is written. */
  onDone: () => void
}

const DIALOGS = {
  change: ChangeDialog,
  addUnder: ({ body, onClose }) => <CreateDialog day={body.day} parentId={body.id} onClose={onClose} />,
  merge: MergeDialog,
  split: SplitDialog,
  countries: CountriesDialog,
  reporting: ReportingDialog,
  end: EndDialog,
} satisfies Record<string, ComponentType<ChangeProps>>

type Kind = keyof typeof DIALOGS

/** What those who keep the register can do with a body: each opens its dialog. */
export function Changes({ body }: { body: WholeBody }) {
  const { change: m } = useWords()
  const [open, setOpen] = useState<Kind | undefined>(undefined)
  const [done, setDone] = useState(false)
  const version = nearest(body.history, body.day)
  if (version === undefined) return null
  const last = lastDayOf(body.history)
  const over = last === undefined ? undefined : m.alreadyEnded(formatDay(last))
  const offered: readonly Kind[] = [
    'change',
    'addUnder',
    'merge',
    'split',
    ...(version.isMission ? (['countries'] as const) : []),
    ...(body.id === body.rootId ? (['reporting'] as const) : []),
    'end',
  ]
  const Dialog = open && DIALOGS[open]
  const begin = (kind: Kind) => {
    setDone(false)
    setOpen(kind)
  }
  return (
    <Section id="changes" title={m.title} note={m.text}>
      {done ? (
        <Notice tone="green" role="status">
          <p>{m.done}</p>
        </Notice>
      ) : null}
      <div className={css.buttons}>
        {offered.map((kind) => (
          <Button
            key={kind}
            disabledBecause={kind === 'change' || kind === 'countries' ? undefined : over}
            onClick={() => begin(kind)}
          >
            {m[kind]}
          </Button>
        ))}
      </div>
      {Dialog ? (
        <Dialog
          body={body}
          name={version.name}
          onClose={() => setOpen(undefined)}
          onDone={() => {
            setOpen(undefined)
            setDone(true)
          }}
        />
      ) : null}
    </Section>
  )
}
