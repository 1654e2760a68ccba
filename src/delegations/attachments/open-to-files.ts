import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { Refused } from '../../kernel/errors.ts'
import { noDelegation, notTheirs, refuseClosed } from '../refusals.ts'
import { refuseOwn } from '../steps/refuse-own.ts'
import { type DelegationRow, findDelegation } from '../store.ts'
import { STATE_NAMES, TAKES_PAPERS } from '../workflow.ts'

/** Who brings files to a dossier, and takes them out: its unit, or those who examine and decide; never the one those of the other. */
export interface Bringing {
  fromAbove: boolean
  /**
   * The dossier, where it is open to their files now; locked, so that no step is taken with it until the transaction ends.
   * Throws `NotFound`, `Forbidden` or `Refused`.
   */
  open(transaction: Transaction, id: string): Promise<DelegationRow>
}

/** The unit brings files while it writes the dossier. */
export const BY_UNIT: Bringing = {
  fromAbove: false,
  async open(transaction, id) {
    const delegation = await findDelegation(transaction, id, 'update')
    if (delegation === undefined) throw noDelegation()
    if (!delegation.theirs) throw notTheirs()
    refuseClosed(delegation)
    return delegation
  },
}

/** Those who examine and decide bring their papers from the examination on; nobody with a dossier that is their own affair. */
export function byAuthority(actor: Actor, today: Day): Bringing {
  return {
    fromAbove: true,
    async open(transaction, id) {
      const delegation = await findDelegation(transaction, id, 'update')
      if (delegation === undefined) throw noDelegation()
      await refuseOwn(transaction, actor, delegation, today)
      if (!TAKES_PAPERS.has(delegation.state)) throw notNow(delegation)
      return delegation
    },
  }
}

function notNow({ state }: DelegationRow): Refused {
  const needed = (language: 'vi' | 'en') => [...TAKES_PAPERS].map((one) => STATE_NAMES[one][language]).join(', ')
  return new Refused({
    vi: `Hồ sơ ${STATE_NAMES[state].vi} nên không kèm hay gỡ văn bản của nơi thẩm định, quyết định được. Việc này cần hồ sơ ${needed('vi')}.`,
    en: `The dossier is ${STATE_NAMES[state].en}, so papers of those who examine and decide are neither added nor removed. It needs one that is ${needed('en')}.`,
  })
}
