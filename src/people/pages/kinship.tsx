import { useState } from 'react'
import { formatDay } from '../../kernel/day.ts'
import { Button } from '../../ui/button.tsx'
import { Chip } from '../../ui/chip.tsx'
import { Confirm } from '../../ui/confirm.tsx'
import { call } from '../../ui/fetch.ts'
import { useLanguage } from '../../ui/language.tsx'
import { Section } from '../../ui/section.tsx'
import { type PersonFull, withdrawKinship } from '../contract.ts'
import { RELATIONS } from '../names.ts'
import { DeclareKin } from './kin-declare.tsx'
import css from './people.module.css'
import { useWords } from './use-words.ts'

type Kin = PersonFull['kinship'][number]

interface KinshipProps {
  person: PersonFull
  /** Those who are shown, once they were asked for; absent before. */
  revealed: Kin[] | undefined
  /** What is shown has changed with what was just declared or withdrawn. */
  onChanged: (kin: Kin[] | undefined) => void
}

/** The declared relatives of a person, as far as they are shown, with the ways to declare and to withdraw. */
export function Kinship({ person, revealed, onChanged }: KinshipProps) {
  const m = useWords()
  const { t } = useLanguage()
  const [declaring, setDeclaring] = useState(false)
  const [withdrawing, setWithdrawing] = useState<Kin | undefined>(undefined)
  const kin = revealed ?? person.kinship
  const hidden = revealed === undefined && person.hidden.includes('kinship')
  if (kin.length === 0 && !hidden && !person.may.change) return null
  return (
    <Section id="kinship" title={m.kinship}>
      {hidden ? <Chip>{m.hidden}</Chip> : kin.length === 0 ? <p className="mute">{m.noKin}</p> : null}
      <ul className={css.list}>
        {kin.map((one) => (
          <li key={one.id} className={css.line}>
            <span>
              {one.name} · {t(RELATIONS[one.relation] ?? { vi: one.relation, en: one.relation })}{' '}
              <span className="mute">{m.declared(formatDay(one.declaredOn))}</span>
            </span>
            {person.may.change ? <Button onClick={() => setWithdrawing(one)}>{m.withdrawKin}</Button> : null}
          </li>
        ))}
      </ul>
      {person.may.change ? (
        <p className={css.below}>
          <Button onClick={() => setDeclaring(true)}>{m.declareKin}</Button>
        </p>
      ) : null}
      {declaring ? (
        <DeclareKin
          person={person}
          onDeclared={(one) =>
            onChanged(revealed && [...revealed.filter(({ personId }) => personId !== one.personId), one])
          }
          onClose={() => setDeclaring(false)}
        />
      ) : null}
      <Confirm
        open={withdrawing !== undefined}
        title={m.withdrawKinTitle}
        confirm={m.withdrawKin}
        danger
        reason="required"
        onConfirm={async ({ reason }) => {
          await call(withdrawKinship, { id: person.id, relativeId: withdrawing?.personId ?? '', reason })
          onChanged(revealed?.filter((one) => one !== withdrawing))
        }}
        onClose={() => setWithdrawing(undefined)}
      >
        <p>{withdrawing?.name}</p>
      </Confirm>
    </Section>
  )
}
