import { type Route, route } from '../http/route.ts'
import type { Visitor } from '../http/who.ts'
import type { Law } from '../law/index.ts'
import { committeeRoutes } from './committee/server.ts'
import * as contract from './contract.ts'
import { costRoutes } from './costs/server.ts'
import { declarationRoutes } from './declarations/server.ts'
import { copyDelegation } from './edit/copy.ts'
import { createDelegation } from './edit/create.ts'
import { importDelegation } from './edit/import.ts'
import { listEdits } from './edit/list-edits.ts'
import { seeDelegation } from './edit/presence.ts'
import { saveDelegation } from './edit/save.ts'
import { tryDelegation } from './edit/try.ts'
import { effectRoutes } from './effect/server.ts'
import { examinationRoutes } from './examination/server.ts'
import { exceptionRoutes } from './exceptions/server.ts'
import { checkDelegation, exportDossier, getDelegation, getStep } from './get.ts'
import { laneRoutes } from './lane/server.ts'
import { exportDelegations, listDelegations } from './lists/list.ts'
import type { DelegationFilter } from './lists/store.ts'
import { delegationWork } from './lists/work.ts'
import { memberRoutes } from './members/server.ts'
import { opinionRoutes } from './opinions/server.ts'
import { outlineRoutes } from './outline/server.ts'
import { planLineRoutes } from './plan-line/server.ts'
import { refuseBadProcedures } from './procedure.ts'
import { splittingRoutes } from './splitting/server.ts'
import { moveDelegation } from './steps/move.ts'
import { moveMany } from './steps/move-many.ts'
import { dossierOfNote } from './steps/notes/store.ts'
import { proposeRecipients } from './steps/recipients.ts'
import { answerNote } from './steps/resolve-note.ts'
import type { Said } from './steps/taking.ts'
import type { DelegationAction, ManyStep } from './transitions/transitions.ts'
import { unmarked, unmarkedBeginning, unmarkedOf } from './unmarked.ts'
import { exportVerdict } from './verdict/export.ts'
import { countWeighed as countWeighedContract } from './weighed/contract.ts'
import { countWeighed } from './weighed/count.ts'

/** The doors of dossiers over HTTP. */
export function delegationRoutes(law: Law): Route[] {
  refuseBadProcedures(law)
  return [
    ...reading(law),
    ...writing(law),
    ...steps(law),
    ...stepsOfMany(law),
    ...opinionRoutes(law),
    ...costRoutes(law),
    ...planLineRoutes(law),
    ...outlineRoutes(),
    ...declarationRoutes(),
    ...memberRoutes(),
    ...examinationRoutes(),
    ...splittingRoutes(law),
    ...laneRoutes(),
    ...committeeRoutes(law),
    ...exceptionRoutes(law),
    ...effectRoutes(law),
  ]
}

function reading(law: Law): Route[] {
  return [
    route(contract.listDelegations, ({ input, who, today, transaction }) =>
      transaction((open) => listDelegations(open, law, { ...input, ...reachOf(who) }, today)),
    ),
    route(contract.listDelegationWork, ({ who, today, transaction }) =>
      transaction((open) => delegationWork(open, law, who, today)),
    ),
    route(contract.exportDelegations, ({ input, who, today, transaction }) =>
      transaction((open) => exportDelegations(open, law, { ...input, ...reachOf(who) }, today)),
    ),
    route(countWeighedContract, ({ input, transaction }) => transaction((open) => countWeighed(open, input))),
    route(contract.getDelegation, ({ input, who, today, transaction }) =>
      transaction((open) => getDelegation(open, law, who, input.id, today)),
    ),
    route(contract.exportDossier, ({ input, today, transaction }) =>
      transaction((open) => exportDossier(open, law, input.id, today)),
    ),
    route(contract.checkDelegation, ({ input, today, transaction }) =>
      transaction((open) => checkDelegation(open, law, input, today)),
    ),
    route(contract.proposeRecipients, async ({ input, today, transaction }) => ({
      recipients: await transaction((open) => proposeRecipients(open, law, input.id, today)),
    })),
    route(contract.listEdits, ({ input, transaction }) => transaction((open) => listEdits(open, input))),
    route(contract.getStep, ({ input, who, transaction }) => transaction((open) => getStep(open, who, input.id))),
    route(contract.exportVerdict, ({ input, who, transaction }) =>
      transaction((open) => exportVerdict(open, who, input.id)),
    ),
  ]
}

function writing(law: Law): Route[] {
  return [
    route(contract.createDelegation, async (context) => ({
      id: await unmarkedBeginning(context, ({ input, actor, today, transaction }) =>
        transaction((open) => createDelegation(open, law, actor, input, today)),
      ),
    })),
    route(contract.tryDelegation, (context) =>
      unmarkedBeginning(context, ({ input, today, transaction }) =>
        transaction((open) => tryDelegation(open, law, input, today)),
      ),
    ),
    route(contract.copyDelegation, (context) =>
      unmarked(context, ({ input, actor, today, transaction }) =>
        transaction((open) => copyDelegation(open, law, actor, input.id, today)),
      ),
    ),
    route(contract.importDelegation, async (context) => ({
      id: await unmarkedBeginning(context, ({ input, actor, today, transaction }) =>
        transaction((open) => importDelegation(open, law, actor, input, today)),
      ),
    })),
    route(contract.saveDelegation, (context) =>
      unmarked(context, ({ input, actor, today, transaction }) =>
        transaction((open) => saveDelegation(open, law, actor, input, today)),
      ),
    ),
    route(contract.seeDelegation, ({ input, actor, transaction }) =>
      transaction((open) => seeDelegation(open, actor, input.id)),
    ),
    route(contract.answerNote, (context) =>
      unmarkedOf(
        context,
        ({ input, actor, transaction }) => transaction((open) => answerNote(open, actor, input)),
        (open, { id }) => dossierOfNote(open, id),
      ),
    ),
  ]
}

function steps(law: Law): Route[] {
  return (Object.keys(contract.moves) as DelegationAction[]).map((action) =>
    route(contract.moves[action], (context) =>
      unmarked(context, ({ input, actor, today, transaction }) =>
        transaction((open) => moveDelegation(open, law, actor, action, input as Said, today)),
      ),
    ),
  )
}

function stepsOfMany(law: Law): Route[] {
  return (Object.keys(contract.movesOfMany) as ManyStep[]).map((action) =>
    route(contract.movesOfMany[action], ({ input, actor, today, transaction }) =>
      moveMany(transaction, law, actor, action, input.dossiers, today),
    ),
  )
}

/** What lists may rest on: the bodies of somebody who reads by them alone. */
function reachOf(who: Visitor): Pick<DelegationFilter, 'within'> {
  const { bodies = [], roots = [], reportingRoots = [], countries = [] } = who.reach('dossiers.read')
  return roots.length + reportingRoots.length + countries.length === 0 ? { within: bodies } : {}
}
