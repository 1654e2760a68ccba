import { type Route, route } from '../../http/route.ts'
import { unmarked } from '../unmarked.ts'
import * as contract from './contract.ts'
import { askForDeclarations, enterDeclarations, getDeclarations } from './of-dossier.ts'
import { listOwnDeclarations, signDeclarations } from './own.ts'

/** The doors of declarations: of one's own, and of the members of a dossier. */
export function declarationRoutes(): Route[] {
  return [
    route(contract.listOwnDeclarations, ({ today, transaction }) =>
      transaction((open) => listOwnDeclarations(open, today)),
    ),
    route(contract.signDeclarations, ({ input, actor, today, transaction }) =>
      transaction((open) => signDeclarations(open, actor, input, today)),
    ),
    route(contract.getDeclarations, ({ input, who, today, transaction }) =>
      transaction((open) => getDeclarations(open, who, input.id, today)),
    ),
    route(contract.askForDeclarations, ({ input, actor, today, transaction }) =>
      transaction((open) => askForDeclarations(open, actor, input, today)),
    ),
    route(contract.enterDeclarations, (context) =>
      unmarked(context, ({ input, actor, today, transaction }) =>
        transaction((open) => enterDeclarations(open, actor, input, today)),
      ),
    ),
  ]
}
