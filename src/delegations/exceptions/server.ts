import { type Route, route } from '../../http/route.ts'
import type { Law } from '../../law/index.ts'
import { endAuthority, grantAuthority } from './authority.ts'
import * as contract from './contract.ts'
import { exportExceptions, listExceptions } from './list.ts'
import { countExceptions, exportExceptionCounts } from './statistics/count.ts'
import { listGrants } from './store.ts'

/** The doors of exceptions, and of the authority over them. */
export function exceptionRoutes(law: Law): Route[] {
  return [
    route(contract.listExceptions, ({ input, today, transaction }) =>
      transaction((open) => listExceptions(open, input, today)),
    ),
    route(contract.exportExceptions, ({ input, today, transaction }) =>
      transaction((open) => exportExceptions(open, input, law, today)),
    ),
    route(contract.countExceptions, ({ input, today, transaction }) =>
      transaction((open) => countExceptions(open, input, today)),
    ),
    route(contract.exportExceptionCounts, ({ input, today, transaction }) =>
      transaction((open) => exportExceptionCounts(open, law, input, today)),
    ),
    route(contract.listGrants, ({ transaction }) => transaction(listGrants)),
    route(contract.listGrantsKept, ({ transaction }) => transaction(listGrants)),
    route(contract.grantAuthority, async ({ input, actor, today, transaction }) => ({
      id: await transaction((open) => grantAuthority(open, actor, input, today)),
    })),
    route(contract.endAuthority, async ({ input, actor, transaction }) => {
      await transaction((open) => endAuthority(open, actor, input))
      return { id: input.id }
    }),
  ]
}
