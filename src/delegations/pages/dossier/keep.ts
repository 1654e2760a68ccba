import { isUnsaved, type Kept } from './autosave.ts'

/** What the server does not have yet, kept in this browser so that a reload or a lost connection loses nothing. */

/** Keeps what is unsaved; where nothing is, nothing is kept. A browser that keeps nothing goes on without. */
export function keep(place: string, { version, base, mine, clashes, lost }: Kept): void {
  try {
    if (isUnsaved({ base, mine, clashes })) {
      localStorage.setItem(place, JSON.stringify({ version, base, mine, clashes, lost }))
    } else localStorage.removeItem(place)
  } catch {
    // The storage is full or forbidden: the page still saves to the server.
  }
}

/** What was kept; `undefined` where nothing was, or where it cannot be read. */
export function kept(place: string): Kept | undefined {
  try {
    const found = JSON.parse(localStorage.getItem(place) ?? 'null') as Kept | null
    const whole =
      found !== null &&
      typeof found.version === 'number' &&
      [found.base, found.mine].every((one) => typeof one === 'object' && one !== null) &&
      [found.clashes, found.lost].every(Array.isArray)
    return whole ? found : undefined
  } catch {
    return undefined
  }
}

/** Lets go what was kept. */
export function forget(place: string): void {
  try {
    localStorage.removeItem(place)
  } catch {
    // Where nothing can be kept, nothing was.
  }
}
