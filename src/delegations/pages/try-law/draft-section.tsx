import { IconDownload } from '@tabler/icons-react'
import { useRef, useState } from 'react'
import { useLaw } from '../../../law/pages/whatif/use-law.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { downloadText } from '../../../ui/download.ts'
import { Field, Fields } from '../../../ui/field.tsx'
import { FileInput } from '../../../ui/inputs.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { Failure } from '../../../ui/notice.tsx'
import { SearchSelect } from '../../../ui/search-select.tsx'
import { Section } from '../../../ui/section.tsx'
import { writtenNumber } from '../../../ui/typed.ts'
import { DRAFT_LENGTH } from '../../effect/contract.ts'
import { Editor, goToLine } from './editor.tsx'
import { Faults, linesOf } from './faults.tsx'
import { fileNameOf } from './trial.ts'
import css from './try-law.module.css'
import { type Draft, openedName } from './use-draft.ts'
import { useTryWords } from './use-try-words.ts'

/** Where the draft comes from, its text, and what is wrong with it. */
export function DraftSection({ draft, failed }: { draft: Draft; failed: Error | undefined }) {
  const m = useTryWords()
  const editor = useRef<HTMLTextAreaElement>(null)
  return (
    <Section id="ban-thao" title={m.draft} note={draft.text === undefined ? undefined : <Standing draft={draft} />}>
      <Sources draft={draft} />
      {failed === undefined ? null : <Faults failed={failed} onGo={(line) => goToLine(editor.current, line)} />}
      {draft.text === undefined ? (
        <Absent draft={draft} />
      ) : (
        <>
          <Editor ref={editor} label={m.editor} text={draft.text} faulty={linesOf(failed)} onEdit={draft.edit} />
          <Deeds draft={draft} text={draft.text} />
        </>
      )}
    </Section>
  )
}

/** Whether the text is that in use. */
function Standing({ draft: { standing } }: { draft: Draft }) {
  const m = useTryWords()
  return <Chip tone={standing === 'asInUse' ? 'grey' : 'amber'}>{m[standing]}</Chip>
}

/** One of the files in use, or a file of one's own. */
function Sources({ draft }: { draft: Draft }) {
  const m = useTryWords()
  const files = useFiles(draft.key)
  return (
    <Fields>
      <Field id="tep" label={m.from} hint={m.fromHint}>
        {(bound) => (
          <SearchSelect {...bound} value={draft.key} options={files} onChange={(key) => key && draft.choose(key)} />
        )}
      </Field>
      <OpenFile draft={draft} />
    </Fields>
  )
}

/** The files in use by what they are called, and the one that was opened. */
function useFiles(key: string | undefined) {
  const m = useTryWords()
  const { t } = useLanguage()
  const { law } = useLaw()
  const opened = openedName(key)
  return [
    ...(key === undefined || opened === '' ? [] : [[key, m.openedOption(opened)] as const]),
    ...(law?.data.instruments ?? []).map(({ id, number }) => [`instruments/${id}`, m.instrument(number)] as const),
    ...(law?.data.administered ?? []).map(({ id, title }) => [`administered/${id}`, m.value(t(title))] as const),
  ]
}

function OpenFile({ draft }: { draft: Draft }) {
  const m = useTryWords()
  const [error, setError] = useState<string | undefined>(undefined)
  const open = async (file: File | undefined) => {
    if (file === undefined) return
    const text = file.size > 4 * DRAFT_LENGTH ? undefined : await file.text()
    const length = text?.length ?? file.size
    const tooLong = length > DRAFT_LENGTH
    setError(tooLong ? m.tooLong(file.name, writtenNumber(length), writtenNumber(DRAFT_LENGTH)) : undefined)
    if (text !== undefined && !tooLong) draft.open(file.name, text)
  }
  return (
    <Field id="mo-tep" label={m.open} error={error}>
      {(bound) => <FileInput {...bound} accept=".yaml,.yml" onChange={(file) => void open(file)} />}
    </Field>
  )
}

/** Why there is no text to show. */
function Absent({ draft: { key, failed, retry } }: { draft: Draft }) {
  const m = useTryWords()
  if (failed) return <Failure error={failed} retry={retry} />
  const opened = openedName(key)
  return <p className={css.absent}>{key === undefined ? m.nothingChosen : opened ? m.gone(opened) : m.loading}</p>
}

/** What can be done with the text besides trying it. */
function Deeds({ draft, text }: { draft: Draft; text: string }) {
  const m = useTryWords()
  return (
    <div className={css.deeds}>
      <Button icon={IconDownload} onClick={() => downloadText(fileNameOf(text, draft.name), text)}>
        {m.download}
      </Button>
      {draft.standing === 'edited' ? <Button onClick={draft.reset}>{m.reset}</Button> : null}
    </div>
  )
}
