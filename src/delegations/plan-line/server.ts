import { type Route, route } from '../../http/route.ts'
import type { Law } from '../../law/index.ts'
import * as contract from './contract.ts'
import { getPlanLine } from './get.ts'
import { linkPlanLine } from './link.ts'

/** The doors of the line of the plan on which a dossier rests. */
export function planLineRoutes(law: Law): Route[] {
  return [
    route(contract.getPlanLine, ({ input, transaction }) => transaction((open) => getPlanLine(open, input.id))),
    route(contract.linkPlanLine, ({ input, actor, today, transaction }) =>
      transaction((open) => linkPlanLine(open, law, actor, input, today)),
    ),
  ]
}
