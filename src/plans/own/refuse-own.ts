import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { tiesOf } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { PlanItemFields } from '../plan-item.ts'
import type { PlanRow } from '../store.ts'

/** Who judges, and where somebody turns who must not. */
export type Judging = 'consolidate' | 'approve'

const ESCALATION: Record<Judging, Bilingual> = {
  consolidate: {
    vi: 'Hãy để người khác của Sở Ngoại vụ không thuộc cơ quan này làm; kế hoạch của chính Sở Ngoại vụ do cấp có thẩm quyền tự thẩm định.',
    en: 'Leave it to somebody of the department of foreign affairs who is not of this body; the department’s own plan is taken up by the authority itself.',
  },
  approve: {
    vi: 'Hãy chuyển cho người khác giữ vai trò cấp có thẩm quyền, không thuộc cơ quan này, hoặc lên cấp trên trực tiếp.',
    en: 'Pass it to another holder of the authority who is not of this body, or to the level above.',
  },
}

/**
 * Nobody decides what is their own: refuses when the one who acts, or the one for whom they act, holds a role or a post
 * in the plan's body, writes or signs for it from a body above, or travels in one of the lines.
 */
export async function refuseOwn(
  transaction: Transaction,
  actor: Actor,
  plan: Pick<PlanRow, 'bodyId'>,
  lines: readonly Pick<PlanItemFields, 'title' | 'people'>[],
  judging: Judging,
  today: Day,
): Promise<void> {
  const accounts = [actor.accountId, actor.onBehalfOf?.accountId].filter((id) => id !== undefined)
  if (accounts.length === 0) return
  const { personIds, ofBody, above } = await tiesOf(transaction, accounts, plan.bodyId, today)
  const [name] = ofBody
  if (name !== undefined)
    throw refusal(judging, {
      vi: `${name} thuộc chính cơ quan lập kế hoạch`,
      en: `${name} belongs to the body whose plan it is`,
    })
  const [leader] = above
  if (leader !== undefined)
    throw refusal(judging, {
      vi: `${leader} lập hoặc ký kế hoạch của cơ quan này với vai trò ở cơ quan cấp trên`,
      en: `${leader} writes or signs plans of this body, by a role in a body above it`,
    })
  const trip = lines.find(({ people }) =>
    people.some(({ personId }) => personId !== null && personIds.includes(personId)),
  )
  if (trip) {
    throw refusal(judging, {
      vi: `anh/chị (hoặc người ủy quyền) đi trong đoàn «${trip.title}»`,
      en: `you, or the one for whom you act, travel in “${trip.title}”`,
    })
  }
}

function refusal(judging: Judging, why: Bilingual): Refused {
  const next = ESCALATION[judging]
  return new Refused({
    vi: `Không ai quyết định việc của mình: ${why.vi}. Kế hoạch phải được trình cấp có thẩm quyền (38-CT/TW, điểm 2) và được thẩm định chặt chẽ (điểm 5). ${next.vi}`,
    en: `Nobody decides what is their own: ${why.en}. A plan is submitted to the competent authority (38-CT/TW, point 2) and strictly appraised (point 5). ${next.en}`,
  })
}
