/** Keeps in this browser what the server does not have yet, so that a reload or a lost connection loses nothing. */
export interface Keeper {
  /** What is kept; `undefined` where nothing is, or where it cannot be read. */
  kept(): unknown
  /** Keeps a value in the place of what was; `undefined`: nothing is left to keep. A browser that keeps nothing goes on without. */
  keep(value: unknown): void
  /** Lets go what is kept, whoever has kept it. */
  forget(): void
}

/**
 * A keeper at a place of this browser, for one page. When nothing is left to keep it takes away what it has kept itself, or has
 * found and gone on with; what another tab keeps there is that tab's.
 */
export function keeperAt(place: string): Keeper {
  let own: string | null = null
  return {
    kept: () =>
      quietly(() => {
        own = localStorage.getItem(place)
        return own === null ? undefined : JSON.parse(own)
      }),
    keep: (value) =>
      quietly(() => {
        if (value !== undefined) {
          const text = JSON.stringify(value)
          localStorage.setItem(place, text)
          own = text
        } else if (own !== null) {
          if (localStorage.getItem(place) === own) localStorage.removeItem(place)
          own = null
        }
      }),
    forget: () => quietly(() => localStorage.removeItem(place)),
  }
}

/** Keeps nothing: what is only tried is gone with its page. */
export const KEEPS_NOTHING: Keeper = { kept: () => undefined, keep: () => undefined, forget: () => undefined }

/** Where the storage is full or forbidden, or holds what cannot be read, the page still saves to the server. */
function quietly<Value>(work: () => Value): Value | undefined {
  try {
    return work()
  } catch {
    return undefined
  }
}
