import { Link } from '@tanstack/react-router'
import tabs from '../../../ui/tabs.module.css'
import { useAddress } from '../../../ui/use-address.ts'
import { useDelegationWords } from '../use-delegation-words.ts'

/** The parts of the page, by their word in the address (`muc`). */
const PARTS = { form: 'ho-so', log: 'nhat-ky' } as const
export type Part = keyof typeof PARTS

/** The part that the address names; the form unless it does. */
export function usePart(): Part {
  return useAddress().get('muc') === PARTS.log ? 'log' : 'form'
}

/** The ways between the parts; at the form, how many notes of a return are open. */
export function PartTabs({ part, notes }: { part: Part; notes: number }) {
  const { dossier: m } = useDelegationWords()
  const address = useAddress()
  return (
    <nav className={`${tabs.tabs} no-print`} aria-label={m.partsLabel}>
      {(['form', 'log'] as const).map((name) => (
        <Link
          key={name}
          to="."
          search={address.after({ muc: name === 'form' ? undefined : PARTS[name] })}
          resetScroll={false}
          activeOptions={{ exact: true, includeSearch: true }}
          activeProps={{}}
          aria-current={name === part ? 'page' : undefined}
        >
          {m.parts[name]}
          {name === 'form' && notes > 0 ? <span className={tabs.count}>{notes}</span> : null}
        </Link>
      ))}
    </nav>
  )
}
