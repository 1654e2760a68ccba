import { record } from '../audit/index.ts'
import type { Transaction } from '../db/transaction.ts'
import type { Context } from '../http/route.ts'
import { MarkingFound } from './markings.ts'

/** Finds the dossier that something belongs to, by the id of the thing. */
type DossierOf = (transaction: Transaction, id: string) => Promise<string | undefined>

const itself: DossierOf = async (_, id) => id

/**
 * Where classified matter is refused, by whichever door it came, the incident stays in the trail of its dossier, without the
 * content. `dossierOf` where the input names something else than the dossier.
 */
export async function unmarked<Input, Result>(
  context: Context<Input>,
  work: (context: Context<Input>) => Promise<Result>,
  dossierOf: DossierOf = itself,
): Promise<Result> {
  try {
    return await work(context)
  } catch (error) {
    if (error instanceof MarkingFound) await recordIncident(context, error.marking, dossierOf)
    throw error
  }
}

function recordIncident(
  { actor, transaction, input }: Context<unknown>,
  marking: string,
  dossierOf: DossierOf,
): Promise<void> {
  const given = typeof input === 'object' && input !== null && 'id' in input ? String(input.id) : undefined
  return transaction(async (open) => {
    const id = given === undefined ? 'new' : ((await dossierOf(open, given)) ?? given)
    await record(open, actor, {
      action: 'delegation.marking-refused',
      subject: { kind: 'delegation', id },
      after: { marking },
    })
  })
}
