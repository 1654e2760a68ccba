import { type Route, route } from '../../http/route.ts'
import type { Law } from '../../law/index.ts'
import * as contract from './contract.ts'
import { getEstimate } from './get-estimate.ts'

/** The doors of estimates over HTTP. */
export function costRoutes(law: Law): Route[] {
  return [
    route(contract.getEstimate, ({ input, today, transaction }) =>
      transaction((open) => getEstimate(open, law, input, today)),
    ),
  ]
}
