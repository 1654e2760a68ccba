import { Link } from '@tanstack/react-router'
import { useCell } from '../../../ui/cell.ts'
import { Chip } from '../../../ui/chip.tsx'
import { useSession } from '../../../ui/session.tsx'
import { itemsAt } from '../../edit/projection.ts'
import type { KinHints } from '../../members/contract.ts'
import { useDelegationWords } from '../use-delegation-words.ts'
import css from './dossier.module.css'
import { type DossierSession, shownOf } from './session.ts'

interface KinHintsProps {
  /** The key of the member beside whom they stand. */
  own: string
  hints: KinHints
  session: DossierSession
}

/** With whom a member may be kin, and what to do: to ask, and to declare it where it is so. No finding of the law. */
export function KinHintsBeside({ own, hints, session }: KinHintsProps) {
  const { members: m } = useDelegationWords()
  const { may } = useSession()
  const members = itemsAt(shownOf(useCell(session.state, (state) => state)), 'members')
  const of = (key: string) => members.find((member) => member.key === key)
  const person = of(own)?.personId
  const shown = hints.flatMap(({ one, other, kinds }) => {
    const kin = one === own ? of(other) : other === own ? of(one) : undefined
    const why = kinds.map((kind) => m.kinHint[kind]).join(', ')
    return kin ? [{ key: String(kin.key), text: m.mayBeKin(String(kin.name ?? ''), why) }] : []
  })
  if (shown.length === 0) return null
  return (
    <ul className={css.remarks} aria-label={m.kinHints}>
      {shown.map(({ key, text }) => (
        <li key={key}>
          <Chip>{m.kin}</Chip> {text}
        </li>
      ))}
      {typeof person === 'string' && may('people.write') ? (
        <li>
          <Link to={`/can-bo/${person}`} hash="kinship">
            {m.declareKin}
          </Link>
        </li>
      ) : null}
    </ul>
  )
}
