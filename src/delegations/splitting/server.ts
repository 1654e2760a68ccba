import { type Route, route } from '../../http/route.ts'
import type { Law } from '../../law/index.ts'
import * as contract from './contract.ts'
import { findLikelySplit } from './find.ts'

/** The door by which dossiers are found that may be one delegation. */
export function splittingRoutes(law: Law): Route[] {
  return [
    route(contract.likelySplit, ({ input, who, today, transaction }) =>
      transaction((open) => findLikelySplit(open, law, who, input.id, today)),
    ),
  ]
}
