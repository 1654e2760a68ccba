import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { codeOf, findDelegation } from '../store.ts'
import { barsOf } from './barred.ts'
import { stillStands } from './standing.ts'
import { type Committee, declarationsOf, laidBefore, type Member } from './store.ts'

/**
 * Nobody leads a meeting, or enters its papers, about what is their own. Throws for a chair or a secretary who has come to be tied
 * to a dossier that is still before the committee, or has declared so, since they were seated.
 */
export async function refuseTiedOfficer(
  transaction: Transaction,
  { id }: Pick<Committee, 'id'>,
  officer: Member,
  today: Day,
): Promise<void> {
  const declarations = await declarationsOf(transaction, id)
  for (const laid of await laidBefore(transaction, [id])) {
    const delegation = await findDelegation(transaction, laid.id)
    if (delegation === undefined || !stillStands(delegation, laid)) continue
    const bars = await barsOf(transaction, [officer], delegation, declarations, today)
    if (bars.has(officer.id)) throw isTied(officer, codeOf(delegation))
  }
}

function isTied({ part, name }: Member, code: string): Refused {
  const words =
    part === 'chair'
      ? { vi: 'chủ tịch', en: 'chair', does: 'kết thúc biên bản', closes: 'closes its minutes' }
      : { vi: 'thư ký', en: 'secretary', does: 'nhập bản giấy của thành viên ngoài', closes: 'enters its papers' }
  return new Refused({
    vi: `${name} không ${words.does} được: có xung đột lợi ích với hồ sơ ${code} (theo sổ, hoặc đã tự kê khai). Hãy đề nghị người thẩm định hủy phiên họp này và triệu tập phiên họp mới với ${words.vi} khác, hoặc không có hồ sơ đó.`,
    en: `${name} no longer ${words.closes}: there is a conflict of interest with ${code}, by the registers or as declared. Ask an examiner to call this meeting off and convene another with another ${words.en}, or without that dossier.`,
  })
}
