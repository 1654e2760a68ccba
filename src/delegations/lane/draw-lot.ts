import { randomInt } from 'node:crypto'
import { record } from '../../audit/index.ts'
import type { Fact } from '../content/facts.ts'
import { recordOf } from '../record/store.ts'
import type { Taking } from '../steps/taking.ts'
import { codeOf } from '../store.ts'
import { laneOf } from './lane-of.ts'
import { isDrawn, mayBeSimple } from './simple.ts'
import { insertDraw } from './store.ts'

/**
 * Draws the lot of a dossier that is received and may be a simple one: by the random numbers of the machine, in the transaction
 * of the reception, so that whoever learns of a lot can neither have foreseen it nor draw another. It is kept in a row that
 * nobody changes, and in the audit trail.
 */
export async function drawLot(
  { transaction, law, actor, delegation, today }: Taking,
  stepId: string,
  facts: readonly Fact[],
): Promise<void> {
  const known = await recordOf(transaction, delegation.id)
  const lane = laneOf(law, delegation, { facts, record: known }, today)
  if (lane === null || !mayBeSimple(lane.read)) return
  const { part: examined, of: lots } = lane.bounds.audit
  const draw = { lot: randomInt(lots), lots, examined }
  await insertDraw(transaction, delegation, { stepId, ...draw })
  await record(transaction, actor, {
    action: 'delegation.lot-drawn',
    subject: { kind: 'delegation', id: delegation.id, name: `${codeOf(delegation)} ${delegation.title}` },
    bodyId: delegation.bodyId,
    rootId: delegation.rootId,
    after: { ...draw, drawn: isDrawn(draw) },
  })
}
