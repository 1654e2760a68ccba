import type { Transaction } from '../../db/transaction.ts'
import type { Actor } from '../../http/route.ts'
import type { Day } from '../../kernel/day.ts'
import { refuseMarkings } from '../../kernel/markings.ts'
import type { Law } from '../../law/index.ts'
import { restedOn } from '../committee/rested-on.ts'
import type { Json } from '../content/json.ts'
import { withFundsLeft } from '../costs/funds-left.ts'
import { refuseNotDeciding } from '../deciders/refuse-not-deciding.ts'
import { passOn } from '../lane/pass-on.ts'
import { noDelegation, notTheirs, refuseStale } from '../refusals.ts'
import { findDelegation } from '../store.ts'
import { type DelegationAction, type Transition, transition } from '../transitions/transitions.ts'
import { waivedBy, withDispatch, withWaived } from './decide.ts'
import { refuseWrongDay } from './gates.ts'
import type { Judging } from './namesakes.ts'
import { refuseState, refuseUnready, refuseWrongChange } from './ready.ts'
import { followable } from './recommend.ts'
import { refuseOwn } from './refuse-own.ts'
import { allowsUnknown, isException, toDecide } from './standing-waivers.ts'
import { decidedStep } from './store.ts'
import { take } from './take.ts'
import { type After, decidedBy, type Moved, type Said, type Taking } from './taking.ts'

/**
 * Takes one step of the way with a dossier: kept with the dossier, the facts, the findings and the hash of the law as they then
 * were. Throws where the state, the person or the law does not allow it.
 */
export async function moveDelegation(
  transaction: Transaction,
  law: Law,
  asking: Actor,
  action: DelegationAction,
  said: Said,
  today: Day,
): Promise<Moved> {
  const delegation = await findDelegation(transaction, said.id, 'update')
  if (delegation === undefined) throw noDelegation()
  const step = transition(action)
  refuseStale(delegation, said.version)
  refuseState(delegation, step)
  const forUnit = step.permission === 'dossiers.write' || step.permission === 'dossiers.sign'
  if (forUnit && !delegation.theirs) throw notTheirs()
  const actor = step.decides ? await refuseOwn(transaction, asking, delegation, today, judgingOf(step)) : asking
  await refuseNotDeciding(transaction, actor, delegation, step, today)
  if (said.document) await refuseWrongDay(transaction, delegation, said.document, today)
  refuseMarkings([JSON.parse(JSON.stringify(said)) as Json])
  const { recommendation, committee } = said
  const partner = recommendation ? await followable(transaction, delegation, { ...said, recommendation }) : {}
  const ground =
    recommendation && committee
      ? { minutes: await restedOn(transaction, delegation, { committee, recommendation, reason: said.reason }) }
      : {}
  const simple = action === 'pass-simple' ? await passOn(transaction, law, delegation, today) : {}
  const whole = { ...said, ...partner, ...ground, ...simple }
  const taking = { transaction, law, actor, delegation, step, said: whole, today }
  await refuseWrongChange(taking)
  const after = await contentAfter(taking)
  await refuseUnready(taking, after.content)
  return take(taking, after)
}

/** Nothing that needs an exception is decided. */
const NOTHING = { open: [], expired: [] }

/** The dossier as the step leaves it: cut, with the money that is left, with what is waived, with the decision; or as it was decided before. */
async function contentAfter({ transaction, law, actor, delegation, step, said, today }: Taking): Promise<After> {
  const { document, waivers = [], cuts, funds = [] } = said
  if (step.action === 'keep') return { content: (await decidedStep(transaction, delegation.id)).content, ...NOTHING }
  if (!step.waives && step.action !== 'endorse') return { content: delegation.content, ...NOTHING }
  const asOf = document?.on ?? today
  const before = await toDecide(transaction, law, delegation, { cuts, asOf, today })
  const { standing, open, expired } = before
  const content = withFundsLeft(before.content, before.funds, funds)
  if (document === undefined) return { content, open, expired }
  const authority = { name: decidedBy(actor, said), document }
  const broken = waivers.filter((one) => !allowsUnknown(one, open))
  const waived = withWaived(content, [...standing.filter(isException), ...waivedBy(broken, authority)])
  return { content: step.action === 'agree' ? waived : withDispatch(waived, authority), open, expired }
}

/** Whoever else may take a step that judges is asked for by its permission. */
function judgingOf({ permission }: Transition): Judging {
  return permission === 'dossiers.decide' ? permission : 'dossiers.examine'
}
