import type { Day } from '../../../kernel/day.ts'
import type { Bilingual } from '../../../kernel/text.ts'
import { createCell, useCell } from '../../../ui/cell.ts'
import { type Json, readAt, writeAt } from './path.ts'

/** What somebody has typed so far: the JSON of the contract, whole or not. */
export interface Draft {
  asOf?: Day | undefined
  dossier: Json
}

/** What was just done to the draft as a whole (or could not be), and the draft to go back to, where there is one. */
export interface Notice {
  text: Bilingual
  before?: Draft
}

const KEY = 'doan-ra.thu-doan'
const NOBODY = ''

/** A draft in which nothing is stated. */
export const EMPTY: Draft = { dossier: { sender: {}, purpose: {}, trip: { stays: [] }, members: [] } }
const NOTHING_STATED = JSON.stringify(EMPTY)

export const draft = createCell<Draft>(EMPTY)
export const notice = createCell<Notice | undefined>(undefined)

/** What stands at a path of the dossier; the component is drawn again when it changes. */
export function useAt(path: string): Json {
  return useCell(draft, ({ dossier }) => readAt(dossier, path))
}

/** Writes a value at a path of the dossier; `undefined` takes it away. */
export function write(path: string, value: Json): void {
  draft.set({ ...draft.get(), dossier: writeAt(draft.get().dossier, path, value) })
}

/** Sets the day whose law is applied; `undefined`: today. */
export function writeAsOf(asOf: Day | undefined): void {
  const { dossier } = draft.get()
  draft.set(asOf === undefined ? { dossier } : { asOf, dossier })
}

/** Takes an item out of a list, and offers to undo it. */
export function remove(path: string, what: Bilingual): void {
  const before = draft.get()
  write(path, undefined)
  notice.set({ before, text: { vi: `Đã bỏ ${what.vi}.`, en: `Removed: ${what.en}.` } })
}

/** Whether nothing is stated in a draft. */
export function isEmpty(one: Draft): boolean {
  return JSON.stringify(one) === NOTHING_STATED
}

/** Puts another draft in the place of this one, and offers to undo it where something was stated. */
export function replace(next: Draft, text: Bilingual): void {
  const before = draft.get()
  draft.set(next)
  notice.set(isEmpty(before) ? { text } : { text, before })
}

/** Brings back the draft before the last removal or replacement. */
export function undo(): void {
  const last = notice.get()
  if (last?.before) draft.set(last.before)
  notice.set(undefined)
}

/** Puts another draft in the place of this one until the function is called that it gives; then this one is back. */
export function openDraft(next: Draft): () => void {
  const before = draft.get()
  const told = notice.get()
  draft.set(next)
  notice.set(undefined)
  return () => {
    draft.set(before)
    notice.set(told)
  }
}

/** The draft that the tab keeps: of this account, or typed before anybody had signed in. */
function restored(owner: string): Draft | undefined {
  try {
    const kept: unknown = JSON.parse(sessionStorage.getItem(KEY) ?? 'null')
    if (typeof kept !== 'object' || kept === null || !('dossier' in kept)) return undefined
    const { of, ...found } = kept as Draft & { of?: string }
    return of === owner || of === NOBODY ? found : undefined
  } catch {
    return undefined
  }
}

/**
 * Goes on with the draft that this browser tab keeps, and keeps it from now on; gives the function that stops it. What one
 * account (`undefined`: nobody) has typed is not shown to another.
 */
export function keepDraft(account: string | undefined): () => void {
  const owner = account ?? NOBODY
  if (isEmpty(draft.get())) draft.set(restored(owner) ?? EMPTY)
  const keep = () => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify({ ...draft.get(), of: owner }))
    } catch {
      // Without room or permission to keep it, the draft lives as long as the page does.
    }
  }
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = draft.subscribe(() => {
    clearTimeout(timer)
    timer = setTimeout(keep, 200)
  })
  window.addEventListener('pagehide', keep)
  return () => {
    keep()
    stop()
    clearTimeout(timer)
    window.removeEventListener('pagehide', keep)
  }
}
