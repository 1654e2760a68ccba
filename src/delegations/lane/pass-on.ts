import type { Transaction } from '../../db/transaction.ts'
import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { Law } from '../../law/index.ts'
import { factsFor } from '../facts/facts-for.ts'
import { recordOf } from '../record/store.ts'
import type { DelegationRow } from '../store.ts'
import type { Recommendation } from '../workflow.ts'
import { CONDITION_NAMES } from './conditions.ts'
import { type Lane, laneOf } from './lane-of.ts'
import { isSimple, type Read } from './simple.ts'

/** What a dossier that is passed on as a simple one is recommended by: the conditions as they were read. */
export interface PassedOn {
  recommendation: Recommendation
  lane: Read[]
}

/** The recommendation of a dossier that goes by the simple lane. Throws where it is not a simple one, or was drawn to be examined in full. */
export async function passOn(
  transaction: Transaction,
  law: Law,
  delegation: DelegationRow,
  today: Day,
): Promise<PassedOn> {
  const recorded = recordOf(transaction, delegation.id)
  const [record, facts] = await Promise.all([recorded, factsFor(transaction, law, delegation, today, recorded)])
  const lane = laneOf(law, delegation, { facts, record }, today)
  const why = lane === null ? NO_LANE : whyNotSimple(lane)
  if (lane === null || why !== null) throw refusal(why ?? NO_LANE)
  return { recommendation: 'approve', lane: lane.read }
}

/** Why a dossier cannot be passed on as a simple one; null where it can. Pure. */
export function whyNotSimple({ read, draw }: Pick<Lane, 'read' | 'draw'>): Bilingual | null {
  if (draw?.drawn) return DRAWN
  if (draw === undefined) return NOT_THEN
  if (isSimple(read)) return null
  const open = read.filter(({ met }) => met !== 'met')
  const names = (language: 'vi' | 'en') => open.map(({ condition }) => CONDITION_NAMES[condition][language]).join('; ')
  return { vi: `chưa đạt điều kiện: ${names('vi')}`, en: `these conditions are not met: ${names('en')}` }
}

const NO_LANE: Bilingual = {
  vi: 'quy trình của hồ sơ không có luồng đơn giản',
  en: 'the procedure of the dossier knows no simple lane',
}
const DRAWN: Bilingual = {
  vi: 'hồ sơ đã được rút ngẫu nhiên để thẩm định đầy đủ',
  en: 'it was drawn by lot to be examined in full',
}
const NOT_THEN: Bilingual = {
  vi: 'khi tiếp nhận, hồ sơ chưa đủ điều kiện nên không được bốc thăm',
  en: 'when it was received it did not meet the conditions, so no lot was drawn',
}

function refusal({ vi, en }: Bilingual): Refused {
  return new Refused({
    vi: `Không trình được theo luồng đơn giản: ${vi}. Hãy thẩm định hồ sơ rồi dùng «Trình cấp có thẩm quyền».`,
    en: `It cannot be passed on as a simple one: ${en}. Examine it, then recommend it to the authority.`,
  })
}
