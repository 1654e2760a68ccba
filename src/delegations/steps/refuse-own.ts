import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Holder, holdersOf, tiesOf } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import type { Bilingual } from '../../kernel/text.ts'
import { linkedMembers } from '../edit/projection.ts'
import { type Judged, judgesOf, namesakes } from './namesakes.ts'

type Own = Judged

/** What only those do who judge a dossier. */
export type Judging = 'dossiers.examine' | 'dossiers.decide'

/**
 * Nobody examines or decides what is their own: refuses when the one who acts, or the one for whom they act, travels in the
 * delegation (also where their name is only typed), holds a role or a post in the body that sends it, or writes or signs for it
 * from a body above. The refusal names who may take the step today.
 */
export async function refuseOwn(
  transaction: Transaction,
  actor: Actor,
  delegation: Own,
  today: Day,
  permission: Judging = 'dossiers.examine',
): Promise<void> {
  const why = await ownAffair(transaction, accountsOf(actor), delegation, today)
  if (why !== undefined) throw refusal(why, permission, await othersFor(transaction, permission, delegation, today))
}

/** Nobody speaks for others about a delegation in which they travel. */
export async function refuseTravelling(
  transaction: Transaction,
  actor: Actor,
  { bodyId, content }: Pick<Own, 'bodyId' | 'content'>,
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

/** Why a dossier is the own affair of one of these accounts; `undefined` where it is of none. */
export async function ownAffair(
  transaction: Transaction,
  accounts: readonly string[],
  { bodyId, content }: Pick<Own, 'bodyId' | 'content'>,
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

/** Those who may examine, or decide, a dossier on a day, by name: it is not their own affair. */
export async function othersFor(
  transaction: Transaction,
  permission: Judging,
  delegation: Own,
  today: Day,
): Promise<Holder[]> {
  return holdersOf(transaction, await judgesOf(transaction, permission, delegation, today), permission, today)
}

/** Whether one of these accounts travels, by the register or by a name that is only typed. */
async function ownTrip(
  transaction: Transaction,
  accounts: readonly string[],
  personIds: readonly string[],
  content: Own['content'],
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
