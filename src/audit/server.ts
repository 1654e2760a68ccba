import { type Route, route } from '../http/route.ts'
import { exportAudit, listAudit, readPersonal, verifyAudit } from './contract.ts'
import { exportChain } from './export.ts'
import { list } from './list.ts'
import { showPersonal } from './read-personal.ts'
import { verify } from './verify.ts'

/** The doors of the audit trail over HTTP. */
export function auditRoutes(): Route[] {
  return [
    route(listAudit, ({ input, transaction }) => transaction((open) => list(open, input))),
    route(readPersonal, ({ input, actor, transaction }) => transaction((open) => showPersonal(open, actor, input))),
    route(verifyAudit, ({ transaction }) => transaction((open) => verify(open))),
    route(exportAudit, ({ today, transaction }) => transaction((open) => exportChain(open, today))),
  ]
}
