import { Conflict, Forbidden, NotFound, Refused } from '../kernel/errors.ts'
import type { PlanRow } from './store.ts'
import { OPEN_TO_UNIT, type PlanState } from './workflow.ts'

/** States as they are called in a sentence. */
export const STATE_NAMES: Record<PlanState, { vi: string; en: string }> = {
  draft: { vi: 'đang soạn', en: 'a draft' },
  submitted: { vi: 'đang trình thủ trưởng', en: 'with the head of the unit' },
  returned: { vi: 'được trả lại đơn vị', en: 'returned to the unit' },
  signed: { vi: 'đã ký gửi', en: 'signed off' },
  consolidating: { vi: 'đang được tổng hợp', en: 'being consolidated' },
  proposed: { vi: 'đang trình cấp có thẩm quyền', en: 'with the authority' },
  approved: { vi: 'đã được phê duyệt', en: 'approved' },
  superseded: { vi: 'đã được thay bằng bản điều chỉnh', en: 'superseded by an adjustment' },
  withdrawn: { vi: 'đã rút', en: 'withdrawn' },
}

/** No such plan within reach. */
export function noPlan(): NotFound {
  return new NotFound({
    vi: 'Không có kế hoạch này, hoặc kế hoạch nằm ngoài phạm vi của bạn.',
    en: 'There is no such plan, or it is outside your scope.',
  })
}

/** The body, or the line, is seen, but what the caller wants to do there is for others to do. */
export function notTheirs(name: string | undefined): Forbidden {
  return new Forbidden({
    vi: `${name ?? 'Cơ quan này'} nằm ngoài phạm vi mà bạn được làm việc này. Hãy chọn lại, hoặc đề nghị người có trách nhiệm ở đó làm.`,
    en: `${name ?? 'This body'} is outside the scope in which you may do this. Choose another, or ask whoever is in charge there.`,
  })
}

/** Refuses when somebody else changed the plan in between. */
export function refuseStale(plan: PlanRow, version: number): void {
  if (plan.version === version) return
  throw new Conflict({
    vi: `${plan.changedBy} vừa thay đổi kế hoạch này lúc ${when(plan.changedAt)} (nay là bản ${plan.version}). Hãy tải lại rồi làm lại.`,
    en: `${plan.changedBy} changed this plan at ${when(plan.changedAt)} (it is now version ${plan.version}). Reload it and repeat.`,
  })
}

/** Refuses when the plan is not with the unit. */
export function refuseClosed(plan: PlanRow): void {
  if (OPEN_TO_UNIT.has(plan.state)) return
  const name = STATE_NAMES[plan.state]
  throw new Refused({
    vi: `Kế hoạch ${name.vi}, nên đơn vị không sửa được. ${plan.state === 'approved' ? 'Hãy mở bản điều chỉnh.' : 'Muốn sửa, đề nghị nơi đang giữ trả lại.'}`,
    en: `The plan is ${name.en}, so the unit cannot change it. ${plan.state === 'approved' ? 'Open an adjustment.' : 'To change it, ask whoever holds it to return it.'}`,
  })
}

/** An instant as it stands in a sentence, Vietnam's time: `14:05 22/11/2026`. */
export function when(instant: string): string {
  return CLOCK.format(new Date(instant)).replace(',', '')
}

const CLOCK = new Intl.DateTimeFormat('vi-VN', {
  timeZone: 'Asia/Ho_Chi_Minh',
  hour: '2-digit',
  minute: '2-digit',
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
})
