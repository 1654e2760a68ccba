import { isUnsaved, type Kept } from './autosave.ts'
import { withoutMarked } from './refused.ts'

/** What a browser is to keep of a desk: what is unsaved, save what bears a marking of secrecy; `undefined` where nothing is. Pure. */
export function keptOf(desk: Kept): Kept | undefined {
  if (!isUnsaved(desk)) return undefined
  const { version, base, mine, clashes, lost, refused } = withoutMarked(desk)
  return { version, base, mine, clashes, lost, refused }
}

/** What was kept, read again; `undefined` where it is not of its form. Pure. */
export function readKept(value: unknown): Kept | undefined {
  const found = (value ?? undefined) as Kept | undefined
  const whole =
    found !== undefined &&
    typeof found.version === 'number' &&
    [found.base, found.mine].every((one) => typeof one === 'object' && one !== null) &&
    [found.clashes, found.lost].every(Array.isArray)
  // A page from before has kept nothing of refusals.
  return whole ? { ...found, refused: Array.isArray(found.refused) ? found.refused : [] } : undefined
}
