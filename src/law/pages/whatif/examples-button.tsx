import { IconListDetails } from '@tabler/icons-react'
import { useState } from 'react'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { openCase } from './open-case.ts'
import css from './page.module.css'
import { useCases } from './use-law.ts'
import { useWords } from './use-words.ts'

/** Dossiers to begin with: cases by which the law is tested, each with what it shows. */
export function ExamplesButton() {
  const m = useWords().whatif
  const { t } = useLanguage()
  const { data: cases, isError } = useCases()
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button icon={IconListDetails} onClick={() => setOpen(true)}>
        {m.examples}
      </Button>
      <Dialog open={open} kind="box" label={m.examples} onClose={() => setOpen(false)}>
        <h2>{m.examples}</h2>
        <p className={css.ask}>{isError ? m.examplesFailed : m.examplesHint}</p>
        <ul className={css.examples}>
          {cases
            ?.filter(({ example }) => example)
            .map((one) => (
              <li key={one.id}>
                <button
                  type="button"
                  onClick={() => {
                    openCase(one)
                    setOpen(false)
                  }}
                >
                  {t(one.about)}
                </button>
              </li>
            ))}
        </ul>
        <div className={css.answers}>
          <Button onClick={() => setOpen(false)}>{m.close}</Button>
        </div>
      </Dialog>
    </>
  )
}
