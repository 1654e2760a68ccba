import { type About, keepIncident } from '../audit/index.ts'
import { bodyOn } from '../bodies/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Context } from '../http/route.ts'
import type { Day } from '../kernel/day.ts'
import { codeOf, type DelegationRow, findDelegation } from './store.ts'

/** Finds the dossier that an input is about. */
type DossierOf<Input> = (transaction: Transaction, input: Input) => Promise<string | undefined>

/** What is refused for its marking is noted at the dossier of this id. */
export function unmarked<Input extends { id: string }, Result>(
  context: Context<Input>,
  work: (context: Context<Input>) => Promise<Result>,
): Promise<Result> {
  return unmarkedOf(context, work, async (_, { id }) => id)
}

/** The same where the input is about a dossier in another way. */
export function unmarkedOf<Input, Result>(
  context: Context<Input>,
  work: (context: Context<Input>) => Promise<Result>,
  dossierOf: DossierOf<Input>,
): Promise<Result> {
  return keepIncident(context, work, async (transaction, input) => {
    const id = await dossierOf(transaction, input)
    const delegation = id === undefined ? undefined : await findDelegation(transaction, id)
    return delegation && aboutDossier(delegation)
  })
}

/** The same for a dossier that was to begin: it is noted at its body. */
export function unmarkedBeginning<Input extends { bodyId: string }, Result>(
  context: Context<Input>,
  work: (context: Context<Input>) => Promise<Result>,
): Promise<Result> {
  return keepIncident(context, work, (transaction, { bodyId }) => aboutNew(transaction, bodyId, context.today))
}

/** What the trail says of a dossier. */
export function aboutDossier(
  delegation: Pick<DelegationRow, 'id' | 'bodyId' | 'rootId' | 'year' | 'number' | 'title'>,
): About {
  const { id, bodyId, rootId, title } = delegation
  return { subject: { kind: 'delegation', id, name: `${codeOf(delegation)} ${title}` }, bodyId, rootId }
}

async function aboutNew(transaction: Transaction, bodyId: string, today: Day): Promise<About | undefined> {
  const body = await bodyOn(transaction, bodyId, today)
  return body && { subject: { kind: 'delegation', id: 'new' }, bodyId, rootId: body.rootId }
}
