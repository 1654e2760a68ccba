import { type Route, route } from '../http/route.ts'
import { setCountries, setReceivers } from './assignments/set.ts'
import { change } from './change.ts'
import {
  bodyTree,
  changeBody,
  createBody,
  endBody,
  exportBodies,
  getBody,
  listBodies,
  mergeBodies,
  setMissionCountries,
  setReporting,
  splitBody,
} from './contract.ts'
import { create } from './create.ts'
import { end } from './end.ts'
import { get } from './get.ts'
import { exportList, list, tree } from './list.ts'
import { merge, split } from './succeed.ts'

/** The register of bodies over HTTP. */
export function bodyRoutes(): Route[] {
  return [
    route(listBodies, ({ input, today, transaction }) => transaction((open) => list(open, input, today))),
    route(bodyTree, ({ input, today, transaction }) => transaction((open) => tree(open, input, today))),
    route(exportBodies, ({ input, today, transaction }) => transaction((open) => exportList(open, input, today))),
    route(getBody, ({ input, today, who, transaction }) =>
      transaction((open) =>
        get(open, input, today, who.permissions.has('bodies.write') ? who.reach('bodies.write') : {}),
      ),
    ),
    route(createBody, ({ input, actor, transaction }) => transaction((open) => create(open, actor, input))),
    route(changeBody, ({ input, actor, transaction }) => transaction((open) => change(open, actor, input))),
    route(endBody, ({ input, actor, transaction }) => transaction((open) => end(open, actor, input))),
    route(mergeBodies, ({ input, actor, transaction }) => transaction((open) => merge(open, actor, input))),
    route(splitBody, ({ input, actor, transaction }) => transaction((open) => split(open, actor, input))),
    route(setMissionCountries, ({ input, actor, transaction }) =>
      transaction((open) => setCountries(open, actor, input)),
    ),
    route(setReporting, ({ input, actor, transaction }) => transaction((open) => setReceivers(open, actor, input))),
  ]
}
