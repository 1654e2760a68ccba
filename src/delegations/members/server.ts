import { type Route, route } from '../../http/route.ts'
import * as contract from './contract.ts'
import { findElsewhere } from './find.ts'

/** The door at which people of other bodies are found. */
export function memberRoutes(): Route[] {
  return [
    route(contract.findElsewhere, ({ input, actor, transaction }) =>
      transaction((open) => findElsewhere(open, actor, input)),
    ),
  ]
}
