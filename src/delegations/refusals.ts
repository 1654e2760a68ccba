import { Conflict, Forbidden, NotFound, Refused } from '../kernel/errors.ts'
import { type DelegationState, OPEN_TO_UNIT, STATE_NAMES } from './workflow.ts'

/** No such dossier within reach. */
export function noDelegation(): NotFound {
  return new NotFound({
    vi: 'Không có hồ sơ này, hoặc hồ sơ nằm ngoài phạm vi của bạn.',
    en: 'There is no such dossier, or it is outside your scope.',
  })
}

/** The body is seen, but writing for it is for others. */
export function notTheirs(): Forbidden {
  return new Forbidden({
    vi: 'Cơ quan này nằm ngoài phạm vi mà bạn được lập hồ sơ. Hãy chọn lại cơ quan, hoặc đề nghị người có trách nhiệm ở đó làm.',
    en: 'This body is outside the scope in which you may write dossiers. Choose another, or ask whoever is in charge there.',
  })
}

/** Refuses when the dossier is not with the unit. */
export function refuseClosed({ state }: { state: DelegationState }): void {
  if (OPEN_TO_UNIT.has(state)) return
  const name = STATE_NAMES[state]
  throw new Refused({
    vi: `Hồ sơ ${name.vi} nên không sửa được. ${state === 'approved' ? 'Thay đổi sau khi duyệt phải xin điều chỉnh.' : 'Muốn sửa, đề nghị nơi đang giữ trả lại.'}`,
    en: `The dossier is ${name.en}, so it cannot be changed. To change it, ask whoever holds it to return it.`,
  })
}

/** Refuses what rests on a version that somebody has changed meanwhile. */
export function refuseStale({ version, changedBy }: { version: number; changedBy: string }, read: number): void {
  if (version === read) return
  throw new Conflict({
    vi: `${changedBy} vừa thay đổi hồ sơ này (nay là bản ${version}). Hãy xem lại rồi làm lại bước này.`,
    en: `${changedBy} has just changed this dossier (it is now version ${version}). Look at it and take the step again.`,
  })
}

/** There is no such step, or not within reach. */
export function noStep(): NotFound {
  return new NotFound({
    vi: 'Không có bước này, hoặc bước nằm ngoài phạm vi của bạn.',
    en: 'There is no such step, or it is outside your scope.',
  })
}
