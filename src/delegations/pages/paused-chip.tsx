import { formatDay } from '../../kernel/day.ts'
import { Chip } from '../../ui/chip.tsx'
import type { DelegationHead } from '../answers.ts'
import { useDelegationWords } from './use-delegation-words.ts'

/** In a list: that the clock of a dossier stands still, with the days that were left, and under it since when, by whom and why. */
export function PausedChip({ paused }: Pick<DelegationHead, 'paused'>) {
  const { way: m } = useDelegationWords()
  if (paused === null) return null
  const { on, by, reason, daysLeft } = paused
  return (
    <>
      <Chip tone="amber">{daysLeft === null ? m.pausedShort : `${m.pausedShort} · ${m.standsShort(daysLeft)}`}</Chip>
      <p className="mute small">
        {m.pausedSince(formatDay(on), by)}: {reason}
      </p>
    </>
  )
}
