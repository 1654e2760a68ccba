import { useId, useState } from 'react'
import type { z } from 'zod'
import { Breadcrumbs } from '../../ui/breadcrumbs.tsx'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { call } from '../../ui/fetch.ts'
import { Field, Fields } from '../../ui/field.tsx'
import { ChoiceInput, FileInput, NumberInput } from '../../ui/inputs.tsx'
import { useLanguage } from '../../ui/language.tsx'
import { Failure, Notice } from '../../ui/notice.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { SearchSelect } from '../../ui/search-select.tsx'
import { Section } from '../../ui/section.tsx'
import { Table } from '../../ui/table.tsx'
import type { Tone } from '../../ui/tone.ts'
import { useSending } from '../../ui/use-submit.ts'
import {
  type Counts,
  confirmImport,
  IMPORT_FIELDS,
  type ImportRow,
  type Mapping,
  previewImport,
} from '../import/contract.ts'
import { Imports } from './imports.tsx'
import css from './people.module.css'
import { useBodies, useWords } from './use-words.ts'

type Preview = z.infer<typeof previewImport.output>

/** What was chosen for the import: the file, and what its table means where it was not guessed right. */
interface Chosen {
  fileName: string
  content: string
  headRow?: number
  mapping?: Mapping
  bodyId?: string
}

const OUTCOMES = ['rejected', 'changed', 'added', 'unchanged'] as const
const TONES: Record<ImportRow['outcome'], Tone> = {
  rejected: 'red',
  changed: 'amber',
  added: 'green',
  unchanged: 'grey',
}

/** Reads a table of people: choose a file, see what each row would do, write, undo. */
export default function ImportPage() {
  const m = useWords()
  const [chosen, setChosen] = useState<Chosen | undefined>(undefined)
  const [preview, setPreview] = useState<Preview | undefined>(undefined)
  const [written, setWritten] = useState<Counts | undefined>(undefined)
  const looking = useSending(
    async (next: Chosen) => {
      setChosen(next)
      setWritten(undefined)
      setPreview(undefined)
      setPreview(await call(previewImport, next))
    },
    { changes: false },
  )
  const writing = useSending(async () => {
    if (!chosen || !preview) return
    const { hash, headRow, mapping } = preview
    const { counts } = await call(confirmImport, { ...chosen, hash, headRow, mapping })
    setWritten(counts)
    setPreview(undefined)
  })
  const failed = looking.failed ?? writing.failed
  return (
    <>
      <PageHead
        title={m.importTitle}
        sub={m.importSub}
        breadcrumbs={<Breadcrumbs pages={[{ to: '/can-bo', word: m.people }]} />}
      />
      <div className={css.gap}>
        {written ? (
          <Notice tone="green" role="status">
            <p>{m.done(written.added + written.changed)}</p>
          </Notice>
        ) : null}
        {failed ? <Failure error={failed} /> : null}
        <Section id="file" title={m.chooseFile}>
          <ChooseFile onChosen={(file) => void looking.submit(file)} />
        </Section>
        {chosen && preview ? (
          <>
            <Meaning chosen={chosen} preview={preview} onChange={(next) => void looking.submit(next)} />
            <Rows preview={preview} busy={writing.busy} onConfirm={() => void writing.submit(undefined)} />
          </>
        ) : null}
        <Imports />
      </div>
    </>
  )
}

function ChooseFile({ onChosen }: { onChosen: (file: Chosen) => void }) {
  const id = useId()
  const m = useWords()
  const read = async (file: File | undefined) => {
    if (!file) return
    const bytes = new Uint8Array(await file.arrayBuffer())
    let text = ''
    for (let at = 0; at < bytes.length; at += 32_768) text += String.fromCharCode(...bytes.subarray(at, at + 32_768))
    onChosen({ fileName: file.name, content: btoa(text) })
  }
  return (
    <Field id={id} label={m.file} hint={m.fileHint} size="wide">
      {(bound) => <FileInput {...bound} accept=".xlsx" onChange={(file) => void read(file)} />}
    </Field>
  )
}

interface MeaningProps {
  chosen: Chosen
  preview: Preview
  onChange: (chosen: Chosen) => void
}

/** Which row holds the heads and which column is what; a change is previewed at once. */
function Meaning({ chosen, preview, onChange }: MeaningProps) {
  const id = useId()
  const m = useWords()
  const bodies = useBodies()
  const columns = preview.heads.map((head, at) => [String(at), head || `${at + 1}`] as const)
  const map = (field: (typeof IMPORT_FIELDS)[number], column: string | undefined) => {
    const { [field]: _, ...others } = preview.mapping
    onChange({
      ...chosen,
      headRow: preview.headRow,
      mapping: column === undefined ? others : { ...others, [field]: Number(column) },
    })
  }
  return (
    <Section id="mapping" title={m.mapping}>
      <Fields>
        <Field id={`${id}-head`} label={m.headRow} size="small">
          {(control) => (
            <NumberInput
              {...control}
              value={preview.headRow}
              onChange={(row) => {
                if (typeof row !== 'number' || row === preview.headRow) return
                const { mapping: _, ...rest } = chosen
                onChange({ ...rest, headRow: row })
              }}
            />
          )}
        </Field>
        {IMPORT_FIELDS.map((field) => (
          <Field key={field} id={`${id}-${field}`} label={m.fields[field]}>
            {(control) => (
              <ChoiceInput
                {...control}
                unset={m.noColumn}
                value={preview.mapping[field] === undefined ? undefined : String(preview.mapping[field])}
                options={columns}
                onChange={(column) => map(field, column)}
              />
            )}
          </Field>
        ))}
        <Field id={`${id}-body`} label={m.wholeFileBody} size="wide">
          {(control) => (
            <SearchSelect
              {...control}
              value={chosen.bodyId}
              options={bodies}
              onChange={(bodyId) => {
                const { bodyId: _, ...rest } = chosen
                onChange({ ...rest, ...(bodyId === undefined ? {} : { bodyId }) })
              }}
            />
          )}
        </Field>
      </Fields>
    </Section>
  )
}

function Rows({ preview, busy, onConfirm }: { preview: Preview; busy: boolean; onConfirm: () => void }) {
  const m = useWords()
  const { counts, rows } = preview
  const writes = counts.added + counts.changed
  return (
    <Section id="rows" title={m.rows}>
      <p className={css.counts} role="status">
        {OUTCOMES.map((outcome) => (
          <Chip key={outcome} tone={TONES[outcome]}>
            {m.counts[outcome]}: {counts[outcome]}
          </Chip>
        ))}
      </p>
      <Button primary busy={busy} disabledBecause={writes === 0 ? m.nothing : undefined} onClick={onConfirm}>
        {m.confirm(writes)}
      </Button>
      <Table
        caption={m.rows}
        list={{ rows }}
        rowKey={({ line }) => String(line)}
        empty={<p>{m.nothing}</p>}
        columns={[
          { key: 'line', head: m.line, numeric: true, width: '70px', render: ({ line }) => line },
          { key: 'name', head: m.name, render: ({ name }) => name || '—' },
          { key: 'unit', head: m.body, render: ({ unit }) => unit || '—' },
          {
            key: 'outcome',
            head: m.outcome,
            render: ({ outcome }) => <Chip tone={TONES[outcome]}>{m.counts[outcome]}</Chip>,
          },
          { key: 'details', head: m.details, render: (row) => <Details row={row} /> },
        ]}
      />
    </Section>
  )
}

function Details({ row }: { row: ImportRow }) {
  const m = useWords()
  const { t } = useLanguage()
  if (row.reasons.length === 0 && row.changes.length === 0) return '—'
  return (
    <ul className={css.reasons}>
      {row.reasons.map(({ column, message }) => (
        <li key={`${column}${message.vi}`}>
          <b>{column}</b>: {t(message)}
        </li>
      ))}
      {row.changes.map(({ field, before, after }) => (
        <li key={field}>
          {m.columns[field] ?? field}: {before === null ? '' : `${before} → `}
          {after}
        </li>
      ))}
    </ul>
  )
}
