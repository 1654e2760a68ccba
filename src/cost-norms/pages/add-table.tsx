import { useState } from 'react'
import type { z } from 'zod'
import { TABLE_KINDS, type TableKind } from '../../law/costs/table.ts'
import { Button } from '../../ui/button.tsx'
import { DayInput } from '../../ui/day-input.tsx'
import { Dialog } from '../../ui/dialog.tsx'
import { CallFailed, call } from '../../ui/fetch.ts'
import { Fields } from '../../ui/field.tsx'
import { Form, FormActions, FormField, SubmitButton } from '../../ui/form.tsx'
import { ChoiceInput, FileInput, TextInput } from '../../ui/inputs.tsx'
import { useSending } from '../../ui/use-submit.ts'
import { addTable, readTable } from '../contract.ts'
import { en } from '../messages.en.ts'
import { vi } from '../messages.vi.ts'
import { RootField, type Sets } from './root-field.tsx'
import { useNormWords } from './words.ts'

const EMPTY = { title: '', number: '', on: '', by: '', validFrom: '', validTo: '' }
type Typed = typeof EMPTY
const MOST_TOLD = 20

/** Sets a table that an office has filled in with Excel: read first, and refused with its rows where it cannot be taken. */
export function AddTable({ sets, onClose }: { sets: Sets; onClose: () => void }) {
  const m = useNormWords()
  const [typed, setTyped] = useState(EMPTY)
  const [kind, setKind] = useState<TableKind>('norms')
  const [root, setRoot] = useState<string | null | undefined>(sets.length === 1 ? sets[0]?.rootId : undefined)
  const [fictitious, setFictitious] = useState(false)
  const [file, setFile] = useState<File | undefined>(undefined)
  const sending = useSending(async (chosen: File) => {
    const { lines, faults } = await call(readTable, { kind, content: await base64Of(chosen) })
    if (faults.length > 0) throw refusalOf(faults)
    const { title, number, on, by, validFrom, validTo } = typed
    const document = { number, on, by }
    const until = validTo === '' ? null : validTo
    await call(addTable, {
      rootId: root === undefined ? '' : root,
      kind,
      title,
      document,
      validFrom,
      validTo: until,
      fictitious,
      lines,
    })
    onClose()
  })
  const submit = () =>
    file === undefined
      ? sending.refuse([{ path: 'file', message: { vi: vi.noFile, en: en.noFile } }])
      : sending.submit(file)
  const text = (name: keyof Typed, path: string, label: string) => (
    <FormField name={path} label={label}>
      {(bound) => (
        <TextInput {...bound} value={typed[name]} onChange={(value) => setTyped({ ...typed, [name]: value })} />
      )}
    </FormField>
  )
  const day = (name: keyof Typed, path: string, label: string) => (
    <FormField name={path} label={label} size="small">
      {(bound) => (
        <DayInput
          {...bound}
          value={typed[name] || undefined}
          onChange={(value) => setTyped({ ...typed, [name]: value ?? '' })}
        />
      )}
    </FormField>
  )
  return (
    <Dialog open kind="box" label={m.addTitle} onClose={onClose}>
      <h2>{m.addTitle}</h2>
      <Form submission={sending} onSubmit={submit}>
        <Fields>
          <FormField name="kind" label={m.kind}>
            {(bound) => (
              <ChoiceInput
                {...bound}
                value={kind}
                options={TABLE_KINDS.map((one) => [one, m.kinds[one]])}
                onChange={(value) => setKind(value === 'groups' ? 'groups' : 'norms')}
              />
            )}
          </FormField>
          <RootField sets={sets} value={root} onChange={setRoot} />
          {text('title', 'title', m.name)}
          {text('number', 'document.number', m.documentNumber)}
          {day('on', 'document.on', m.documentOn)}
          {text('by', 'document.by', m.documentBy)}
          {day('validFrom', 'validFrom', m.validFrom)}
          {day('validTo', 'validTo', m.validTo)}
          <FormField name="file" label={m.file} size="wide">
            {(bound) => <FileInput {...bound} accept=".xlsx" onChange={setFile} />}
          </FormField>
        </Fields>
        <label>
          <input type="checkbox" checked={fictitious} onChange={(event) => setFictitious(event.target.checked)} />{' '}
          {m.sample}
        </label>
        <FormActions>
          <SubmitButton>{m.go}</SubmitButton>
          <Button onClick={onClose}>{m.cancel}</Button>
        </FormActions>
      </Form>
    </Dialog>
  )
}

/** What is wrong with the rows of the file, at its field. */
function refusalOf(faults: z.output<(typeof readTable)['output']>['faults']): CallFailed {
  const told = faults.slice(0, MOST_TOLD).map(({ row, column, message }) => ({
    path: 'file',
    message: { vi: `${vi.rowFault(row, column)}: ${message.vi}`, en: `${en.rowFault(row, column)}: ${message.en}` },
  }))
  const text = (language: 'vi' | 'en') => told.map(({ message }) => message[language]).join('; ')
  return new CallFailed({ vi: text('vi'), en: text('en') }, { code: 'invalid', faults: told })
}

async function base64Of(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  return btoa(bytes.reduce((text, byte) => text + String.fromCharCode(byte), ''))
}
