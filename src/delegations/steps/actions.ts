import type { Visitor } from '../../http/who.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { DelegationView } from '../answers.ts'
import { isForAbove } from '../deciders/refuse-not-deciding.ts'
import type { Lane } from '../lane/lane-of.ts'
import { whyNotSimple } from '../lane/pass-on.ts'
import type { DelegationRow } from '../store.ts'
import { stepsFrom, type Transition } from '../transitions/transitions.ts'
import { agreesByName, isAnything, lacksPrinciple } from './principle.ts'

/** How a dossier stands, as far as it decides which steps are offered. */
type Standing = Pick<
  DelegationRow,
  'bodyId' | 'rootId' | 'state' | 'document' | 'urgent' | 'controlledAt' | 'pausedOn' | 'decider'
> &
  Pick<DelegationView, 'principleFirst' | 'newProcedure' | 'change' | 'notes' | 'own' | 'steps'> & {
    /** How it stands to the simple lane, where there is one at this stage. */
    lane: Lane | null
    /** Whether the caller, who holds an authority, holds that which decides this one. */
    decides: boolean
  }

/** The steps that the caller may take now; `why` where one is not possible yet. */
export function actionsFor(who: Visitor, standing: Standing): DelegationView['actions'] {
  const may = reaches(who, standing)
  return stepsFrom(standing.state)
    .filter((step) => standing.decides || step.permission !== 'dossiers.decide')
    .filter((step) => may(step.permission) && isOffered(step, standing))
    .map((step) => ({ action: step.action, name: step.name, why: obstacle(step, standing) }))
}

function isOffered(
  { action }: Transition,
  { document, urgent, controlledAt, pausedOn, principleFirst, newProcedure, change, lane }: Standing,
): boolean {
  switch (action) {
    case 'control':
      return urgent && controlledAt === null
    case 'pass-simple':
      return lane?.draw !== undefined
    case 'pause':
      return pausedOn === null
    case 'resume':
      return pausedOn !== null
    case 'agree':
      return principleFirst && !urgent
    case 'move-procedure':
      return newProcedure !== null
    case 'agree-change':
      return change !== null && isAnything(change.agreeFirst)
    case 'refuse-above':
    case 'hand-back-above':
      return document === null
    case 'return-change-above':
      return document !== null
    default:
      return true
  }
}

function obstacle(step: Transition, standing: Standing): Bilingual | null {
  const { action, decides } = step
  const { change, notes, own } = standing
  if (decides && own !== null) return own.why
  if (isForAbove(step, standing)) {
    return {
      vi: 'do cấp trên quyết định: dùng «Trình cấp trên quyết định»',
      en: 'the authority above decides: pass it up',
    }
  }
  if (action === 'pass-simple' && standing.lane !== null) return whyNotSimple(standing.lane)
  const open = notes.filter(({ resolvedAt }) => resolvedAt === null).length
  const changed = change?.contents.length ?? 0
  if (action === 'submit' && open > 0) {
    return { vi: `còn ${open} yêu cầu khi trả lại chưa xử lý`, en: `${open} notes of the return are not resolved` }
  }
  if (DECIDING.has(action) && lacksPrinciple(standing) && !agreesByName(step, standing)) {
    return change === null
      ? { vi: 'phải đồng ý chủ trương trước', en: 'it is agreed in principle first' }
      : { vi: 'phải đồng ý chủ trương thay đổi trước', en: 'the change is agreed to in principle first' }
  }
  if (action === 'propose-change' && changed === 0) {
    return { vi: 'chưa có nội dung nào khác quyết định', en: 'nothing differs from the decision' }
  }
  if (action === 'endorse' && changed > 1) {
    return { vi: 'từ hai nội dung trở lên phải quyết định lại', en: 'two or more contents need a new decision' }
  }
  return null
}

const DECIDING: ReadonlySet<string> = new Set(['approve', 'approve-above', 'endorse', 'redecide'])

/** Whether the caller holds a permission where the dossier belongs. */
export function reaches(who: Visitor, { bodyId, rootId }: Pick<DelegationRow, 'bodyId' | 'rootId'>) {
  return (permission: Permission): boolean => {
    if (!who.permissions.has(permission)) return false
    const { bodies = [], roots = [], housekeeping } = who.reach(permission)
    const own = bodies.includes(bodyId)
    const unit = permission === 'dossiers.write' || permission === 'dossiers.sign'
    return housekeeping === true || (unit ? own : own || roots.includes(rootId))
  }
}
