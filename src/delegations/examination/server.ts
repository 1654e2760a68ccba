import { type Route, route } from '../../http/route.ts'
import { unmarked } from '../unmarked.ts'
import { assess } from './assess.ts'
import * as contract from './contract.ts'
import { countAssessments } from './store.ts'

/** The doors of the examination over HTTP. */
export function examinationRoutes(): Route[] {
  return [
    route(contract.assessDelegation, (context) =>
      unmarked(context, async ({ input, actor, today, transaction }) => {
        await transaction((open) => assess(open, actor, input, today))
        return { id: input.id }
      }),
    ),
    route(contract.countAssessments, ({ input, transaction }) =>
      transaction((open) => countAssessments(open, input.year)),
    ),
  ]
}
