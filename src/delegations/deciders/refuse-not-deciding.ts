import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import { type Holder, rolesHeld } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { othersFor } from '../steps/refuse-own.ts'
import type { DelegationRow } from '../store.ts'
import type { DelegationAction, Transition } from '../transitions/transitions.ts'

/** Steps that only the authority above takes where it decides; handing back is open to whoever has the dossier here. */
const DECIDING: ReadonlySet<DelegationAction> = new Set([
  'agree',
  'approve',
  'refuse',
  'agree-change',
  'endorse',
  'redecide',
])

type Decided = Pick<DelegationRow, 'rootId' | 'decidedBy' | 'decider'>

/** Whether a step is for the authority above alone. Pure. */
export function isForAbove({ action, permission }: Transition, { decider }: Pick<Decided, 'decider'>): boolean {
  return decider?.above === true && permission === 'dossiers.decide' && DECIDING.has(action)
}

/** Whether one of these accounts holds the authority in the body that decides a dossier, or stands in for somebody who does. */
export async function decidesFor(
  transaction: Transaction,
  accounts: readonly string[],
  { rootId, decidedBy }: Decided,
  today: Day,
): Promise<boolean> {
  if (decidedBy === null || decidedBy === rootId) return true
  const held = await rolesHeld(transaction, accounts, today)
  return held.some(({ role, bodyId }) => role === 'authority' && bodyId === decidedBy)
}

/**
 * Refuses a step of the authority by somebody whose authority is another than that which the procedure names for this dossier. The
 * refusal says who decides, on what ground, and by name who may take the step today.
 */
export async function refuseNotDeciding(
  transaction: Transaction,
  actor: Actor,
  delegation: DelegationRow,
  step: Transition,
  today: Day,
): Promise<void> {
  if (step.permission !== 'dossiers.decide') return
  if (isForAbove(step, delegation)) throw decidedAbove(delegation)
  const accounts = [actor.accountId, actor.onBehalfOf?.accountId].filter((id) => id !== undefined)
  if (accounts.length === 0 || (await decidesFor(transaction, accounts, delegation, today))) return
  throw refusal(delegation, await othersFor(transaction, 'dossiers.decide', delegation, today))
}

const MOST_NAMED = 10

function refusal({ decidedByName, decider }: DelegationRow, others: readonly Holder[]): Refused {
  const names = others
    .slice(0, MOST_NAMED)
    .map(({ name }) => name)
    .join(', ')
  const next =
    names === ''
      ? {
          vi: 'Hôm nay chưa ai giữ vai trò cấp có thẩm quyền ở đó quyết định được hồ sơ này: hãy đề nghị người quản trị giao vai trò, hoặc dùng bước «Trình cấp trên quyết định» rồi nhập văn bản của cơ quan đó.',
          en: 'Nobody who holds the authority there may decide it today: ask an administrator to give the role, or pass it up and enter the paper of that body.',
        }
      : {
          vi: `Hôm nay những người sau quyết định được: ${names}.`,
          en: `Today it may be decided by ${names}.`,
        }
  return new Refused({
    vi: `Hồ sơ này do ${decidedByName} quyết định (${decider?.source.vi}). ${next.vi}`,
    en: `This dossier is decided by ${decidedByName} (${decider?.source.en}). ${next.en}`,
  })
}

function decidedAbove({ decider }: DelegationRow): Refused {
  return new Refused({
    vi: `Hồ sơ này do cấp trên quyết định (${decider?.source.vi}). Hãy dùng bước «Trình cấp trên quyết định».`,
    en: `This dossier is decided by the authority above (${decider?.source.en}). Pass it up to the authority above.`,
  })
}
