import { bodiesOn, bodyOn } from '../../bodies/index.ts'
import type { Transaction } from '../../db/transaction.ts'
import { holdsRole } from '../../identity/index.ts'
import type { Day } from '../../kernel/day.ts'
import type { Law } from '../../law/index.ts'
import type { Content } from '../content/content.ts'
import { type Act, type Deciding, decidingFor, type Governed, needsPrinciple, procedureOf } from '../procedure.ts'
import { toAgreeFirst } from '../steps/agree-first.ts'
import { isAnything } from '../steps/principle.ts'
import { decidedStep } from '../steps/store.ts'
import type { DelegationRow, Standing } from '../store.ts'
import type { DelegationAction } from '../transitions/transitions.ts'
import type { DelegationState } from '../workflow.ts'

/** States in which a dossier is with an authority. */
export const WITH_AUTHORITY: ReadonlySet<DelegationState> = new Set(['proposed', 'agreed', 'amended'])

/** The dossier as a step leaves it, with the facts of the registers laid over it. */
interface Arrived extends Governed, Pick<DelegationRow, 'id' | 'bodyId' | 'rootId' | 'urgent'> {
  action: DelegationAction
  state: DelegationState
  known: Content
}

/** Who decides a dossier that a step has brought to an authority or left there; nobody at other stages. */
export async function whoDecides(
  transaction: Transaction,
  law: Law,
  arrived: Arrived,
  today: Day,
): Promise<NonNullable<Standing['decided']>> {
  if (!WITH_AUTHORITY.has(arrived.state)) return { by: null, decider: null }
  const { rootId, bodyId, known } = arrived
  const procedure = procedureOf(law, arrived, today)
  const anybody = { by: rootId, decider: null }
  if (procedure.decides === undefined) return anybody
  const act = await nextAct(transaction, law, arrived, today)
  // A sender that was merged meanwhile is what it was when its dossier was submitted.
  const body =
    (await bodyOn(transaction, bodyId, today)) ?? (await bodyOn(transaction, bodyId, arrived.procedureDay ?? today))
  const deciding = decidingFor(procedure, known, { sender: body ?? {}, act })
  if (deciding === undefined) return anybody
  const { by, source } = deciding
  if (by === 'above') return { by: rootId, decider: { above: true, source } }
  const found = await decidingBody(transaction, rootId, by, today)
  return found === undefined ? anybody : { by: found, decider: { above: false, source } }
}

/** What is asked of the authority next. An urgent dossier is agreed to, by name, with its decision. */
async function nextAct(
  transaction: Transaction,
  law: Law,
  { id, action, state, urgent, known, ...governed }: Arrived,
  today: Day,
): Promise<Act> {
  const procedure = procedureOf(law, governed, today)
  if (state === 'proposed') return needsPrinciple(procedure, known) && !urgent ? 'principle' : 'decision'
  if (state === 'agreed' || action === 'agree-change') return 'decision'
  const { content: decided } = await decidedStep(transaction, id)
  return isAnything(await toAgreeFirst(transaction, procedure, id, { decided, known })) ? 'principle' : 'decision'
}

/**
 * The body of the root of this level and bloc that decides: of several that in which somebody holds the authority, else the first in
 * official order. The root itself is none of them: it stands for all authorities in it. Undefined where the register has none.
 */
async function decidingBody(
  transaction: Transaction,
  rootId: string,
  by: Exclude<Deciding['by'], 'above'>,
  today: Day,
): Promise<string | undefined> {
  const bodies = (await bodiesOn(transaction, today, { ...by, root: rootId })).filter(({ id }) => id !== rootId)
  for (const { id } of bodies) if (await holdsRole(transaction, 'authority', id, today)) return id
  return bodies[0]?.id
}
