/** Keeps in this browser what the server does not have yet, so that a reload or a lost connection loses nothing. */
export interface Keeper {
  /** What is kept by this page, else what one that was open before it has left; `undefined` where nothing is, or where it cannot be read. */
  kept(): unknown
  /** Keeps a value in the place of what `kept` gave or was kept before; `undefined`: nothing of it is left to keep. A browser that keeps nothing goes on without. */
  keep(value: unknown): void
}

/**
 * A keeper at a place of this browser, for one page. Each page keeps in a slot of its own, so that of two tabs none writes over
 * the other. What tabs have left there when the page opens is given one after the other: the next once nothing of the last is
 * left to keep. What a tab has changed since, or taken away, it goes on with itself.
 */
export function keeperAt(place: string): Keeper {
  const own = `${place}.${crypto.randomUUID()}`
  const left = new Map(quietly(() => slotsAt(place)))
  let taken: string | undefined

  const release = () => {
    if (taken !== undefined && localStorage.getItem(taken) === left.get(taken)) localStorage.removeItem(taken)
    if (taken !== undefined) left.delete(taken)
    taken = undefined
  }
  const nextLeft = () => {
    taken = [...left.keys()].find((slot) => localStorage.getItem(slot) === left.get(slot))
    return taken === undefined ? null : localStorage.getItem(taken)
  }
  return {
    kept: () =>
      quietly(() => {
        const text = localStorage.getItem(own) ?? nextLeft()
        return text === null ? undefined : JSON.parse(text)
      }),
    keep: (value) =>
      quietly(() => {
        // What another has left goes only when this page has it.
        if (value === undefined) localStorage.removeItem(own)
        else localStorage.setItem(own, JSON.stringify(value))
        release()
      }),
  }
}

/** What is kept at a place, by its slots; the place itself is one of a page from before there were others. */
function slotsAt(place: string): [string, string][] {
  const slots = Array.from({ length: localStorage.length }, (_, index) => localStorage.key(index) ?? '')
  const ours = slots.filter((slot) => slot === place || slot.startsWith(`${place}.`)).sort()
  return ours.map((slot) => [slot, localStorage.getItem(slot) ?? ''])
}

/** Keeps nothing: what is only tried is gone with its page. */
export const KEEPS_NOTHING: Keeper = { kept: () => undefined, keep: () => undefined }

/** Where the storage is full or forbidden, or holds what cannot be read, the page still saves to the server. */
function quietly<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
