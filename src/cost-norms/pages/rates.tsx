import { useState } from 'react'
import type { z } from 'zod'
import { formatDay } from '../../kernel/day.ts'
import { CURRENCY_CODES } from '../../law/codes/currencies.ts'
import { Button } from '../../ui/button.tsx'
import { DayInput } from '../../ui/day-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { Fields } from '../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../ui/form.tsx'
import { ChoiceInput, NumberInput, TextInput } from '../../ui/inputs.tsx'
import { useAnswer } from '../../ui/list.tsx'
import { Section } from '../../ui/section.tsx'
import { type Column, Table } from '../../ui/table.tsx'
import { writtenNumber } from '../../ui/typed.ts'
import { useSubmit } from '../../ui/use-submit.ts'
import { addRate, listRates } from '../contract.ts'
import { RootField, type Sets } from './root-field.tsx'
import { useNormWords } from './words.ts'

type Row = z.output<(typeof listRates)['output']>['items'][number]
const CURRENCIES = [
  'USD',
  'EUR',
  'JPY',
  ...[...CURRENCY_CODES].filter((code) => !['VND', 'USD', 'EUR', 'JPY'].includes(code)),
]

/** Rates, the newest first, and a way to enter one. */
export function Rates({ sets }: { sets: Sets }) {
  const m = useNormWords()
  const [adding, setAdding] = useState(false)
  const { data } = useAnswer(listRates, { size: 50 })
  const columns = useColumns()
  return (
    <Section
      id="ty-gia"
      title={m.rates}
      note={sets.length > 0 ? <Button onClick={() => setAdding(true)}>{m.addRate}</Button> : undefined}
    >
      {data ? (
        <Table
          caption={m.rates}
          columns={columns}
          list={{ rows: data.items }}
          rowKey={({ id }) => id}
          empty={m.rateEmpty}
        />
      ) : (
        <p className="mute">{m.loading}</p>
      )}
      {adding ? <AddRate sets={sets} onClose={() => setAdding(false)} /> : null}
    </Section>
  )
}

function AddRate({ sets, onClose }: { sets: Sets; onClose: () => void }) {
  const m = useNormWords()
  const [root, setRoot] = useState<string | null | undefined>(sets.length === 1 ? sets[0]?.rootId : undefined)
  const [typed, setTyped] = useState<{ currency?: string; day?: string; vnd?: number | string; source: string }>({
    currency: 'USD',
    source: '',
  })
  const sending = useSubmit(addRate, { onDone: onClose })
  const submit = () => {
    const { currency = '', day = '', vnd = '', source } = typed
    return sending.submit({ rootId: root === undefined ? '' : root, currency, day, vnd: String(vnd), source })
  }
  return (
    <Dialog open kind="box" label={m.addRate} onClose={onClose}>
      <h2>{m.addRate}</h2>
      <Form submission={sending} onSubmit={submit}>
        <Fields>
          <RootField sets={sets} value={root} onChange={setRoot} />
          <FormField name="currency" label={m.currency} size="small">
            {(control) => (
              <ChoiceInput
                {...control}
                value={typed.currency}
                options={CURRENCIES.map((code) => [code, code])}
                onChange={(currency) => setTyped({ ...typed, currency: currency ?? '' })}
              />
            )}
          </FormField>
          <FormField name="vnd" label={m.rate} size="small">
            {(control) => (
              <NumberInput {...control} value={typed.vnd} onChange={(vnd) => setTyped({ ...typed, vnd: vnd ?? '' })} />
            )}
          </FormField>
          <FormField name="day" label={m.rateDay} size="small">
            {(control) => (
              <DayInput {...control} value={typed.day} onChange={(day) => setTyped({ ...typed, day: day ?? '' })} />
            )}
          </FormField>
          <FormField name="source" label={m.source} size="wide">
            {(control) => (
              <TextInput {...control} value={typed.source} onChange={(source) => setTyped({ ...typed, source })} />
            )}
          </FormField>
        </Fields>
        <FormActions>
          <SubmitButton>{m.addRate}</SubmitButton>
          <Button onClick={onClose}>{m.cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

function useColumns(): Column<Row>[] {
  const m = useNormWords()
  return [
    { key: 'currency', head: m.currency, render: ({ currency }) => currency },
    { key: 'vnd', head: m.rate, numeric: true, render: ({ vnd }) => writtenNumber(Number(vnd)) },
    { key: 'day', head: m.rateDay, render: ({ day }) => formatDay(day) },
    { key: 'source', head: m.source, render: ({ source }) => source },
    { key: 'scope', head: m.scope, render: ({ root }) => root?.name ?? m.whole },
    { key: 'setBy', head: m.setBy, render: ({ setBy }) => setBy },
  ]
}
