import type { z } from 'zod'
import { record } from '../../audit/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { Forbidden, Invalid, NotFound } from '../../kernel/errors.ts'
import { type Administrator, administeredAccount, isWithin, refuseOneself } from './administered.ts'
import type { endRole } from './contract.ts'
import { deleteHolding, endHolding, listHoldings } from './store.ts'

/** Ends a role on a day; a last day before today ends it at once, with every substitution for it. */
export async function end(
  transaction: Transaction,
  { who, actor, today }: Administrator,
  { id, holdingId, lastDay, reason }: z.output<(typeof endRole)['input']>,
): Promise<undefined> {
  const account = await administeredAccount(transaction, id)
  refuseOneself(who, id)
  const holding = (await listHoldings(transaction, id)).find((one) => one.id === holdingId)
  if (holding === undefined) throw notHeld()
  if (!isWithin(who, holding.rootId)) throw outside()
  const neverHeld = lastDay < holding.validFrom
  if (neverHeld && holding.validFrom < today) throw beforeBeginning()
  if (neverHeld) await deleteHolding(transaction, holdingId)
  else await endHolding(transaction, holdingId, lastDay)
  const { role, bodyId, validFrom, validTo } = holding
  await record(transaction, actor, {
    action: 'role.ended',
    subject: { kind: 'account', id: account.id, name: account.login },
    bodyId: bodyId ?? undefined,
    rootId: holding.rootId ?? undefined,
    before: { role, bodyId, validFrom, validTo },
    after: { role, bodyId, validFrom, validTo: lastDay },
    ground: reason,
  })
}

function notHeld(): NotFound {
  return new NotFound({
    vi: 'Tài khoản không còn vai trò này. Hãy tải lại trang.',
    en: 'The account no longer has this role. Load the page again.',
  })
}

function outside(): Forbidden {
  return new Forbidden({
    vi: 'Vai trò này ở nơi bạn không quản trị. Hãy đề nghị quản trị toàn hệ thống kết thúc.',
    en: 'This role is held where you do not administer. Ask an administrator of the whole installation to end it.',
  })
}

function beforeBeginning(): Invalid {
  const message = {
    vi: 'ngày cuối không được trước ngày bắt đầu của vai trò đã giữ',
    en: 'the last day is not before the first day of a role that was held',
  }
  return new Invalid([{ path: 'lastDay', message }])
}
