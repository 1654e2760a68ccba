import type { Context, Route } from '../../http/route.ts'
import { route } from '../../http/route.ts'
import type { Law } from '../../law/index.ts'
import { unmarked, unmarkedOf } from '../unmarked.ts'
import { answerAsParty, enterAnswer, sayAsParty, sayInThread } from './answer.ts'
import { askOpinion } from './ask.ts'
import * as contract from './contract.ts'
import { dossierOfOpinion } from './store.ts'

/** The doors of opinions over HTTP. */
export function opinionRoutes(law: Law): Route[] {
  return [
    route(contract.askOpinion, (context) =>
      unmarked(context, async ({ input, actor, today, transaction }) => {
        await transaction((open) => askOpinion(open, law, actor, input, today))
        return { id: input.id }
      }),
    ),
    route(contract.giveOpinion, (context) =>
      ofOpinion(context, async ({ input, who, actor, today, transaction }) => {
        await transaction((open) => answerAsParty(open, { who, actor }, input, today))
        return { id: input.id }
      }),
    ),
    route(contract.enterOpinion, (context) =>
      ofOpinion(context, async ({ input, actor, today, transaction }) => {
        await transaction((open) => enterAnswer(open, actor, input, today))
        return { id: input.id }
      }),
    ),
    route(contract.sayAsParty, (context) =>
      ofOpinion(context, async ({ input, who, actor, today, transaction }) => {
        await transaction((open) => sayAsParty(open, { who, actor }, input, today))
        return { id: input.id }
      }),
    ),
    ...[contract.sayAsExaminer, contract.sayAsUnit].map((endpoint) =>
      route(endpoint, (context) =>
        ofOpinion(context, async ({ input, actor, today, transaction }) => {
          await transaction((open) => sayInThread(open, actor, input, today))
          return { id: input.id }
        }),
      ),
    ),
  ]
}

/** What is refused for its marking is noted at the dossier of the question. */
function ofOpinion<Input extends { id: string }, Result>(
  context: Context<Input>,
  work: (context: Context<Input>) => Promise<Result>,
) {
  return unmarkedOf(context, work, (open, { id }) => dossierOfOpinion(open, id))
}
