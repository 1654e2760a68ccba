import type { z } from 'zod'
import { namesOfBodies } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { writeXlsx, XLSX_TYPE } from '../../documents/xlsx.ts'
import { type Day, dayInVietnam, formatDay } from '../../kernel/day.ts'
import { isRole, ROLES } from '../roles.ts'
import type { exportAccounts } from './contract.ts'
import { type ListedAccount, listAccountRows, MOST_COUNTED } from './store.ts'

type Names = ReadonlyMap<string, string>

/** The list as a workbook, at most 10,000 lines, with the roles of the day; nothing by which one signs in. */
export async function exportList(transaction: Transaction, filter: z.output<typeof exportAccounts.input>, today: Day) {
  const { q, role, state } = filter
  const { items } = await listAccountRows(transaction, { q, role, state, page: 1, size: MOST_COUNTED }, today)
  const bodies = items.flatMap(({ rootId, roles }) => [rootId, ...roles.map(({ bodyId }) => bodyId)])
  const names = await namesOfBodies(transaction, [...new Set(bodies.flatMap((id) => id ?? []))], today)
  const bytes = await writeXlsx({
    sheet: 'Tài khoản',
    title: `Danh sách tài khoản ngày ${formatDay(today)}`,
    columns: [
      { head: 'Tên đăng nhập', type: 'text', width: 24 },
      { head: 'Tên', type: 'text', width: 28 },
      { head: 'Người trong danh sách cán bộ', type: 'text', width: 28 },
      { head: 'Thuộc tỉnh, bộ', type: 'text', width: 32 },
      { head: 'Vai trò hôm nay', type: 'text', width: 80 },
      { head: 'Có bước hai', type: 'text', width: 12 },
      { head: 'Dùng lần cuối', type: 'day', width: 14 },
      { head: 'Đã khóa', type: 'text', width: 10 },
    ],
    rows: items.map((account) => [
      account.login,
      account.name,
      account.personName,
      nameOf(account.rootId, names),
      account.roles.flatMap((held) => roleText(held, names)).join('; '),
      yesOrNo(account.factors.length > 0),
      account.lastSeenAt && dayInVietnam(new Date(account.lastSeenAt)),
      yesOrNo(account.disabled),
    ]),
  })
  return { name: `tai-khoan-${today}.xlsx`, type: XLSX_TYPE, bytes }
}

/** `Thủ trưởng cơ quan – Sở Y tế (từ 01/03/2026 đến 31/12/2026)`; none for a role that is no longer known. */
function roleText({ role, bodyId, validFrom, validTo }: ListedAccount['roles'][number], names: Names): string[] {
  if (!isRole(role)) return []
  const until = validTo === null ? '' : ` đến ${formatDay(validTo)}`
  return [`${ROLES[role].name.vi} – ${nameOf(bodyId, names)} (từ ${formatDay(validFrom)}${until})`]
}

/** An account or a role of no body is one of the whole installation. */
function nameOf(bodyId: string | null, names: Names): string {
  return bodyId === null ? 'Toàn hệ thống' : (names.get(bodyId) ?? '—')
}

function yesOrNo(is: boolean): string {
  return is ? 'Có' : 'Không'
}
