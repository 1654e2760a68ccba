import type { Day } from '../../../kernel/day.ts'
import { Chip } from '../../../ui/chip.tsx'
import { inForce } from '../../in-force.ts'
import { useTexts } from './use-texts.ts'

/** Whether something binds on a day, has ended or is still to come: a word with its colour. */
export function ForceChip({ days, today }: { days: { from: Day; to: Day | undefined }; today: Day }) {
  const m = useTexts()
  if (inForce(days, today)) return <Chip tone="green">{m.current}</Chip>
  return days.from > today ? <Chip tone="blue">{m.coming}</Chip> : <Chip>{m.ended}</Chip>
}
