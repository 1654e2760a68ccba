import { type Route, route } from '../http/route.ts'
import * as contract from './contract.ts'
import { receivePart, seeUpload } from './uploads/receive.ts'
import { dropUpload } from './uploads/whole.ts'

/** The doors by which files come in, part by part. */
export function fileRoutes(): Route[] {
  return [
    route(contract.sendPart, ({ input, transaction }) => transaction((open) => receivePart(open, input))),
    route(contract.seeUpload, ({ input, transaction }) => transaction((open) => seeUpload(open, input.id))),
    route(contract.dropUpload, ({ input, transaction }) =>
      transaction(async (open) => {
        await dropUpload(open, input.id)
        return input
      }),
    ),
  ]
}
