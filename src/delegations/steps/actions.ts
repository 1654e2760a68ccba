import type { Visitor } from '../../http/who.ts'
import type { Permission } from '../../kernel/permissions.ts'
import type { Bilingual } from '../../kernel/text.ts'
import type { DelegationView } from '../answers.ts'
import type { DelegationRow } from '../store.ts'
import { stepsFrom, type Transition } from '../workflow.ts'

/** How a dossier stands, as far as it decides which steps are offered. */
type Standing = Pick<
  DelegationRow,
  'bodyId' | 'rootId' | 'state' | 'document' | 'urgent' | 'controlledAt' | 'pausedOn'
> &
  Pick<DelegationView, 'principleFirst' | 'newProcedure' | 'change' | 'notes' | 'own'>

/** The steps that the caller may take now; `why` where one is not possible yet. */
export function actionsFor(who: Visitor, standing: Standing): DelegationView['actions'] {
  const may = reaches(who, standing)
  return stepsFrom(standing.state)
    .filter((step) => may(step.permission) && isOffered(step, standing))
    .map((step) => ({ action: step.action, name: step.name, why: obstacle(step, standing) }))
}

function isOffered(
  { action }: Transition,
  { document, urgent, controlledAt, pausedOn, principleFirst, newProcedure, change }: Standing,
): boolean {
  switch (action) {
    case 'control':
      return urgent && controlledAt === null
    case 'pause':
      return pausedOn === null
    case 'resume':
      return pausedOn !== null
    case 'agree':
      return principleFirst && !urgent
    case 'move-procedure':
      return newProcedure !== null
    case 'agree-change':
      return agreesFirst(change)
    case 'refuse-above':
    case 'hand-back-above':
      return document === null
    case 'return-change-above':
      return document !== null
    default:
      return true
  }
}

function obstacle(
  { action, decides }: Transition,
  { state, urgent, principleFirst, change, notes, own }: Standing,
): Bilingual | null {
  if (decides && own !== null) return own.why
  const open = notes.filter(({ resolvedAt }) => resolvedAt === null).length
  const changed = change?.contents.length ?? 0
  if (action === 'submit' && open > 0) {
    return { vi: `còn ${open} yêu cầu khi trả lại chưa xử lý`, en: `${open} notes of the return are not resolved` }
  }
  if (action === 'approve' && state === 'proposed' && principleFirst && !urgent) {
    return { vi: 'phải đồng ý chủ trương trước', en: 'it is agreed in principle first' }
  }
  if ((action === 'endorse' || action === 'redecide') && agreesFirst(change)) {
    return { vi: 'phải đồng ý chủ trương thay đổi trước', en: 'the change is agreed to in principle first' }
  }
  if (action === 'propose-change' && changed === 0) {
    return { vi: 'chưa có nội dung nào khác quyết định', en: 'nothing differs from the decision' }
  }
  if (action === 'endorse' && changed > 1) {
    return { vi: 'từ hai nội dung trở lên phải quyết định lại', en: 'two or more contents need a new decision' }
  }
  return null
}

/** Whether a change brings in what is agreed to in principle first. */
function agreesFirst(change: Standing['change']): boolean {
  return change !== null && change.agreeFirst.people.length + change.agreeFirst.countries.length > 0
}

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
