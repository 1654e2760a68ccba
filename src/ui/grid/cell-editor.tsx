import { type KeyboardEvent, useId, useLayoutEffect, useRef, useState } from 'react'
import { type CellType, completed, suggestions } from './cell-type.ts'
import css from './grid.module.css'
import { placeUnder } from './place-under.ts'

/** Where to go after a cell was written. */
export type After = 'down' | 'up' | 'next' | 'back' | 'stay'

interface CellEditorProps {
  type: CellType
  label: string
  /** The text to begin with. */
  initial: string
  onCommit: (text: string, after: After) => void
  onCancel: () => void
}

const MOST_SHOWN = 8

/** The field in which a cell is written. Where the column has a list, what matches it is offered under the field. */
export function CellEditor({ type, label, initial, onCommit, onCancel }: CellEditorProps) {
  const listId = useId()
  const field = useRef<HTMLTextAreaElement>(null)
  const list = useRef<HTMLDivElement>(null)
  const [text, setText] = useState(initial)
  const [active, setActive] = useState(-1)
  const done = useRef(false)
  const offered = type.kind === 'text' ? [] : suggestions(type, text).slice(0, MOST_SHOWN)
  const listed = type.kind === 'choice' || type.kind === 'several' || type.kind === 'yes-no'

  useLayoutEffect(() => {
    const element = field.current
    element?.focus()
    element?.setSelectionRange(element.value.length, element.value.length)
  }, [])

  const shown = offered.length > 0
  useLayoutEffect(() => {
    if (shown && field.current && list.current) placeUnder(list.current, field.current)
  }, [shown])

  const finish = (after: After, index = active) => {
    if (done.current) return
    done.current = true
    const word = offered[index]?.[1]
    onCommit(word === undefined ? text : completed(type, text, word), after)
  }
  const onKeyDown = (event: KeyboardEvent) => {
    event.stopPropagation()
    if (event.nativeEvent.isComposing) return
    const act = keyAct(event)
    if (act === 'ignore') return
    event.preventDefault()
    if (act === 'cancel') {
      done.current = true
      onCancel()
    } else if (act === 'break') {
      insertBreak(event.currentTarget as HTMLTextAreaElement, setText)
    } else if (act === 'list-down' || act === 'list-up') {
      if (!listed) finish(act === 'list-down' ? 'down' : 'up')
      else setActive((old) => Math.max(-1, Math.min(offered.length - 1, old + (act === 'list-down' ? 1 : -1))))
    } else finish(act, listed ? chosen(type, text, active, offered.length) : -1)
  }

  return (
    <div className={css.editor}>
      <textarea
        ref={field}
        rows={1}
        value={text}
        aria-label={label}
        {...(listed
          ? {
              role: 'combobox',
              'aria-autocomplete': 'list' as const,
              'aria-expanded': shown,
              'aria-controls': shown ? listId : undefined,
              'aria-activedescendant': offered[active] ? `${listId}-${active}` : undefined,
            }
          : {})}
        onChange={(event) => {
          setText(event.target.value)
          setActive(-1)
        }}
        onKeyDown={onKeyDown}
        onBlur={() => finish('stay', -1)}
        onPaste={(event) => event.stopPropagation()}
        onCopy={(event) => event.stopPropagation()}
        onCut={(event) => event.stopPropagation()}
      />
      {listed && shown ? (
        <div ref={list} id={listId} role="listbox" aria-label={label} popover="manual" className={css.offers}>
          {offered.map(([code, word], index) => (
            // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are handled by the field, where the focus stays
            <div
              key={code}
              id={`${listId}-${index}`}
              role="option"
              tabIndex={-1}
              aria-selected={index === active}
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => finish('stay', index)}
            >
              {word}
            </div>
          ))}
        </div>
      ) : null}
    </div>
  )
}

type Act = After | 'cancel' | 'break' | 'list-down' | 'list-up' | 'ignore'

function keyAct({ key, shiftKey, altKey, ctrlKey }: KeyboardEvent): Act {
  if (key === 'Enter') return altKey || ctrlKey ? 'break' : shiftKey ? 'up' : 'down'
  if (key === 'Tab') return shiftKey ? 'back' : 'next'
  if (key === 'Escape') return 'cancel'
  if (key === 'ArrowDown') return 'list-down'
  if (key === 'ArrowUp') return 'list-up'
  return 'ignore'
}

/** The offer that is taken: the one pointed at; while one word is being typed, the first that it may become. */
function chosen(type: CellType, text: string, active: number, offers: number): number {
  if (active >= 0) return active
  const half = type.kind === 'several' ? !/(;|^)\s*$/.test(text) : text.trim() !== ''
  return half && offers === 1 ? 0 : -1
}

function insertBreak(field: HTMLTextAreaElement, setText: (text: string) => void): void {
  const { selectionStart, selectionEnd, value } = field
  setText(`${value.slice(0, selectionStart)}\n${value.slice(selectionEnd)}`)
}
