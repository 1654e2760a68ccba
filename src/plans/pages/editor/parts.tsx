import { Link } from '@tanstack/react-router'
import { useAddress } from '../../../ui/use-address.ts'
import type { Plan } from '../../answers.ts'
import { asksUnit } from '../../workflow.ts'
import css from './editor.module.css'
import { useEditorWords } from './use-editor-words.ts'

/** The parts of a plan's page, by their word in the address (`muc`). */
export const PARTS = {
  outgoing: 'doan-ra',
  incoming: 'doan-vao',
  money: 'kinh-phi',
  opinions: 'y-kien',
  versions: 'phien-ban',
  changes: 'thay-doi',
  log: 'nhat-ky',
} as const
export type Part = keyof typeof PARTS

const NAMES = Object.keys(PARTS) as Part[]

/** The part that the address names; the outgoing delegations unless it does. */
export function usePart(): Part {
  const asked = useAddress().get('muc')
  return NAMES.find((part) => PARTS[part] === asked) ?? 'outgoing'
}

/** The ways between the parts, each with how much there is. */
export function PartTabs({ plan, part }: { plan: Plan; part: Part }) {
  const m = useEditorWords().plan
  const address = useAddress()
  const count = (direction: string) => plan.items.filter(({ fields }) => fields.direction === direction).length
  const waiting = plan.items.filter(({ decisions }) => {
    const last = decisions.at(-1)
    return last !== undefined && asksUnit(last.kind) && last.answer === null && !last.final
  }).length
  const counts: Partial<Record<Part, number>> = {
    outgoing: count('outgoing'),
    incoming: count('incoming'),
    ...(waiting > 0 ? { opinions: waiting } : {}),
    ...(plan.swaps.length > 0 ? { changes: plan.swaps.length } : {}),
  }
  return (
    <nav className={`${css.tabs} no-print`} aria-label={m.partsLabel}>
      {NAMES.map((name) => (
        <Link
          key={name}
          to="."
          search={address.after({ muc: PARTS[name] })}
          resetScroll={false}
          aria-current={name === part ? 'page' : undefined}
        >
          {m.parts[name]}
          {counts[name] === undefined ? null : <span className={css.count}>{counts[name]}</span>}
        </Link>
      ))}
    </nav>
  )
}
