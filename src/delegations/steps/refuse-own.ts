import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { tiesOf } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { linkedMembers } from '../edit/projection.ts'
import type { DelegationRow } from '../store.ts'
import { namesakes } from './namesakes.ts'

/**
 * Nobody examines or decides what is their own: refuses when the one who acts, or the one for whom they act, travels in the
 * delegation (also where their name is only typed), or holds a role or a post in the body that sends it.
 */
export async function refuseOwn(
  transaction: Transaction,
  actor: Actor,
  { bodyId, content }: Pick<DelegationRow, 'bodyId' | 'content'>,
  today: Day,
): Promise<void> {
  const accounts = [actor.accountId, actor.onBehalfOf?.accountId].filter((id) => id !== undefined)
  if (accounts.length === 0) return
  await refuseTravelling(transaction, actor, { bodyId, content }, today)
  const [name] = (await tiesOf(transaction, accounts, bodyId, today)).ofBody
  if (name !== undefined) {
    throw refusal(`${name} thuộc chính cơ quan cử đoàn`, `${name} belongs to the body that sends it`)
  }
}

/** Nobody speaks for others about a delegation in which they travel. */
export async function refuseTravelling(
  transaction: Transaction,
  actor: Actor,
  { bodyId, content }: Pick<DelegationRow, 'bodyId' | 'content'>,
  today: Day,
): Promise<void> {
  const accounts = [actor.accountId, actor.onBehalfOf?.accountId].filter((id) => id !== undefined)
  if (accounts.length === 0) return
  const { personIds } = await tiesOf(transaction, accounts, bodyId, today)
  if (linkedMembers(content).some(({ personId }) => personIds.includes(personId))) {
    throw refusal('anh/chị (hoặc người ủy quyền) đi trong đoàn này', 'you, or the one for whom you act, travel in it')
  }
  const [name] = (await namesakes(transaction, accounts, content)).values()
  if (name !== undefined) {
    throw refusal(
      `thành viên «${name}» gõ tay trùng tên anh/chị (hoặc người ủy quyền); nếu là người khác trùng tên, đề nghị đơn vị chọn đúng người đó trong danh bạ`,
      `a member typed as “${name}” bears your name, or that of the one for whom you act; if it is somebody else, have the unit pick that person from the register`,
    )
  }
}

function refusal(vi: string, en: string): Refused {
  return new Refused({
    vi: `Không ai thẩm định, quyết định việc của mình: ${vi}. Việc cử đoàn phải do cấp có thẩm quyền quyết định (38-CT/TW, điểm 2). Hãy chuyển cho người khác giữ vai trò này, không thuộc cơ quan cử đoàn, hoặc lên cấp trên trực tiếp.`,
    en: `Nobody examines or decides what is their own: ${en}. Delegations are decided by the competent authority (38-CT/TW, point 2). Pass it to another holder of the role who is not of the sending body, or to the level above.`,
  })
}
