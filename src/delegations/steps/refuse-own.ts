import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Holder, holdersOf, tiesOf } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { actingOn } from './acting-on.ts'
import { type Judged, type Judging, judgesOf } from './namesakes.ts'
import { ownAffair, ownTrip } from './own-affair.ts'

/**
 * Nobody examines or decides what is their own: refuses when the one who acts, or the one for whom they act, travels in the
 * delegation (also where their name is only typed), holds a role or a post in the body that sends it, or writes or signs for it
 * from a body above. The refusal names who may take the step today. Answers the one who acts as they act on this dossier.
 */
export async function refuseOwn(
  transaction: Transaction,
  actor: Actor,
  delegation: Judged,
  today: Day,
  permission: Judging = 'dossiers.examine',
): Promise<Actor> {
  const acting = await actingOn(transaction, actor, delegation, permission, today)
  const why = await ownAffair(transaction, accountsOf(acting), delegation, today)
  if (why !== undefined) throw refusal(why, permission, await othersFor(transaction, permission, delegation, today))
  return acting
}

/** Nobody speaks for others about a delegation in which they travel. */
export async function refuseTravelling(
  transaction: Transaction,
  actor: Actor,
  { bodyId, content }: Pick<Judged, 'bodyId' | 'content'>,
  today: Day,
): Promise<void> {
  const accounts = accountsOf(actor)
  const { personIds } = await tiesOf(transaction, accounts, bodyId, today)
  const why = await ownTrip(transaction, accounts, personIds, content)
  if (why === undefined) return
  throw new Refused({
    vi: `Không ai cho ý kiến về chuyến đi của mình: ${why.vi}. Hãy để người khác của cơ quan cho ý kiến.`,
    en: `Nobody speaks about their own trip: ${why.en}. Let somebody else of the body give the opinion.`,
  })
}

/** Those who may examine, or decide, a dossier on a day, by name: it is not their own affair. */
export async function othersFor(
  transaction: Transaction,
  permission: Judging,
  delegation: Judged,
  today: Day,
): Promise<Holder[]> {
  return holdersOf(transaction, await judgesOf(transaction, permission, delegation, today), permission, today)
}

function accountsOf({ accountId, onBehalfOf }: Actor): string[] {
  return [accountId, onBehalfOf?.accountId].filter((id) => id !== undefined)
}

function refusal(why: Bilingual, permission: Judging, others: readonly Holder[]): Refused {
  const next = nextStep(permission, others)
  return new Refused({
    vi: `Không ai thẩm định, quyết định việc của mình: ${why.vi}. Việc cử đoàn phải do cấp có thẩm quyền quyết định (38-CT/TW, điểm 2). ${next.vi}`,
    en: `Nobody examines or decides what is their own: ${why.en}. Delegations are decided by the competent authority (38-CT/TW, point 2). ${next.en}`,
  })
}

const MOST_NAMED = 10

function nextStep(permission: Judging, others: readonly Holder[]): Bilingual {
  const names = others
    .slice(0, MOST_NAMED)
    .map(({ name, offices }) => (offices.length === 0 ? name : `${name} (${offices.join(', ')})`))
  const decides = permission === 'dossiers.decide'
  if (names.length > 0) {
    const list = `${names.join(', ')}${others.length > names.length ? ', …' : ''}`
    return {
      vi: `Hôm nay những người sau ${decides ? 'quyết định' : 'thẩm định'} được hồ sơ này: ${list}.`,
      en: `Today this dossier may be ${decides ? 'decided' : 'examined'} by ${list}.`,
    }
  }
  if (decides) {
    return {
      vi: 'Hôm nay không còn ai khác ở đây quyết định được hồ sơ này: hãy dùng bước «Trình cấp trên quyết định».',
      en: 'Nobody else here may decide this dossier today: pass it up to the authority above.',
    }
  }
  return {
    vi: 'Hôm nay không còn ai khác thẩm định được hồ sơ này: hãy đề nghị người quản trị giao vai trò thẩm định cho người không đi trong đoàn và không thuộc cơ quan cử đoàn.',
    en: 'Nobody else may examine this dossier today: ask an administrator to give the role to somebody who neither travels in it nor belongs to the sending body.',
  }
}
