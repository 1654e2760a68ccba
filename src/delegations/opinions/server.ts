import { type Route, route } from '../../http/route.ts'
import type { Law } from '../../law/index.ts'
import { answerAsParty, enterAnswer, sayAsParty, sayInThread } from './answer.ts'
import { askOpinion } from './ask.ts'
import * as contract from './contract.ts'

/** The doors of opinions over HTTP. */
export function opinionRoutes(law: Law): Route[] {
  return [
    route(contract.askOpinion, async ({ input, actor, today, transaction }) => {
      await transaction((open) => askOpinion(open, law, actor, input, today))
      return { id: input.id }
    }),
    route(contract.giveOpinion, async ({ input, who, actor, today, transaction }) => {
      await transaction((open) => answerAsParty(open, { who, actor }, input, today))
      return { id: input.id }
    }),
    route(contract.enterOpinion, async ({ input, actor, today, transaction }) => {
      await transaction((open) => enterAnswer(open, actor, input, today))
      return { id: input.id }
    }),
    route(contract.sayAsParty, async ({ input, who, actor, today, transaction }) => {
      await transaction((open) => sayAsParty(open, { who, actor }, input, today))
      return { id: input.id }
    }),
    ...[contract.sayAsExaminer, contract.sayAsUnit].map((endpoint) =>
      route(endpoint, async ({ input, actor, today, transaction }) => {
        await transaction((open) => sayInThread(open, actor, input, today))
        return { id: input.id }
      }),
    ),
  ]
}
