import type { z } from 'zod'
import { record } from '../../audit/index.ts'
import { rootOf } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Conflict, Forbidden, Invalid } from '../../kernel/errors.ts'
import { newId } from '../../kernel/ids.ts'
import { type Administrator, administeredAccount, isWithin, refuseOneself } from './administered.ts'
import type { grantRole } from './contract.ts'
import { holdsRole, insertHolding } from './store.ts'

/**
 * Grants a role in a body for a time. Nobody grants one to themselves, nor beyond the roots that they administer; only
 * an administrator of the whole installation makes another one.
 */
export async function grant(
  transaction: Transaction,
  { who, actor }: Administrator,
  input: z.output<(typeof grantRole)['input']>,
): Promise<{ holdingId: string }> {
  const account = await administeredAccount(transaction, input.id)
  refuseOneself(who, input.id)
  if (input.validTo !== null && input.validTo < input.validFrom) throw backwards()
  if (input.bodyId === null && input.role !== 'administrator') throw noBody()
  const rootId = input.bodyId === null ? null : await rootOf(transaction, input.bodyId)
  if (rootId === undefined) throw noBody()
  if (!isWithin(who, rootId)) throw outside()
  const { role, bodyId, validFrom, validTo, document } = input
  const holding = { id: newId(), accountId: account.id, role, bodyId, rootId, validFrom, validTo, document }
  if (await holdsRole(transaction, holding)) throw held()
  await insertHolding(transaction, holding)
  await record(transaction, actor, {
    action: 'role.granted',
    subject: { kind: 'account', id: account.id, name: account.login },
    bodyId: bodyId ?? undefined,
    rootId: rootId ?? undefined,
    after: { role, bodyId, validFrom, validTo },
    ground: document ?? undefined,
  })
  return { holdingId: holding.id }
}

function backwards(): Invalid {
  const message = { vi: 'ngày cuối phải từ ngày đầu trở đi', en: 'the last day is not before the first' }
  return new Invalid([{ path: 'validTo', message }])
}

function noBody(): Invalid {
  const message = {
    vi: 'cần một cơ quan có trong danh mục; chỉ quản trị toàn hệ thống không gắn với cơ quan nào',
    en: 'expected a body that exists; only an administrator of the whole installation has none',
  }
  return new Invalid([{ path: 'bodyId', message }])
}

function outside(): Forbidden {
  return new Forbidden({
    vi: 'Bạn chỉ giao được vai trò trong tỉnh, bộ mà bạn quản trị. Hãy đề nghị quản trị toàn hệ thống.',
    en: 'You grant roles only in the province or ministry that you administer. Ask an administrator of the whole installation.',
  })
}

function held(): Conflict {
  return new Conflict({
    vi: 'Tài khoản đã giữ vai trò này ở cơ quan này trong thời gian ấy. Hãy kết thúc vai trò cũ trước, hoặc chọn ngày khác.',
    en: 'The account holds this role in this body at that time already. End the former one first, or choose other days.',
  })
}
