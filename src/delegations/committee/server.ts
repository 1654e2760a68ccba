import { type Context, type Route, route } from '../../http/route.ts'
import type { Law } from '../../law/index.ts'
import { unmarkedOf } from '../unmarked.ts'
import { callOffCommittee, closeCommittee } from './close.ts'
import * as contract from './contract.ts'
import { conveneCommittee, seatsFor } from './convene.ts'
import { declareConflicts } from './declare.ts'
import { getCommittee, listCommittees } from './get.ts'
import { firstDossierOf } from './store.ts'
import { castVote } from './vote.ts'

/** The doors of committees over HTTP. */
export function committeeRoutes(law: Law): Route[] {
  return [
    route(contract.listCommittees, ({ input, who, transaction }) =>
      transaction((open) => listCommittees(open, who, input)),
    ),
    route(contract.getCommittee, ({ input, who, today, transaction }) =>
      transaction((open) => getCommittee(open, who, input.id, today)),
    ),
    route(contract.listSeats, ({ input, today, transaction }) =>
      transaction((open) => seatsFor(open, input.delegationId, today)),
    ),
    route(contract.conveneCommittee, (context) =>
      unmarkedOf(
        context,
        async ({ input, actor, today, transaction }) => ({
          id: await transaction((open) => conveneCommittee(open, law, actor, input, today)),
        }),
        async (_, { dossiers }) => dossiers[0],
      ),
    ),
    route(contract.callOffCommittee, (context) =>
      ofCommittee(context, async ({ input, actor, today, transaction }) => {
        await transaction((open) => callOffCommittee(open, actor, input, today))
        return { id: input.id }
      }),
    ),
    route(contract.declareConflicts, (context) =>
      ofCommittee(context, async ({ input, actor, today, transaction }) => {
        await transaction((open) => declareConflicts(open, actor, input, today))
        return { id: input.id }
      }),
    ),
    route(contract.castVote, (context) =>
      ofCommittee(context, async ({ input, actor, today, transaction }) => {
        await transaction((open) => castVote(open, actor, input, today))
        return { id: input.id }
      }),
    ),
    route(contract.closeCommittee, (context) =>
      ofCommittee(context, async ({ input, actor, today, transaction }) => {
        await transaction((open) => closeCommittee(open, actor, input, today))
        return { id: input.id }
      }),
    ),
  ]
}

/** What is refused for its marking is noted at the dossier that is voted on, or else at the first of the committee. */
function ofCommittee<Input extends { id: string; dossierId?: string }, Result>(
  context: Context<Input>,
  work: (context: Context<Input>) => Promise<Result>,
) {
  return unmarkedOf(context, work, async (open, { id, dossierId }) => dossierId ?? firstDossierOf(open, id))
}
