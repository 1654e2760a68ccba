import { type Route, route } from '../../http/route.ts'
import * as contract from './contract.ts'
import { listEarlier } from './list-earlier.ts'

/** The door to what an outline answers. */
export function outlineRoutes(): Route[] {
  return [
    route(contract.listEarlier, ({ input, today, transaction }) =>
      transaction((open) => listEarlier(open, input.id, today)),
    ),
  ]
}
