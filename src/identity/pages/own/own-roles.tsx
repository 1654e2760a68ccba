import { useLanguage } from '../../../ui/language.tsx'
import { type Column, Table } from '../../../ui/table.tsx'
import { ROLES } from '../../roles.ts'
import type { OwnRole } from '../../sign-in/contract.ts'
import { useWords, writtenDays } from '../words.ts'

/** The roles that one holds today, one's own and those held for others. */
export function OwnRoles({ roles }: { roles: readonly OwnRole[] }) {
  const { own: m, signIn } = useWords()
  const { t } = useLanguage()
  const columns: Column<OwnRole>[] = [
    { key: 'role', head: m.role, render: ({ role }) => t(ROLES[role].name) },
    {
      key: 'body',
      head: m.body,
      render: ({ bodyName, principal }) => (
        <>
          {bodyName ?? signIn.everywhere}
          {principal ? <div className="mute small">{m.insteadOf(principal.name)}</div> : null}
        </>
      ),
    },
    { key: 'days', head: m.days, render: ({ validFrom, validTo }) => writtenDays(validFrom, validTo, m.untilFurther) },
    { key: 'document', head: m.document, render: ({ document }) => document ?? '—' },
  ]
  return (
    <Table
      caption={m.roles}
      columns={columns}
      list={{ rows: roles }}
      rowKey={({ holdingId, principal }) => `${holdingId} ${principal?.accountId ?? ''}`}
      empty={m.noRoles}
    />
  )
}
