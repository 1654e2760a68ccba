import { useState } from 'react'
import { FUNDING_SOURCES } from '../../../law/dossier.ts'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { call } from '../../../ui/fetch.ts'
import { Field, Fields } from '../../../ui/field.tsx'
import { ChoiceInput, NumberInput, TextInput } from '../../../ui/inputs.tsx'
import { SearchSelect } from '../../../ui/search-select.tsx'
import type { Board, CeilingUse } from '../../answers.ts'
import { setCeiling } from '../../board/contract.ts'
import css from './board.module.css'
import { Refusal } from './refusal.tsx'
import { useAct } from './use-plans.ts'
import { useBoardWords, useLineWords } from './use-words.ts'

interface CeilingDialogProps {
  board: Board
  /** The ceiling to change, or a new one; none while the dialog is closed. */
  setting: CeilingUse | 'new' | undefined
  onClose: () => void
  onSaved: (said: string) => void
}

/** Sets a ceiling of a unit or of the whole, changes it or takes it away; always by a document. */
export function CeilingDialog({ setting, ...rest }: CeilingDialogProps) {
  const m = useBoardWords().ceilings
  return (
    <Dialog open={setting !== undefined} label={m.set} kind="box" onClose={rest.onClose}>
      {setting === undefined ? null : <CeilingForm ceiling={setting === 'new' ? undefined : setting} {...rest} />}
    </Dialog>
  )
}

function CeilingForm({
  ceiling,
  board,
  onClose,
  onSaved,
}: Omit<CeilingDialogProps, 'setting'> & { ceiling: CeilingUse | undefined }) {
  const words = useBoardWords()
  const m = words.ceilings
  const { source: sourceWords } = useLineWords()
  const [bodyId, setBodyId] = useState(ceiling?.bodyId ?? board.root.id)
  const [source, setSource] = useState(ceiling?.source ?? null)
  const [half, setHalf] = useState(ceiling?.half ?? null)
  const [vnd, setVnd] = useState<number | string | undefined>(ceiling?.vnd)
  const [document, setDocument] = useState(ceiling?.document ?? '')
  const [tried, setTried] = useState(false)
  const act = useAct()
  const amount = typeof vnd === 'number' && Number.isInteger(vnd) && vnd >= 0 ? vnd : undefined
  const noDocument = document.trim() === ''
  const bodies = [[board.root.id, m.whole] as const, ...board.units.map(({ body }) => [body.id, body.name] as const)]

  const send = async (to: number | null, said: string) => {
    setTried(true)
    if (noDocument || to === undefined) return
    const version = ceiling === undefined ? {} : { version: ceiling.version }
    const input = { bodyId, year: board.year, source, half, vnd: to, document, ...version }
    if (await act.run(() => call(setCeiling, input))) onSaved(said)
  }
  const save = async () => {
    setTried(true)
    if (amount !== undefined) await send(amount, m.saved)
  }
  return (
    <form
      className={css.ask}
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <h2>{m.set}</h2>
      {ceiling === undefined ? (
        <Fields>
          <Field id="ceiling-body" label={m.body} size="wide">
            {(control) => (
              <SearchSelect {...control} value={bodyId} options={bodies} onChange={(id) => id && setBodyId(id)} />
            )}
          </Field>
          <Field id="ceiling-source" label={m.source}>
            {(control) => (
              <ChoiceInput
                {...control}
                value={source ?? undefined}
                options={FUNDING_SOURCES.map((one) => [one, sourceWords(one)])}
                onChange={(value) => setSource(FUNDING_SOURCES.find((one) => one === value) ?? null)}
                unset={words.allSources}
              />
            )}
          </Field>
          <Field id="ceiling-half" label={m.half}>
            {(control) => (
              <ChoiceInput
                {...control}
                value={half === null ? undefined : String(half)}
                options={[
                  ['1', words.halves[1]],
                  ['2', words.halves[2]],
                ]}
                onChange={(value) => setHalf(value === '1' ? 1 : value === '2' ? 2 : null)}
                unset={words.wholeYear}
              />
            )}
          </Field>
        </Fields>
      ) : null}
      <Fields>
        <Field id="ceiling-amount" label={m.amount} error={tried && amount === undefined ? m.amountNeeded : undefined}>
          {(control) => <NumberInput {...control} value={vnd} onChange={setVnd} />}
        </Field>
        <Field id="ceiling-document" label={m.document} error={tried && noDocument ? m.documentNeeded : undefined}>
          {(control) => <TextInput {...control} value={document} onChange={setDocument} />}
        </Field>
      </Fields>
      <Refusal error={act.failed} />
      <div className={css.buttons}>
        <Button primary submit disabledBecause={act.busy ? words.saving : undefined}>
          {m.save}
        </Button>
        {ceiling === undefined ? null : <Button onClick={() => void send(null, m.removed)}>{m.remove}</Button>}
        <Button onClick={onClose}>{words.cancel}</Button>
      </div>
    </form>
  )
}
