import { type Route, route } from '../http/route.ts'
import * as contract from './contract.ts'
import { blankTable, exportTable, readTable } from './files.ts'
import { addRate, listRates } from './rates.ts'
import { addTable, compareTables, endTable, getTable, listTables } from './tables.ts'

/** The doors of norms and rates over HTTP. */
export function costNormRoutes(): Route[] {
  return [
    route(contract.listTables, ({ input, who, today, transaction }) =>
      transaction((open) => listTables(open, who, input, today)),
    ),
    route(contract.getTable, ({ input, who, today, transaction }) =>
      transaction((open) => getTable(open, who, input.id, today)),
    ),
    route(contract.compareTables, ({ input, today, transaction }) =>
      transaction((open) => compareTables(open, input, today)),
    ),
    route(contract.exportTable, ({ input, transaction }) => transaction((open) => exportTable(open, input.id))),
    route(contract.blankTable, ({ input }) => blankTable(input.kind)),
    route(contract.readTable, ({ input }) => readTable(input.kind, input.content)),
    route(contract.addTable, ({ input, actor, transaction }) => transaction((open) => addTable(open, actor, input))),
    route(contract.endTable, ({ input, actor, transaction }) => transaction((open) => endTable(open, actor, input))),
    route(contract.listRates, ({ input, who, today, transaction }) =>
      transaction((open) => listRates(open, who, input, today)),
    ),
    route(contract.addRate, ({ input, actor, today, transaction }) =>
      transaction((open) => addRate(open, actor, input, today)),
    ),
  ]
}
