import { type Route, route } from '../../http/route.ts'
import type { Law } from '../../law/index.ts'
import { endAuthority, grantAuthority } from './authority.ts'
import * as contract from './contract.ts'
import { exportExceptions, listExceptions } from './list.ts'
import { listGrants } from './store.ts'

/** The doors of exceptions, and of the authority over them. */
export function exceptionRoutes(law: Law): Route[] {
  return [
    route(contract.listExceptions, ({ input, transaction }) => transaction((open) => listExceptions(open, input))),
    route(contract.exportExceptions, ({ input, transaction }) =>
      transaction((open) => exportExceptions(open, input, law)),
    ),
    route(contract.listGrants, ({ transaction }) => transaction(listGrants)),
    route(contract.grantAuthority, async ({ input, actor, today, transaction }) => ({
      id: await transaction((open) => grantAuthority(open, actor, input, today)),
    })),
    route(contract.endAuthority, async ({ input, actor, transaction }) => {
      await transaction((open) => endAuthority(open, actor, input))
      return { id: input.id }
    }),
  ]
}
