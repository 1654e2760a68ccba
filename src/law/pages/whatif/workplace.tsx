import { type ReactNode, useState } from 'react'
import { dayInVietnam } from '../../../kernel/day.ts'
import { Dialog } from '../../../ui/dialog.tsx'
import { useMedia } from '../../../ui/use-media.ts'
import type { Law } from '../../law.ts'
import type { Registry } from '../../rules/rule.ts'
import type { DossierOf } from './check-draft.ts'
import { Contents } from './contents.tsx'
import { focusField } from './focus.ts'
import { DossierForm } from './form/form.tsx'
import css from './page.module.css'
import { Panel } from './panel.tsx'
import { PrintSheet } from './print-sheet.tsx'
import { useSurroundings } from './surroundings.tsx'
import { useCheck } from './use-check.ts'
import { useWords } from './use-words.ts'
import { SpokenVerdict, Verdict } from './verdict.tsx'

interface WorkplaceProps {
  law: Law
  /** Above the form. */
  top?: ReactNode
  /** Makes the dossier of the contract out of a draft that holds more. */
  dossierOf?: DossierOf
  /** What is known beside the dossier; the same object while it is the same. */
  registry?: Registry
}

/** The form, with the contents at its left and the law at its right; on a narrow screen the law waits below. */
export function Workplace({ law, top, dossierOf, registry }: WorkplaceProps) {
  const m = useWords().whatif
  const { readOnly } = useSurroundings()
  const [today] = useState(() => dayInVietnam(new Date()))
  const wide = useMedia('(min-width: 1000px)')
  useCheck(law, today, dossierOf, registry)
  return (
    <>
      <SpokenVerdict />
      <div className={`${css.grid} no-print`}>
        <Contents />
        <form className={css.form} aria-label={m.form} onSubmit={(event) => event.preventDefault()}>
          {top}
          <fieldset className={css.fields} disabled={readOnly}>
            <DossierForm />
          </fieldset>
        </form>
        {wide ? (
          <aside className={css.aside} aria-label={m.panel}>
            <Panel law={law.data} onGo={focusField} />
          </aside>
        ) : null}
      </div>
      {wide ? null : <Drawer law={law} />}
      <PrintSheet law={law.data} today={today} dossierOf={dossierOf} />
    </>
  )
}

/** On a narrow screen: the verdict stays at the lower edge, and opens what the law says. */
function Drawer({ law }: { law: Law }) {
  const m = useWords().whatif
  const [open, setOpen] = useState(false)
  const go = (path: string) => {
    setOpen(false)
    requestAnimationFrame(() => focusField(path))
  }
  return (
    <>
      <button type="button" className={`${css.bar} no-print`} aria-haspopup="dialog" onClick={() => setOpen(true)}>
        <Verdict short />
        <span className={css.barMore}>{m.openPanel}</span>
      </button>
      <Dialog open={open} kind="drawer" label={m.panel} onClose={() => setOpen(false)}>
        <button type="button" className={css.drawerClose} onClick={() => setOpen(false)}>
          {m.close}
        </button>
        <Panel law={law.data} onGo={go} />
      </Dialog>
    </>
  )
}
