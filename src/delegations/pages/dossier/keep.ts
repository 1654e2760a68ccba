import { isUnsaved, type Kept } from './autosave.ts'
import { withoutMarked } from './refused.ts'

/** What the server does not have yet, kept in this browser so that a reload or a lost connection loses nothing. */

/**
 * Keeps what is unsaved, save what bears a marking of secrecy; where nothing is, nothing is kept. A browser that keeps nothing goes
 * on without.
 */
export function keep(place: string, desk: Kept): void {
  try {
    if (isUnsaved(desk)) {
      const { version, base, mine, clashes, lost, refused } = withoutMarked(desk)
      localStorage.setItem(place, JSON.stringify({ version, base, mine, clashes, lost, refused }))
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
    // A page from before has kept nothing of refusals.
    return whole ? { ...found, refused: Array.isArray(found.refused) ? found.refused : [] } : undefined
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
