import { addMonths, type Day } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Passport } from '../contract.ts'

/** What is done with a passport, from which states it can be done, and what it then is. */
export const STEPS = {
  'handed-over': { from: ['kept'], to: 'handed-over' },
  returned: { from: ['handed-over'], to: 'kept' },
  transferred: { from: ['kept'], to: 'kept' },
  lost: { from: ['kept', 'handed-over'], to: 'lost' },
  cancelled: { from: ['kept', 'handed-over', 'lost'], to: 'cancelled' },
} as const satisfies Record<string, { from: readonly Passport['state'][]; to: Passport['state'] }>

export type Step = keyof typeof STEPS

/** Whether the step can be taken from this state. */
export function isPossible(step: Step, state: Passport['state']): boolean {
  return STEPS[step].from.some((one) => one === state)
}

/** A passport as it is, said of it in a sentence. */
export const STATE_WORDS: Record<Passport['state'], Bilingual> = {
  kept: { vi: 'đang được cơ quan quản lý giữ', en: 'is with its custodian' },
  'handed-over': { vi: 'đã giao cho người đi, chưa nộp lại', en: 'is handed over and not back yet' },
  lost: { vi: 'đã báo mất', en: 'is reported lost' },
  cancelled: { vi: 'đã hủy', en: 'is cancelled' },
}

/** Whether somebody may still travel on a passport in this state. */
export function isUsable(state: Passport['state']): boolean {
  return state === 'kept' || state === 'handed-over'
}

/** The custodian warns of a passport that is valid for less than six months (Decision 58/2012/QĐ-TTg). */
export const WARNED_MONTHS = 6

/** Why a passport that ends on a day needs a look, seen from another day. */
export function warningOf(expiresOn: Day, day: Day): Passport['warning'] {
  if (expiresOn < day) return 'expired'
  return expiresOn < addMonths(day, WARNED_MONTHS) ? 'under-six-months' : null
}
