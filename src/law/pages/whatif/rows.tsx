import { IconPlus, IconX } from '@tabler/icons-react'
import type { CSSProperties, ReactNode } from 'react'
import { useCell } from '../../../ui/cell.ts'
import { useLanguage, useMessages } from '../../../ui/language.tsx'
import { en } from '../../messages.en.ts'
import { type ListKey, vi } from '../../messages.vi.ts'
import { draft, remove, write } from './draft.ts'
import css from './fields.module.css'
import { fieldId, focusField } from './focus.ts'
import { genericPath, type Json, parentPath, readAt } from './path.ts'
import { StatedNote } from './stated-value.tsx'
import { isSettled, useStated } from './surroundings.tsx'
import { fieldName, holderName, holderNames } from './words.ts'

type ListPath = Exclude<ListKey, `${string}[]${string}`> | `members[${number}].tripsThisYear`

interface RowsProps {
  path: ListPath
  /** Whether an empty list says something else than none at all: "there are none". */
  canBeNone?: boolean
  /** A new item, as far as it can be known. */
  fresh: () => Json
  /** Another way to add, in the place of the button. */
  adder?: ReactNode
  hideLegend?: boolean
  children: (index: number) => ReactNode
}

/** A list of the dossier: its items, each with its fields, a way to add one, and the difference between none and not stated. */
export function Rows({ path, canBeNone = false, fresh, adder, hideLegend = false, children }: RowsProps) {
  const m = useMessages({ vi, en }).whatif
  const { language } = useLanguage()
  const length = useLength(path)
  const indices = Array.from({ length: length ?? 0 }, (_, index) => index)
  const stated = useStated(path)
  return (
    <fieldset id={fieldId(path)} className={css.rows} disabled={isSettled(stated)}>
      <legend className={hideLegend && !stated ? 'visually-hidden' : css.legend}>
        <span className={hideLegend ? 'visually-hidden' : ''}>{fieldName(path, language)}</span>
        {stated ? <StatedNote path={path} stated={stated} /> : null}
      </legend>
      {indices.map((index) => (
        <Row key={index} path={`${path}[${index}]`}>
          {children(index)}
        </Row>
      ))}
      <div className={css.actions}>
        {adder ?? <AddButton path={path} fresh={fresh} />}
        {length === undefined && canBeNone ? (
          <>
            <span className={css.state}>{m.unset}</span>
            <button type="button" className={css.quiet} onClick={() => write(path, [])}>
              {m.stateNone}
            </button>
          </>
        ) : null}
        {length === 0 && canBeNone ? (
          <>
            <span className={css.state}>{m.none}</span>
            <button type="button" className={css.quiet} onClick={() => write(path, undefined)}>
              {m.unsetList}
            </button>
          </>
        ) : null}
      </div>
    </fieldset>
  )
}

/** The fields of an item side by side, in columns of these widths; two a line on a narrow screen. */
export function Line({ columns, children }: { columns: string; children: ReactNode }) {
  return (
    <div className={css.line} style={{ '--columns': columns } as CSSProperties}>
      {children}
    </div>
  )
}

/** The button that adds an item to a list, and takes the keyboard there. */
export function AddButton({ path, fresh }: { path: ListPath; fresh: () => Json }) {
  const m = useMessages({ vi, en })
  return (
    <button type="button" className={css.add} onClick={() => append(path, fresh())}>
      <IconPlus size={14} aria-hidden="true" />
      {m.whatif.add(m.items[genericPath(path) as ListKey])}
    </button>
  )
}

/** Adds an item at the end of a list, brings the keyboard to it, and gives its number. */
export function append(path: ListPath, item: Json): number {
  const list = readAt(draft.get().dossier, path)
  const index = Array.isArray(list) ? list.length : 0
  write(path, [...(Array.isArray(list) ? list : []), item])
  requestAnimationFrame(() => focusField(`${path}[${index}]`))
  return index
}

/** Takes an item out; the last one gone, an optional list is "not stated" again. */
export function removeItem(path: string): void {
  const list = parentPath(path)
  const last = !REQUIRED.has(list) && lengthAt(draft.get().dossier, list) === 1
  remove(last ? list : path, holderNames(draft.get().dossier, path))
}

/** The lists that the contract asks for, empty as they may be. */
const REQUIRED: ReadonlySet<string> = new Set(['members', 'trip.stays'])

/** How many items a list has; `undefined` when it is not stated. */
export function useLength(path: string): number | undefined {
  return useCell(draft, ({ dossier }) => lengthAt(dossier, path))
}

/** How many items the list at a path has; `undefined` when it is not stated. */
function lengthAt(dossier: Json, path: string): number | undefined {
  const list = readAt(dossier, path)
  return Array.isArray(list) ? list.length : undefined
}

function Row({ path, children }: { path: string; children: ReactNode }) {
  const m = useMessages({ vi, en }).whatif
  const { language } = useLanguage()
  const name = useCell(draft, ({ dossier }) => holderName(dossier, path, language))
  const registered = isSettled(useStated(path))
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset within a fieldset for each row is read out twice
    <div role="group" id={fieldId(path)} aria-label={name} className={css.row}>
      <div className={css.rowBody}>{children}</div>
      {registered ? null : (
        <button
          type="button"
          className={css.remove}
          aria-label={m.remove(name)}
          title={m.remove(name)}
          onClick={() => removeItem(path)}
        >
          <IconX size={16} aria-hidden="true" />
        </button>
      )}
    </div>
  )
}
