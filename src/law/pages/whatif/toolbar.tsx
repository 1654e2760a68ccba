import { IconDownload, IconFileImport, IconPrinter, IconTrash } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { useCell } from '../../../ui/cell.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { downloadJson } from '../../../ui/download.ts'
import { checked } from './checked.ts'
import { draft, EMPTY, replace } from './draft.ts'
import { ExamplesButton } from './examples-button.tsx'
import { openFile } from './open-file.ts'
import css from './page.module.css'
import { useWords } from './use-words.ts'

/** What can be done with the draft as a whole. */
export function Toolbar() {
  const m = useWords().whatif
  const current = useCell(checked, (one) => one.current)
  return (
    <div className={css.toolbar}>
      <ExamplesButton />
      <OpenButton />
      <Button icon={IconDownload} onClick={() => downloadJson('doan-ra-ho-so.json', draft.get())}>
        {m.saveRequest}
      </Button>
      <Button
        icon={IconDownload}
        disabledBecause={current ? undefined : m.noResultYet}
        onClick={() => downloadJson('doan-ra-ket-qua.json', checked.get().result)}
      >
        {m.saveResult}
      </Button>
      <Button icon={IconPrinter} onClick={() => window.print()}>
        {m.print}
      </Button>
      <ClearButton />
    </div>
  )
}

/** Opens a file in the place of the draft. */
function OpenButton() {
  const m = useWords().whatif
  const file = useRef<HTMLInputElement>(null)
  return (
    <>
      <Button icon={IconFileImport} onClick={() => file.current?.click()}>
        {m.openFile}
      </Button>
      <input
        ref={file}
        type="file"
        accept=".json,application/json"
        hidden
        aria-label={m.openFile}
        onChange={(event) => {
          const chosen = event.target.files?.[0]
          event.target.value = ''
          if (chosen) void openFile(chosen)
        }}
      />
    </>
  )
}

/** Clears the draft once the person has said so. */
function ClearButton() {
  const m = useWords().whatif
  const [asking, setAsking] = useState(false)
  return (
    <>
      <Button icon={IconTrash} onClick={() => setAsking(true)}>
        {m.clear}
      </Button>
      <Dialog open={asking} kind="box" label={m.clearAsk} onClose={() => setAsking(false)}>
        <h2>{m.clearAsk}</h2>
        <p className={css.ask}>{m.clearWhy}</p>
        <div className={css.answers}>
          <Button onClick={() => setAsking(false)}>{m.cancel}</Button>
          <Button
            primary
            onClick={() => {
              replace(EMPTY, { vi: 'Đã xóa bản nháp.', en: 'The draft is cleared.' })
              setAsking(false)
            }}
          >
            {m.clearYes}
          </Button>
        </div>
      </Dialog>
    </>
  )
}
