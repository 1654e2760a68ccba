import type { Transaction } from '../../db/transaction.ts'
import { type Day, formatDay } from '../../kernel/day.ts'
import { type Fault, fault, Invalid } from '../../kernel/errors.ts'
import { dayAt } from '../edit/projection.ts'
import { codeOf, type DelegationRow, findByNumber } from '../store.ts'
import { CLOSED, type Recommendation, STATE_NAMES } from '../workflow.ts'
import { type Cuts, cutsAnything } from './cuts.ts'

/** What an examination recommends, with what has to be known for it to be followed. */
export interface Recommended {
  recommendation: Recommendation
  cuts?: Cuts | undefined
  /** Into which delegation this one is to be merged: a code of ours, or how it is called elsewhere, with its number. */
  mergeWith?: string | undefined
  /** Until when it is put off, or by how many days. */
  postponeTo?: Day | undefined
  postponeDays?: number | undefined
}

const CODE = /^[ĐD]R-(\d{4})-(\d{1,9})$/i

/**
 * Refuses a recommendation that nobody could follow: a merger with no named delegation, a postponement to no day, cuts that cut
 * nothing – or one that says what belongs to another. Gives the id of the dossier to merge with, where it is one of ours.
 */
export async function followable(
  transaction: Transaction,
  delegation: DelegationRow,
  said: Recommended,
): Promise<{ mergeWithId?: string }> {
  const faults = [...cutFaults(said), ...postponeFaults(delegation, said), ...strayFaults(said)]
  if (faults.length > 0) throw new Invalid(faults)
  return said.recommendation === 'merge' ? partnerOf(transaction, delegation, said.mergeWith ?? '') : {}
}

function cutFaults({ recommendation, cuts }: Recommended): Fault[] {
  const cut = cuts !== undefined && cutsAnything(cuts)
  if (recommendation === 'approve-with-cuts' && !cut) {
    return [
      fault(
        'cuts',
        'hãy nêu cắt giảm người, nước hay ngày nào; không cắt gì thì chọn «Đồng ý cử đoàn»',
        'say which people, countries or days are cut; where nothing is, recommend to approve',
      ),
    ]
  }
  if (recommendation === 'approve-with-cuts' || !cut) return []
  return [
    fault(
      'cuts',
      'chỉ nêu cắt giảm khi đề xuất «Đồng ý, có cắt giảm»',
      'cuts go with the recommendation to approve with cuts only',
    ),
  ]
}

function postponeFaults(
  { content }: DelegationRow,
  { recommendation, postponeTo, postponeDays }: Recommended,
): Fault[] {
  if (recommendation !== 'postpone') return []
  if ((postponeTo === undefined) === (postponeDays === undefined)) {
    return [
      fault(
        'postponeTo',
        'hãy nêu lùi đến ngày nào, hoặc lùi bao nhiêu ngày (một trong hai)',
        'say until which day it is put off, or by how many days (one of the two)',
      ),
    ]
  }
  const departure = dayAt(content, 'trip/departure')
  if (postponeTo === undefined || departure === null || postponeTo > departure) return []
  return [
    fault(
      'postponeTo',
      `phải sau ngày đi trong hồ sơ, ${formatDay(departure)}`,
      `must be after the day of departure in the dossier, ${departure}`,
    ),
  ]
}

/** What is said that belongs to another recommendation. */
function strayFaults({ recommendation, mergeWith, postponeTo, postponeDays }: Recommended): Fault[] {
  const stray = (path: string, stated: unknown, belongs: Recommendation): Fault[] =>
    stated === undefined || recommendation === belongs
      ? []
      : [fault(path, 'không thuộc đề xuất đã chọn', 'does not belong to the recommendation chosen')]
  return [
    ...stray('mergeWith', mergeWith, 'merge'),
    ...stray('postponeTo', postponeTo, 'postpone'),
    ...stray('postponeDays', postponeDays, 'postpone'),
  ]
}

/** The other delegation: one of the same root by its code; one from elsewhere must be found again by a number. */
async function partnerOf(
  transaction: Transaction,
  delegation: DelegationRow,
  mergeWith: string,
): Promise<{ mergeWithId?: string }> {
  const [, year, number] = CODE.exec(mergeWith.trim()) ?? []
  if (year === undefined) {
    if (/\d/.test(mergeWith)) return {}
    throw mergeFault(
      'hãy nêu ghép với đoàn nào: mã hồ sơ (ĐR-2026-0012), hoặc tên đoàn kèm số văn bản nếu đoàn thuộc nơi khác',
      'say with which delegation it is to be merged: its code (ĐR-2026-0012), or its name with the number of its paper',
    )
  }
  const named = { year: Number(year), number: Number(number) }
  const other = await findByNumber(transaction, delegation.rootId, named)
  if (other === undefined) {
    throw mergeFault(
      `trong phạm vi của bạn không có hồ sơ ${codeOf(named)}; đoàn thuộc nơi khác thì ghi tên đoàn kèm số văn bản`,
      `there is no ${codeOf(named)} within your scope; a delegation from elsewhere is named with the number of its paper`,
    )
  }
  if (other.id === delegation.id) throw mergeFault('là chính hồ sơ này', 'is this very dossier')
  if (CLOSED.has(other.state)) {
    const { vi, en } = STATE_NAMES[other.state]
    throw mergeFault(`hồ sơ ${codeOf(named)} ${vi}, không ghép được`, `${codeOf(named)} is ${en} and takes nobody in`)
  }
  return { mergeWithId: other.id }
}

function mergeFault(vi: string, en: string): Invalid {
  return new Invalid([fault('mergeWith', vi, en)])
}
