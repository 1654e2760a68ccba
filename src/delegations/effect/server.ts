import { type Route, route } from '../../http/route.ts'
import type { Law } from '../../law/index.ts'
import * as contract from './contract.ts'
import { draftTrials, tryDraft } from './try-draft.ts'

/** The door at which a draft of the law is tried, over HTTP. */
export function effectRoutes(law: Law): Route[] {
  const trialOf = draftTrials(law)
  return [route(contract.tryLawDraft, (context) => tryDraft(trialOf, context))]
}
