import { useState } from 'react'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { call } from '../../ui/fetch.ts'
import { useSession } from '../../ui/session.tsx'
import { type AuditEntry, readPersonal } from '../contract.ts'
import { type Change, changesOf, isPersonal } from './changes.ts'
import { shown } from './shown.ts'
import css from './trail.module.css'
import { useWords, wordOf } from './use-words.ts'

/** Pieces of personal data by their path in the trail: `before.birthDate`. */
type Personal = ReadonlyMap<string, unknown>

/** What a deed changed: each field as it was and as it became; personal data only for a stated reason. */
export function ChangeTable({ entry }: { entry: AuditEntry }) {
  const m = useWords()
  const [personal, setPersonal] = useState<Personal | undefined>(undefined)
  const changes = changesOf(entry)
  if (changes.length === 0) return <p className="mute">{m.noChange}</p>
  const hidden = changes.some(({ before, after }) => isPersonal(before) || isPersonal(after))
  const cell = (side: 'before' | 'after', change: Change) => (
    <Value value={change[side]} path={[side, ...change.path].join('.')} personal={personal} />
  )
  return (
    <>
      <table className={css.changes}>
        <caption className="visually-hidden">{m.changesOf}</caption>
        <thead>
          <tr>
            <th scope="col">{m.field}</th>
            <th scope="col">{m.before}</th>
            <th scope="col">{m.after}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map((change) => (
            <tr key={change.path.join('.')}>
              <th scope="row">{nameOf(m, change.path, entry)}</th>
              <td data-head={m.before}>{cell('before', change)}</td>
              <td data-head={m.after}>{cell('after', change)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {hidden && personal === undefined ? <ShowPersonal entry={entry} onShown={setPersonal} /> : null}
    </>
  )
}

/** The words for a path; a thing among several is named by its title where the trail knows it. */
function nameOf(m: ReturnType<typeof useWords>, path: readonly string[], { before, after }: AuditEntry): string {
  const thing = (after?.[path[0] ?? ''] ?? before?.[path[0] ?? '']) as { title?: unknown } | null | undefined
  return path
    .map((key, index) =>
      index === 0 && path.length > 1 && typeof thing?.title === 'string'
        ? thing.title
        : shown(m, wordOf(m.fields, key)),
    )
    .join(' › ')
}

function Value({ value, path, personal }: { value: unknown; path: string; personal: Personal | undefined }) {
  const m = useWords()
  if (!isPersonal(value)) return shown(m, value)
  if (personal === undefined) return <Chip>{m.personal}</Chip>
  return personal.has(path) ? <mark>{shown(m, personal.get(path))}</mark> : <span className="mute">{m.purged}</span>
}

function ShowPersonal({ entry, onShown }: { entry: AuditEntry; onShown: (personal: Personal) => void }) {
  const m = useWords()
  const { may } = useSession()
  const [asking, setAsking] = useState(false)
  const read = async (reason: string) => {
    const { fields } = await call(readPersonal, { id: entry.id, reason })
    onShown(new Map(fields.map(({ path, value }) => [path, value])))
  }
  return (
    <>
      <Button onClick={() => setAsking(true)} disabledBecause={may('people.sensitive') ? undefined : m.mayNot}>
        {m.showPersonal}
      </Button>
      <Confirm
        open={asking}
        title={m.personalTitle}
        confirm={m.personalDo}
        reason="required"
        onConfirm={({ reason }) => read(reason)}
        onClose={() => setAsking(false)}
      >
        <p>{m.personalText}</p>
      </Confirm>
    </>
  )
}
