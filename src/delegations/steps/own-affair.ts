import type { Transaction } from '../../db/transaction.ts'
import { tiesOf } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { linkedMembers } from '../edit/projection.ts'
import { type Judged, namesakes } from './namesakes.ts'

/** Why a dossier is the own affair of one of these accounts; `undefined` where it is of none. */
export async function ownAffair(
  transaction: Transaction,
  accounts: readonly string[],
  { bodyId, content }: Pick<Judged, 'bodyId' | 'content'>,
  today: Day,
): Promise<Bilingual | undefined> {
  if (accounts.length === 0) return undefined
  const { personIds, ofBody, above } = await tiesOf(transaction, accounts, bodyId, today)
  const trip = await ownTrip(transaction, accounts, personIds, content)
  if (trip !== undefined) return trip
  const [within] = ofBody
  if (within !== undefined) {
    return { vi: `${within} thuộc chính cơ quan cử đoàn`, en: `${within} belongs to the body that sends it` }
  }
  const [leader] = above
  if (leader === undefined) return undefined
  return {
    vi: `${leader} lập hoặc ký hồ sơ của cơ quan cử đoàn với vai trò ở cơ quan cấp trên của cơ quan đó`,
    en: `${leader} writes or signs dossiers of the body that sends it, by a role in a body above it`,
  }
}

/** Whether one of these accounts travels, by the register or by a name that is only typed. */
export async function ownTrip(
  transaction: Transaction,
  accounts: readonly string[],
  personIds: readonly string[],
  content: Judged['content'],
): Promise<Bilingual | undefined> {
  if (linkedMembers(content).some(({ personId }) => personIds.includes(personId))) {
    return {
      vi: 'anh/chị (hoặc người ủy quyền) đi trong đoàn này',
      en: 'you, or the one for whom you act, travel in it',
    }
  }
  const [name] = (await namesakes(transaction, accounts, content)).values()
  if (name === undefined) return undefined
  return {
    vi: `thành viên «${name}» gõ tay trùng tên anh/chị (hoặc người ủy quyền); nếu là người khác trùng tên, đề nghị đơn vị chọn đúng người đó trong danh bạ`,
    en: `a member typed as “${name}” bears your name, or that of the one for whom you act; if it is somebody else, have the unit pick that person from the register`,
  }
}
