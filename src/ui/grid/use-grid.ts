import {
  type ClipboardEvent,
  type KeyboardEvent,
  useCallback,
  useEffect,
  useLayoutEffect,
  useRef,
  useState,
} from 'react'
import { flushSync } from 'react-dom'
import type { After } from './cell-editor.tsx'
import { writeCell } from './cell-type.ts'
import { type Edit, isIdle } from './edit.ts'
import {
  filled,
  filledDown,
  type GridData,
  lockOf,
  type Placement,
  placementsOf,
  textsOf,
  withCopies,
  withoutRows,
  written,
} from './grid-data.ts'
import type { MESSAGES } from './messages.ts'
import { areaOf, clamped, moved, oneCell, type Selection, tabbed, wholeRow } from './selection.ts'
import { parseTsv, writeTsv } from './tsv.ts'

/** What is being written: the text with which the editor began. */
export interface Editing {
  initial: string
}

export interface GridActs {
  onEdit: (edit: Edit) => void
  onUndo: () => void
  onRedo: () => void
  onSelectRow?: ((key: string | undefined) => void) | undefined
}

interface GridState extends GridActs {
  data: GridData
  /** Nothing can be added or changed at all. */
  readOnly: boolean
  m: (typeof MESSAGES)['vi']
}

/** The behaviour of a grid: what keys, mouse and clipboard do. Drawing is done elsewhere. */
export function useGrid({ data, readOnly, m, onEdit, onUndo, onRedo, onSelectRow }: GridState) {
  const table = useRef<HTMLTableElement>(null)
  const [rawSelection, setSelection] = useState<Selection>(oneCell(0, 0))
  const [editing, setEditing] = useState<Editing | undefined>(undefined)
  const [said, setSaid] = useState('')
  const wantsFocus = useRef(false)
  const leaving = useRef(false)
  const size = { rows: data.rows.length + (readOnly ? 0 : 1), columns: data.columns.length }
  const selection = clamped(rawSelection, { rows: Math.max(1, size.rows), columns: size.columns })
  const { at } = selection
  const area = areaOf(selection)
  const row = data.rows[at.row]
  const column = data.columns[at.column]
  const lock = readOnly ? (row?.readOnly ?? '') : column && lockOf(row, column)

  const rowKey = row?.key
  useEffect(() => onSelectRow?.(rowKey), [rowKey, onSelectRow])
  useLayoutEffect(() => {
    if (!wantsFocus.current || editing) return
    wantsFocus.current = false
    table.current?.querySelector<HTMLElement>(`[data-at="${at.row}:${at.column}"]`)?.focus()
  })

  const go = (to: Selection) => {
    wantsFocus.current = true
    setSelection(to)
  }
  const write = (placements: Placement[]) => {
    const { edit, refused } = written(data, placements)
    if (!isIdle(edit)) onEdit(edit)
    return { cells: edit.cells.length, refused }
  }
  const open = (initial?: string) => {
    if (column === undefined) return
    if (lock !== undefined) {
      if (lock !== '') setSaid(m.locked(lock))
      return
    }
    // At once, so that the letter that opens the editor is typed into it.
    flushSync(() => setEditing({ initial: initial ?? writeCell(column.type, row?.values[column.id] ?? null) }))
  }
  const commit = (text: string, after: After) => {
    setEditing(undefined)
    write([{ place: at, text }])
    wantsFocus.current = after !== 'stay' || table.current?.contains(document.activeElement) === true
    const step = { shift: false, control: false }
    if (after === 'down' || after === 'up') {
      go(moved(oneCell(at.row, at.column), after === 'down' ? 'ArrowDown' : 'ArrowUp', step, size) ?? selection)
    } else if (after !== 'stay') go(tabbed(selection, after === 'back', size) ?? selection)
  }
  const cancel = () => {
    wantsFocus.current = true
    setEditing(undefined)
  }
  const clear = () => write(filled('', area))
  const add = () => {
    onEdit({ removed: [], added: [{ key: data.newKey(), at: data.rows.length }], cells: [] })
    go(oneCell(data.rows.length, 0))
  }
  const duplicate = () => {
    const edit = withCopies(area, data)
    if (isIdle(edit)) return
    onEdit(edit)
    go(oneCell(edit.added[0]?.at ?? 0, at.column))
  }
  const remove = () => {
    const edit = withoutRows(area, data)
    if (isIdle(edit)) return
    onEdit(edit)
    setSaid(m.removed(edit.removed.length))
    go(oneCell(area.top, at.column))
  }
  const toggle = () => write([{ place: at, text: row?.values[column?.id ?? ''] === true ? 'Không' : 'Có' }])

  const commands: Record<string, () => void> = {
    z: onUndo,
    y: onRedo,
    Z: onRedo,
    a: () => go({ from: { row: size.rows - 1, column: size.columns - 1 }, at: { row: 0, column: 0 } }),
    d: () => write(filledDown(area, data)),
    Delete: remove,
  }

  const onKeyDown = (event: KeyboardEvent) => {
    if (editing || event.nativeEvent.isComposing) return
    const { key, shiftKey: shift, ctrlKey, metaKey, altKey } = event
    const control = ctrlKey || metaKey
    const wasLeaving = leaving.current
    leaving.current = key === 'Escape' || (wasLeaving && key === 'Shift')
    const handled = (act: (() => void) | undefined) => {
      if (act === undefined) return false
      event.preventDefault()
      act()
      return true
    }
    if (key === 'Tab') {
      const next = wasLeaving ? undefined : tabbed(selection, shift, size)
      handled(next && (() => go(next)))
      return
    }
    const next = altKey ? undefined : moved(selection, key, { shift, control }, size)
    if (handled(next && (() => go(next)))) return
    if (control && !altKey && (!readOnly || key === 'a')) {
      handled(Object.hasOwn(commands, key) ? commands[key] : undefined)
      return
    }
    if (control || altKey) return
    if (key === ' ' && shift) handled(() => go(wholeRow(at.row, size)))
    else if (key === ' ' && column?.type.kind === 'yes-no' && !readOnly) handled(toggle)
    else if (key === 'Enter' || key === 'F2') handled(() => open())
    else if ((key === 'Delete' || key === 'Backspace') && !readOnly) handled(clear)
    else if (key.length === 1 || key === 'Process' || key === 'Unidentified') open('')
  }

  const onCopy = (event: ClipboardEvent) => {
    if (editing) return
    event.preventDefault()
    const texts = textsOf(area, data)
    event.clipboardData.setData('text/plain', writeTsv(texts))
    setSaid(m.copied(texts.length, area.right - area.left + 1))
  }
  const onPaste = (event: ClipboardEvent) => {
    if (editing || readOnly) return
    event.preventDefault()
    const { cells, refused } = write(placementsOf(parseTsv(event.clipboardData.getData('text/plain')), area, data))
    setSaid(m.pasted(cells, refused))
  }
  const onCut = (event: ClipboardEvent) => {
    if (editing || readOnly) return
    onCopy(event)
    clear()
  }

  const choose = useStable((rowIndex: number, columnIndex: number, how: 'alone' | 'extend' | 'row') => {
    leaving.current = false
    const place = { row: rowIndex, column: columnIndex }
    if (how === 'row') go(wholeRow(rowIndex, size))
    else go(how === 'extend' ? { from: selection.from, at: place } : oneCell(rowIndex, columnIndex))
  })
  const openStable = useStable(() => open())
  const commitStable = useStable(commit)
  const cancelStable = useStable(cancel)

  return {
    table,
    selection,
    area,
    size,
    editing,
    said,
    add,
    duplicate,
    remove,
    handlers: { onKeyDown, onCopy, onPaste, onCut },
    choose,
    open: openStable,
    commit: commitStable,
    cancel: cancelStable,
  }
}

/** A function that stays the same object while what it does follows the latest drawing: rows need not be drawn again. */
function useStable<Arguments extends unknown[]>(act: (...given: Arguments) => void): (...given: Arguments) => void {
  const latest = useRef(act)
  useLayoutEffect(() => {
    latest.current = act
  })
  return useCallback((...given: Arguments) => latest.current(...given), [])
}
