import type { Fault } from '../../../../kernel/errors.ts'
import { type Cell, createCell } from '../../../../ui/cell.ts'
import { CallFailed } from '../../../../ui/fetch.ts'
import { did, type Edit, edited, type History, NO_HISTORY, type RowEdit, redo, undo } from '../../../../ui/grid/edit.ts'
import { keeperAt } from '../../../../ui/keeper.ts'
import type { PlanHead, PlanItem } from '../../../answers.ts'
import { itemFaults } from '../../../rules/item-faults.ts'
import { isPending, keptOf, readKept, restored } from './keep.ts'
import {
  copyOf,
  type FieldName,
  isBlank,
  type LocalRow,
  newRow,
  patchBetween,
  patched,
  type RowPatch,
  unsaved,
} from './local-row.ts'
import { adopted, mergedRows, settled } from './merge.ts'
import { numbered } from './numbered.ts'
import { acknowledged, type Outgoing, outgoing, patchesOf, type View } from './patches.ts'

/** What the editor needs of the server. Each throws `CallFailed`. */
export interface PlanDoor {
  save: (rows: Outgoing[]) => Promise<PlanItem[]>
  remove: (rows: { id: string; version: number }[], reason: string) => Promise<void>
  load: () => Promise<readonly PlanItem[]>
}

/** A row that the server refused: it is not sent again until it is another. */
export interface Refused {
  row: LocalRow
  faults: readonly Fault[]
}

export interface EditorState {
  rows: readonly LocalRow[]
  history: History
  /** Whether everything is with the server, is on its way, or could not be sent. */
  saving: 'saved' | 'waiting' | 'saving' | 'failed'
  /** Why the last attempt failed as a whole. */
  failure: CallFailed | undefined
  /** What the server found wrong with rows, by their keys, and the row as it was then. */
  refused: ReadonlyMap<string, Refused>
}

export interface PlanEditor {
  state: Cell<EditorState>
  /** Makes an act of the grid over the rows of one direction. */
  edit: (edit: Edit, view: View) => void
  /** Changes one row. */
  change: (key: string, make: (row: LocalRow) => LocalRow) => void
  undo: () => void
  redo: () => void
  settle: (key: string, field: FieldName, choice: 'mine' | 'theirs') => void
  /** Takes rows out of an adjustment, which has to say why. */
  drop: (keys: readonly string[], reason: string) => Promise<void>
  /** Takes in again a line that was dropped. */
  takeInAgain: (key: string) => Promise<void>
  /** Brings in what the server says now. */
  absorb: (items: readonly PlanItem[]) => void
  /** Sends what is unsaved at once. */
  flush: () => Promise<void>
  /** Goes on with what an earlier visit left unsaved. */
  resume: () => void
}

interface Beginning {
  plan: Pick<PlanHead, 'id' | 'year' | 'edition'> & { items: readonly PlanItem[] }
  /** The name under which this browser keeps what is unsaved. */
  place: string
  door: PlanDoor
  /** Milliseconds after the last edit. */
  pause?: number
}

const PAUSE = 700
const RETRY = 5000

/**
 * Holds the lines of a plan while they are written: edits at once, undo, saving after a pause row by row, and what is
 * unsaved kept in this browser until the server has it.
 */
export function createPlanEditor({ plan, place, door, pause = PAUSE }: Beginning): PlanEditor {
  const keeper = keeperAt(place)
  const stored = readKept(keeper.kept())
  let removed = [...stored.removed]
  const hasPending = () => removed.length > 0 || state.get().rows.some(isPending)
  const goneIds = () => new Set(removed.map(({ id }) => id))
  const graveyard = new Map<string, LocalRow>()
  const state = createCell<EditorState>({
    rows: mergedRows(restored(plan.items, stored), plan.items, goneIds()),
    history: NO_HISTORY,
    saving: 'saved',
    failure: undefined,
    refused: new Map(),
  })
  let timer: ReturnType<typeof setTimeout> | undefined
  let running: Promise<void> | undefined
  /** The last answer did not come: what was sent may have arrived all the same. */
  let unsure = false

  const put = (change: Partial<EditorState>) => {
    state.set({ ...state.get(), ...change })
    keeper.keep(keptOf(state.get().rows, removed))
  }
  const later = (wait = pause) => {
    clearTimeout(timer)
    timer = setTimeout(() => void flush(), wait)
  }
  const touched = (change: Partial<EditorState>) => {
    put({ ...change, saving: 'waiting' })
    later()
  }

  const make = ({ key, copyOf: model }: RowEdit): LocalRow => {
    const buried = graveyard.get(key)
    if (buried) {
      graveyard.delete(key)
      removed = removed.filter(({ id }) => id !== buried.item?.id)
      return buried
    }
    const original = state.get().rows.find((row) => row.key === model)
    return original ? copyOf(key, original) : newRow(key)
  }
  const apply = (edit: Edit): readonly LocalRow[] => {
    const { rows } = state.get()
    const next = numbered(
      edited(rows, edit, {
        make: (added) => ({ ...make(added) }),
        write: (row, _, patch) => patched(row, patch as RowPatch),
      }),
    )
    for (const { key } of edit.removed) {
      const row = rows.find((one) => one.key === key)
      if (row === undefined) continue
      graveyard.set(key, row)
      if (row.item) removed.push({ id: row.item.id, version: row.item.version })
    }
    return next
  }
  const act = (edit: Edit) => {
    const rows = apply(edit)
    touched({ rows, history: did(state.get().history, edit) })
  }
  const step = (found: ReturnType<typeof undo>) => {
    if (found) touched({ rows: apply(found.edit), history: found.history })
  }

  async function flush(): Promise<void> {
    clearTimeout(timer)
    if (running) {
      await running
      return flush()
    }
    running = send().finally(() => {
      running = undefined
    })
    await running
  }

  async function send(): Promise<void> {
    try {
      if (unsure) await findSent()
      await sendRemovals('')
      for (let batch = sendable(); batch.length > 0; batch = sendable()) {
        put({ saving: 'saving' })
        await sendRows(batch)
      }
      put({ saving: state.get().rows.some(isPending) ? 'waiting' : 'saved', failure: undefined })
      goOn()
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
      put({ saving: 'failed', failure: error })
      unsure = error.code === 'unreachable'
      if (unsure) later(RETRY)
    }
  }

  /** Once nothing is unsaved here, takes up what a further tab has left. */
  function goOn(): void {
    const { rows } = state.get()
    const found = hasPending() ? undefined : keeper.kept()
    if (found === undefined) return
    const left = readKept(found)
    const items = rows.flatMap(({ item }) => item ?? [])
    removed = [...left.removed]
    const begun = rows.filter(({ item }) => item === undefined)
    touched({ rows: mergedRows([...restored(items, left), ...begun], items, goneIds()) })
  }

  /** Takes new rows for those that the server has got, so that none is sent twice. */
  async function findSent(): Promise<void> {
    const items = await door.load()
    const { rows } = state.get()
    const known = new Set(rows.flatMap(({ item }) => item?.id ?? []))
    const fresh = items.filter(({ id }) => !known.has(id))
    put({ rows: mergedRows(adopted(rows, fresh), items, goneIds()) })
    unsure = false
  }

  /** Rows with something unsaved that can stand as they are. */
  function sendable(): LocalRow[] {
    const ready = state.get().rows.filter((row) => {
      if (unsaved(row) === undefined || row.clashes.length > 0 || state.get().refused.get(row.key)?.row === row)
        return false
      if (row.item === undefined && isBlank(row)) return false
      return row.fields.title.trim() !== '' && itemFaults(row.fields, plan.year, plan.edition).length === 0
    })
    return ready.slice(0, 1000)
  }

  async function sendRemovals(reason: string): Promise<void> {
    if (removed.length === 0) return
    const going = [...removed]
    await door.remove(going, reason)
    const ids = new Set(going.map(({ id }) => id))
    removed = removed.filter(({ id }) => !ids.has(id))
    // What comes back by undo comes back as a new line: the server has this one no more.
    for (const [key, row] of graveyard)
      if (row.item && ids.has(row.item.id)) graveyard.set(key, { ...row, item: undefined })
    put({})
  }

  async function sendRows(batch: readonly LocalRow[]): Promise<void> {
    try {
      const items = await door.save(batch.map(outgoing))
      const sent = new Map(batch.map((row, index) => [row.key, { row, item: items[index] }]))
      const refused = new Map([...state.get().refused].filter(([key]) => !sent.has(key)))
      const rows = state.get().rows.map((row) => {
        const answer = sent.get(row.key)
        return answer?.item ? acknowledged(row, answer.row, answer.item) : row
      })
      put({ rows, refused })
    } catch (error) {
      if (!(error instanceof CallFailed)) throw error
      if (error.code === 'invalid' || error.code === 'refused') return refuse(batch, error)
      if (error.code !== 'conflict') throw error
      absorb(await door.load())
    }
  }

  /** Puts the faults at their rows; the others go again without them. */
  function refuse(batch: readonly LocalRow[], error: CallFailed): void {
    const found = new Map<string, Refused>()
    for (const { path, message } of error.faults) {
      const [, index, inner = ''] = /^rows\[(\d+)\]\.?(.*)$/.exec(path) ?? []
      const row = index === undefined ? undefined : batch[Number(index)]
      if (row === undefined) continue
      const fault = { path: inner.replace(/^fields\./, ''), message }
      found.set(row.key, { row, faults: [...(found.get(row.key)?.faults ?? []), fault] })
    }
    if (found.size === 0) throw error
    put({ refused: new Map([...state.get().refused, ...found]) })
  }

  function absorb(items: readonly PlanItem[]): void {
    put({ rows: mergedRows(state.get().rows, items, goneIds()) })
  }

  return {
    state,
    edit: (edit, view) => act(patchesOf(edit, state.get().rows, view)),
    change: (key, alter) => {
      const row = state.get().rows.find((one) => one.key === key)
      if (row === undefined) return
      const { before, after } = patchBetween(row, alter(row))
      act({ removed: [], added: [], cells: [{ key, column: '', before, after }] })
    },
    undo: () => step(undo(state.get().history)),
    redo: () => step(redo(state.get().history)),
    settle: (key, field, choice) =>
      touched({ rows: state.get().rows.map((row) => (row.key === key ? settled(row, field, choice) : row)) }),
    drop: async (keys, reason) => {
      const rows = state.get().rows.filter(({ key }) => keys.includes(key))
      removed.push(...rows.flatMap(({ item }) => (item ? [{ id: item.id, version: item.version }] : [])))
      try {
        await sendRemovals(reason)
      } catch (error) {
        removed = []
        throw error
      }
      put({ rows: state.get().rows.filter(({ key, item }) => item !== undefined || !keys.includes(key)) })
      absorb(await door.load())
    },
    takeInAgain: async (key) => {
      await flush()
      const item = state.get().rows.find((row) => row.key === key)?.item
      if (item === undefined) return
      await door.save([{ id: item.id, version: item.version, fields: {}, again: true }])
      absorb(await door.load())
    },
    absorb,
    flush,
    resume: () => {
      if (!hasPending()) return goOn()
      state.set({ ...state.get(), saving: 'waiting' })
      later(0)
    },
  }
}
