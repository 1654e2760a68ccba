import { useSyncExternalStore } from 'react'

/** A value that components watch: each is drawn again only when the part that it reads has changed. */
export interface Cell<Value> {
  get: () => Value
  set: (value: Value) => void
  subscribe: (listener: () => void) => () => void
}

/** A cell as those see it who only watch. */
export type Watched<Value> = Pick<Cell<Value>, 'get' | 'subscribe'>

/** Makes a cell with its first value. */
export function createCell<Value>(first: Value): Cell<Value> {
  let value = first
  const listeners = new Set<() => void>()
  return {
    get: () => value,
    set: (next) => {
      if (Object.is(next, value)) return
      value = next
      for (const listener of listeners) listener()
    },
    subscribe: (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
  }
}

/** The part of a cell that `select` reads. It must give the same object while nothing has changed. */
export function useCell<Value, Part>(cell: Watched<Value>, select: (value: Value) => Part): Part {
  const read = () => select(cell.get())
  return useSyncExternalStore(cell.subscribe, read, read)
}
