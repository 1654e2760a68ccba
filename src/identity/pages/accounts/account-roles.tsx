import { useState } from 'react'
import { dayInVietnam } from '../../../kernel/day.ts'
import { Button } from '../../../ui/button.tsx'
import { Chip } from '../../../ui/chip.tsx'
import { useLanguage } from '../../../ui/language.tsx'
import { useSession } from '../../../ui/session.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import type { AccountDetail } from '../../accounts/contract.ts'
import { ROLES } from '../../roles.ts'
import css from '../pages.module.css'
import { useAccountWords, writtenDays } from '../words.ts'
import { EndRole } from './end-role.tsx'
import { GrantRole } from './grant-role.tsx'

type Holding = AccountDetail['roles'][number]

/** The roles of an account, those of the past too; the administrator grants and ends them. */
export function AccountRoles({ account }: { account: AccountDetail }) {
  const { detail: m } = useAccountWords()
  const { may } = useSession()
  const { t } = useLanguage()
  const [granting, setGranting] = useState(false)
  const [ending, setEnding] = useState<Holding | undefined>(undefined)
  const today = dayInVietnam(new Date())
  const because = account.own ? m.notOwn : undefined
  const columns: Column<Holding>[] = [
    {
      key: 'role',
      head: m.role,
      render: ({ role, validFrom, validTo }) => (
        <>
          {t(ROLES[role].name)} {validTo !== null && validTo < today ? <Chip>{m.over}</Chip> : null}
          {validFrom > today ? <Chip tone="blue">{m.coming}</Chip> : null}
        </>
      ),
    },
    { key: 'body', head: m.body, render: ({ bodyName }) => bodyName ?? m.everywhere },
    { key: 'days', head: m.days, render: ({ validFrom, validTo }) => writtenDays(validFrom, validTo, m.untilFurther) },
    { key: 'document', head: m.document, render: ({ document }) => document ?? '—' },
    ...(may('accounts.write')
      ? [
          {
            key: 'end',
            head: m.end,
            render: (holding: Holding) =>
              holding.validTo !== null && holding.validTo < today ? null : (
                <Button onClick={() => setEnding(holding)} disabledBecause={because}>
                  {m.end}
                </Button>
              ),
          },
        ]
      : []),
  ]
  return (
    <div className={css.stack}>
      <Table
        caption={m.roles}
        columns={columns}
        list={{ rows: account.roles }}
        rowKey={({ id }) => id}
        empty={m.noRoles}
      />
      {may('accounts.write') ? (
        <Button onClick={() => setGranting(true)} disabledBecause={because}>
          {m.grant}
        </Button>
      ) : null}
      {granting ? <GrantRole accountId={account.id} today={today} onClose={() => setGranting(false)} /> : null}
      {ending ? (
        <EndRole accountId={account.id} holding={ending} today={today} onClose={() => setEnding(undefined)} />
      ) : null}
    </div>
  )
}
