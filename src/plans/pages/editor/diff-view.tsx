import type { ReactNode } from 'react'
import { useLanguage } from '../../../ui/language.tsx'
import type { PlanContent } from '../../answers.ts'
import { vndOfItem } from '../../plan-item.ts'
import { diffVersions, type FieldChange, isEmpty } from '../../rules/diff-versions.ts'
import { FIELD_NAMES } from '../../rules/field-names.ts'
import { useLineWords, vndWords } from '../board/use-words.ts'
import css from './editor.module.css'
import { useEditorWords } from './use-editor-words.ts'
import { useFieldWords } from './use-field-words.ts'
import { WideTable } from './wide-table.tsx'

/** What one version has and the other has not, in words: lines added, removed, changed field by field, and the sum. */
export function DiffView({ before, after }: { before: PlanContent; after: PlanContent }) {
  const m = useEditorWords().versions
  const diff = diffVersions(before, after)
  if (isEmpty(diff)) return <p>{m.same}</p>
  const { vnd } = diff
  return (
    <>
      <p className="num">{m.sum(vndWords(vnd.before), vndWords(vnd.after), signed(vnd.change))}</p>
      {diff.head.length > 0 ? (
        <Part title={m.head}>
          <Fields label={m.head} changes={diff.head} />
        </Part>
      ) : null}
      {diff.added.length > 0 ? (
        <Part title={m.added(diff.added.length)}>
          <Lines items={diff.added} />
        </Part>
      ) : null}
      {diff.removed.length > 0 ? (
        <Part title={m.removed(diff.removed.length)}>
          <Lines items={diff.removed} />
        </Part>
      ) : null}
      {diff.changed.length > 0 ? (
        <Part title={m.changed(diff.changed.length)}>
          <ul className={css.cards}>
            {diff.changed.map(({ originId, title, fields, vnd: change, reason }) => (
              <li key={originId}>
                <p className={css.line}>
                  <b>{title}</b> {change === 0 ? null : <span className="num">{signed(change)}</span>}
                </p>
                <Fields label={title} changes={fields} />
                {reason === '' ? null : (
                  <p className="small">
                    <b>{m.why}</b> {reason}
                  </p>
                )}
              </li>
            ))}
          </ul>
        </Part>
      ) : null}
    </>
  )
}

function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section className={css.answer}>
      <h3>{title}</h3>
      {children}
    </section>
  )
}

function Lines({ items }: { items: PlanContent['items'] }) {
  const m = useEditorWords().versions
  const say = useLineWords()
  return (
    <ul className={css.cards}>
      {items.map(({ originId, fields, reason }) => (
        <li key={originId}>
          <p>
            <b>{fields.title}</b>
          </p>
          <p className="mute small num">
            {say.countries(fields.countries)} · {say.when(fields)} · {vndWords(vndOfItem(fields))}
          </p>
          {reason === '' ? null : (
            <p className="small">
              <b>{m.why}</b> {reason}
            </p>
          )}
        </li>
      ))}
    </ul>
  )
}

function Fields({ label, changes }: { label: string; changes: readonly FieldChange[] }) {
  const m = useEditorWords().versions
  const say = useFieldWords()
  const { t } = useLanguage()
  const names = {
    ...Object.fromEntries(Object.entries(FIELD_NAMES).map(([field, name]) => [field, t(name)])),
    ...m.fields,
  }
  return (
    <WideTable label={label}>
      <table className={css.table}>
        <thead>
          <tr>
            <th scope="col">{m.fieldHead}</th>
            <th scope="col">{m.beforeHead}</th>
            <th scope="col">{m.afterHead}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ field, before, after }) => (
            <tr key={field}>
              <th scope="row">{(names as Record<string, string>)[field] ?? field}</th>
              <td className={css.was}>{say(field, before)}</td>
              <td className={css.is}>{say(field, after)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </WideTable>
  )
}

function signed(vnd: number): string {
  return vnd > 0 ? `+${vndWords(vnd)}` : vnd < 0 ? `−${vndWords(-vnd)}` : vndWords(0)
}
