import type { RetentionClass } from '../audit/index.ts'
import { type Route, route } from '../http/route.ts'
import type { Law } from '../law/index.ts'
import { listDue, purgeDue } from './contract.ts'
import { due } from './due.ts'
import { purge } from './purge.ts'

/** The doors of retention over HTTP, for the classes of every slice. */
export function retentionRoutes(law: Law, classes: readonly RetentionClass[]): Route[] {
  return [
    route(listDue, ({ today, transaction }) => transaction((open) => due(open, classes, law, today))),
    route(purgeDue, ({ input, actor, today, transaction }) =>
      transaction((open) => purge(open, actor, input, classes, law, today)),
    ),
  ]
}
