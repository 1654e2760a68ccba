import type { FullPassport } from './store.ts'
import { isUsable } from './workflow.ts'

/** The usable passport that lasts longest, of those for official travel. Pure. */
export function bestOf(passports: readonly FullPassport[]): FullPassport | undefined {
  return passports
    .filter((one) => one.kind !== 'ordinary' && isUsable(one.state))
    .sort((one, other) => (one.expiresOn < other.expiresOn ? 1 : -1))[0]
}

/** By which day a passport was to be back that was handed over for a former trip and is not; the earliest of them. Pure. */
export function overdueSince(passports: readonly FullPassport[]): string | null {
  return (
    passports
      .filter(({ overdue }) => overdue)
      .flatMap(({ dueBack }) => dueBack ?? [])
      .sort()[0] ?? null
  )
}
