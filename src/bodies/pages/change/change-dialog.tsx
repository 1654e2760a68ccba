import { useState } from 'react'
import { formatDay } from '../../../kernel/day.ts'
import { useLanguage } from '../../../ui/language.tsx'
import { useSubmit } from '../../../ui/use-submit.ts'
import { changeBody } from '../../contract.ts'
import type { BodyMessages } from '../../messages.vi.ts'
import { LEVEL_NAMES } from '../../names.ts'
import css from '../bodies.module.css'
import { differences } from '../body/differences.ts'
import { holds, nearest } from '../body/life.ts'
import type { WholeBody } from '../body/whole-body.ts'
import type { TreeRow } from '../list/use-wanted.ts'
import { useWords } from '../use-words.ts'
import { BodyFieldset } from './body-fields.tsx'
import type { ChangeProps } from './changes.tsx'
import { type Draft, draftOf, fieldsOf } from './draft.ts'
import { missing, missingOf } from './faults.ts'
import { DayField, DocumentField, useBodiesOn } from './fields.tsx'
import { FormDialog } from './form-dialog.tsx'

/** Renames, moves or reorders a body from a day on. What is not edited stays as it is on that day. */
export function ChangeDialog({ body, name, onClose, onDone }: ChangeProps) {
  const { fields: m, change } = useWords()
  const [edited, setEdited] = useState<Partial<Draft>>({})
  const [from, setFrom] = useState<string | undefined>(undefined)
  const [document, setDocument] = useState('')
  const then = from === undefined ? undefined : body.history.find((version) => holds(version, from))
  const version = then ?? nearest(body.history, body.day)
  const parents = useBodiesOn(from, body.day, body.rootId)
  const changing = useSubmit(changeBody, { onDone })
  if (version === undefined) return null
  const draft: Draft = { ...draftOf(version), ...edited }
  const submit = () => {
    const faults = [...missing([['from', 'day', from]]), ...missingOf(draft)]
    if (faults.length > 0) return changing.refuse(faults)
    return changing.submit({
      id: body.id,
      ...fieldsOf(draft),
      from: from ?? '',
      document: document.trim() || null,
    })
  }
  return (
    <FormDialog
      title={change.changeTitle(name)}
      text={change.text}
      submission={changing}
      onSubmit={submit}
      submit={change.save}
      onClose={onClose}
    >
      <DayField name="from" label={m.from} hint={hintOf(m, from, body.history)} value={from} onChange={setFrom} />
      <DocumentField optional value={document} onChange={setDocument} />
      <BodyFieldset
        draft={draft}
        own={body.id}
        parents={body.id === body.rootId ? undefined : parents}
        onChange={(more) => setEdited((before) => ({ ...before, ...more }))}
      />
      <Preview version={version} draft={draft} parents={parents} />
    </FormDialog>
  )
}

/** What is to be known of the day: until when the change lasts, and whether it corrects a period that begins then. */
function hintOf(
  m: BodyMessages['fields'],
  from: string | undefined,
  history: WholeBody['history'],
): string | undefined {
  if (from === undefined) return undefined
  const then = history.find((version) => holds(version, from))
  if (then === undefined) return m.outside
  const hints = [
    ...(then.from === from ? [m.corrects] : []),
    ...(history.some((version) => version.from > from) && then.to !== null ? [m.until(formatDay(then.to))] : []),
  ]
  return hints.length === 0 ? undefined : hints.join(' ')
}

interface PreviewProps {
  version: WholeBody['history'][number]
  draft: Draft
  parents: readonly TreeRow[]
}

/** What will stand in the history. */
function Preview({ version, draft, parents }: PreviewProps) {
  const { change: m, body } = useWords()
  const { t } = useLanguage()
  const parentName = parents.find(({ id }) => id === draft.parentId)?.name ?? null
  const after = {
    ...version,
    ...fieldsOf(draft),
    name: draft.name?.trim() ?? '',
    shortName: draft.shortName?.trim() || null,
    bloc: (draft.bloc ?? null) as typeof version.bloc,
    locality: (draft.locality ?? null) as typeof version.locality,
    officialOrder: Number(draft.officialOrder ?? 0),
    isMission: draft.isMission,
    parentName: draft.parentId === (version.parentId ?? undefined) ? version.parentName : parentName,
  }
  const told = differences(body.changes, (level) => (level ? t(LEVEL_NAMES[level]) : '—'), version, after)
  return (
    <div className={css.preview} role="status">
      {told.length === 0 ? (
        <p className="mute">{m.nothing}</p>
      ) : (
        <>
          <p>
            {m.willChange} <b>{after.name}</b>
          </p>
          <ul>
            {told.map((one) => (
              <li key={one}>{one}</li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}
