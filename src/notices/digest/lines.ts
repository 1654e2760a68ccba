import type { Day } from '../../kernel/day.ts'
import type { AgendaItem } from '../agenda.ts'
import type { MailLine } from '../mail/compose.ts'

/**
 * What a digest tells of an agenda: what waits for its reader, what is due first before the rest, marked where it is overdue
 * or due by `soon`, the second working day from today. Pure.
 */
export function digestLines(items: readonly AgendaItem[], today: Day, soon: Day): MailLine[] {
  return items
    .filter(({ waits }) => waits)
    .map(({ code, what, due, path }) => ({ code, what, due, path, ...whenOf(due, today, soon) }))
    .sort((one, other) => (placeOf(one) < placeOf(other) ? -1 : 1))
}

function whenOf(due: Day | null, today: Day, soon: Day): Pick<MailLine, 'when'> {
  if (due === null || due > soon) return {}
  return { when: due < today ? 'overdue' : 'soon' }
}

function placeOf({ due, code }: MailLine): string {
  return `${due ?? '9999-12-31'} ${code}`
}
