import type { Fault } from '../../../kernel/errors.ts'
import { createCell, useCell } from '../../../ui/cell.ts'
import type { CheckRequest } from '../../dossier.ts'
import type { CheckResult } from '../../result.ts'

/** What is known of the draft: its last good result, and what keeps it from a newer one. */
export interface Checked {
  /** The result of the last draft that was of its form, and the request it answers. */
  result: CheckResult | undefined
  request: CheckRequest | undefined
  /** What was typed and is wrong, by the path in the dossier (`asOf` for the day). */
  faults: ReadonlyMap<string, Fault>
  /** Paths of what the contract asks for and nobody has typed yet. */
  blanks: readonly string[]
  /** Whether the result is of the draft as it stands. */
  current: boolean
}

export const NOTHING_CHECKED: Checked = {
  result: undefined,
  request: undefined,
  faults: new Map(),
  blanks: [],
  current: false,
}

/** The state of the check, for every part of the page that shows some of it. */
export const checked = createCell<Checked>(NOTHING_CHECKED)

/** The fault of a field, where it has one. */
export function useFault(path: string): Fault | undefined {
  return useCell(checked, ({ faults }) => faults.get(path))
}

/** The last good result. */
export function useResult(): CheckResult | undefined {
  return useCell(checked, ({ result }) => result)
}
