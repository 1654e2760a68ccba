import { type Route, route } from '../../http/route.ts'
import * as contract from './contract.ts'
import { countSimpleLane } from './count.ts'

/** The door of the simple lane's statistics; what is done by it are steps of the way. */
export function laneRoutes(): Route[] {
  return [
    route(contract.countSimpleLane, ({ input, transaction }) =>
      transaction((open) => countSimpleLane(open, input.year)),
    ),
  ]
}
