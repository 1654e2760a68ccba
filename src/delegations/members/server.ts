import { type Route, route } from '../../http/route.ts'
import * as contract from './contract.ts'
import { findElsewhere } from './find.ts'
import { kinHintsOfMembers } from './kin-hints.ts'
import { remarksOfMembers } from './remarks.ts'

/** The doors at which people of other bodies are found, and at which registers remark on members. */
export function memberRoutes(): Route[] {
  return [
    route(contract.findElsewhere, ({ input, actor, transaction }) =>
      transaction((open) => findElsewhere(open, actor, input)),
    ),
    route(contract.memberRemarks, ({ input, who, today, transaction }) =>
      transaction((open) => remarksOfMembers(open, who, input.id, today)),
    ),
    route(contract.kinHints, ({ input, who, today, transaction }) =>
      transaction((open) => kinHintsOfMembers(open, who, input.id, today)),
    ),
  ]
}
