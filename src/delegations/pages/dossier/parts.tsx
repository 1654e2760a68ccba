import { Link } from '@tanstack/react-router'
import { useSession } from '../../../ui/session.tsx'
import tabs from '../../../ui/tabs.module.css'
import { useAddress } from '../../../ui/use-address.ts'
import { useDelegationWords } from '../use-delegation-words.ts'

/** The parts of the page, by their word in the address (`muc`). */
const PARTS = { form: 'ho-so', costs: 'du-toan', opinions: 'y-kien', examination: 'tham-dinh', log: 'nhat-ky' } as const
export type Part = keyof typeof PARTS

const NAMES = ['form', 'costs', 'opinions', 'examination', 'log'] as const satisfies readonly Part[]

/** The part that the address names; the form unless it does. */
export function usePart(): Part {
  const word = useAddress().get('muc')
  return NAMES.find((name) => PARTS[name] === word) ?? 'form'
}

/** The ways between the parts, each with how much waits in it; the examination is for those who examine or decide. */
export function PartTabs({ part, counts }: { part: Part; counts: Partial<Record<Part, number>> }) {
  const { dossier: m } = useDelegationWords()
  const address = useAddress()
  const { may } = useSession()
  const examines = may('dossiers.examine') || may('dossiers.decide')
  return (
    <nav className={`${tabs.tabs} no-print`} aria-label={m.partsLabel}>
      {NAMES.filter((name) => name !== 'examination' || examines).map((name) => (
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
          {counts[name] ? <span className={tabs.count}>{counts[name]}</span> : null}
        </Link>
      ))}
    </nav>
  )
}
