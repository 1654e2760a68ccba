import type { z } from 'zod'
import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { NotFound } from '../../kernel/errors.ts'
import { recordOf } from '../audit.ts'
import { holderOf, openPassport } from '../passports/open.ts'
import type { takeVisaOut } from './contract.ts'
import { deleteVisa, lockPassport } from './store.ts'

/** Takes a visa out of the register: used up, cancelled, or entered wrongly. Throws `NotFound`. */
export async function takeOut(
  transaction: Transaction,
  actor: Actor,
  { id, visaId, reason }: z.output<typeof takeVisaOut.input>,
  today: Day,
) {
  await lockPassport(transaction, id)
  const passport = await openPassport(transaction, id, today)
  const visa = passport.visas.find((one) => one.id === visaId)
  if (!visa) throw noSuchVisa()
  await deleteVisa(transaction, visaId)
  const { id: _, ...before } = visa
  await recordOf(transaction, actor, holderOf(passport), {
    action: 'passport.visa-taken-out',
    before: { passport: id, ...before },
    ground: reason,
  })
  return { id: visaId }
}

function noSuchVisa(): NotFound {
  return new NotFound({
    vi: 'Không còn thị thực này trong hộ chiếu. Hãy tải lại trang.',
    en: 'This visa is no longer with the passport. Load the page again.',
  })
}
