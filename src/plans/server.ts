import { type Context, type Route, route } from '../http/route.ts'
import type { Visitor } from '../http/who.ts'
import type { Law } from '../law/law.ts'
import { answerDecisions } from './board/answer.ts'
import { setCeiling } from './board/ceiling/set-ceiling.ts'
import * as board from './board/contract.ts'
import { decideItems } from './board/decide.ts'
import { mergeItems } from './board/merge.ts'
import { getBoard } from './board/view/get-board.ts'
import { changePlan } from './change-plan.ts'
import * as contract from './contract.ts'
import { createPlan } from './create-plan.ts'
import { exportItems, exportMoney, exportPlans } from './files/export-lists.ts'
import { exportPlan } from './files/export-plan.ts'
import { answeredItems, getPlan } from './get-plan.ts'
import { removeItems } from './items/remove-items.ts'
import { saveItems } from './items/save-items.ts'
import { listItems } from './lists/list-items.ts'
import { listPlanBodies } from './lists/list-plan-bodies.ts'
import { listPlans } from './lists/list-plans.ts'
import { bookMoney } from './money/book-money.ts'
import * as money from './money/contract.ts'
import { getMoney, listMoneyEntries } from './money/get-money.ts'
import { getNeighbours } from './neighbours/get-neighbours.ts'
import { peopleOfPlan } from './plan-people.ts'
import { adjustPlan } from './steps/adjust.ts'
import { moves } from './steps/contract.ts'
import { getVersion, listVersions } from './steps/get-versions.ts'
import { movePlans } from './steps/move.ts'
import { swapLines } from './swaps/swap-lines.ts'
import { aboutPlan, aboutPlanOfLine, aboutYear, unmarked } from './unmarked.ts'
import { getWork } from './work/get-work.ts'
import type { PlanAction } from './workflow.ts'

/** The doors of the yearly plans over HTTP. */
export function planRoutes(law: Law): Route[] {
  return [...reading(law), ...writing(), ...deciding(law), ...steps(), ...files(law)]
}

function reading(law: Law): Route[] {
  return [
    route(contract.listPlans, ({ input, transaction }) => transaction((open) => listPlans(open, input))),
    route(contract.listPlanBodies, ({ input, who, transaction }) =>
      transaction((open) => listPlanBodies(open, input.year, who.reach('plans.write').bodies ?? [])),
    ),
    route(contract.getPlan, ({ input, today, transaction }) =>
      transaction((open) => getPlan(open, law, input.id, today)),
    ),
    route(contract.getPlanPeople, ({ input, today, transaction }) =>
      transaction((open) => peopleOfPlan(open, law, input.id, input.people, today)),
    ),
    route(contract.getNeighbours, ({ input, transaction }) => transaction((open) => getNeighbours(open, input.id))),
    route(contract.listVersions, ({ input, transaction }) => transaction((open) => listVersions(open, input.id))),
    route(contract.getVersion, ({ input, transaction }) => transaction((open) => getVersion(open, input.id))),
    route(contract.listItems, ({ input, who, transaction }) =>
      transaction((open) => listItems(open, { ...input, within: onlyBodies(who) })),
    ),
    route(contract.getWork, async ({ who, today, transaction }) => {
      const items = await transaction((open) => getWork(open, who, today))
      return { items, counts: counted(items.map(({ kind }) => kind)) }
    }),
    route(money.getMoney, ({ input, transaction }) => transaction((open) => getMoney(open, input))),
    route(money.listMoneyEntries, ({ input, transaction }) => transaction((open) => listMoneyEntries(open, input))),
  ]
}

function writing(): Route[] {
  return [
    route(contract.createPlan, async ({ input, actor, transaction }) => ({
      id: await transaction((open) => createPlan(open, actor, input)),
    })),
    route(contract.changePlan, (context) =>
      ofPlan(context, async ({ input, actor, transaction }) => ({
        version: await transaction((open) => changePlan(open, actor, input)),
      })),
    ),
    route(contract.saveItems, (context) =>
      ofPlan(context, ({ input, actor, transaction }) =>
        transaction(async (open) => ({ items: await answeredItems(open, await saveItems(open, actor, input)) })),
      ),
    ),
    route(contract.removeItems, (context) =>
      ofPlan(context, async ({ input, actor, transaction }) => ({
        removed: await transaction((open) => removeItems(open, actor, input)),
      })),
    ),
    route(contract.adjustPlan, (context) =>
      ofPlan(context, async ({ input, actor, transaction }) => ({
        id: await transaction((open) => adjustPlan(open, actor, input)),
      })),
    ),
    route(contract.answerDecisions, (context) =>
      ofPlan(context, async ({ input, actor, transaction }) => ({
        answered: await transaction((open) => answerDecisions(open, actor, input)),
      })),
    ),
    route(contract.swapLines, (context) =>
      ofPlan(context, async ({ input, actor, transaction }) => ({
        id: await transaction((open) => swapLines(open, actor, input)),
      })),
    ),
    route(money.bookMoney, (context) =>
      unmarked(
        context,
        ({ input, actor, today, transaction }) => transaction((open) => bookMoney(open, actor, input, today)),
        (open, { itemId }) => aboutPlanOfLine(open, itemId),
      ),
    ),
  ]
}

function deciding(law: Law): Route[] {
  return [
    route(board.getBoard, ({ input, who, today, transaction }) =>
      transaction((open) => getBoard(open, law, { ...input, roots: who.reach('plans.read').roots ?? [] }, today)),
    ),
    route(board.decideItems, (context) =>
      ofPlan(context, async ({ input, actor, today, transaction }) => ({
        decided: await transaction((open) => decideItems(open, actor, input, today)),
      })),
    ),
    route(board.mergeItems, (context) =>
      unmarked(
        context,
        async ({ input, actor, today, transaction }) => ({
          merged: await transaction((open) => mergeItems(open, actor, input, today)),
        }),
        (open, { leadItemId }) => aboutPlanOfLine(open, leadItemId),
      ),
    ),
    route(board.setCeiling, (context) =>
      unmarked(
        context,
        async ({ input, actor, transaction }) => ({
          ceiling: await transaction((open) => setCeiling(open, actor, input)),
        }),
        aboutYear,
      ),
    ),
  ]
}

function steps(): Route[] {
  return (Object.keys(moves) as (keyof typeof moves & PlanAction)[]).map((action) =>
    route(moves[action], (context) =>
      unmarked(
        context,
        async ({ input, actor, today, transaction }) => ({
          plans: await transaction((open) => movePlans(open, actor, action, input, today)),
        }),
        async (open, { plans: [first] }) => first && aboutPlan(open, first),
      ),
    ),
  )
}

function ofPlan<Input extends { id: string }, Result>(
  context: Context<Input>,
  work: (context: Context<Input>) => Promise<Result>,
) {
  return unmarked(context, work, aboutPlan)
}

function files(law: Law): Route[] {
  return [
    route(contract.exportPlan, ({ input, today, transaction }) =>
      transaction((open) => exportPlan(open, law, input, today)),
    ),
    route(contract.exportPlans, ({ input, transaction }) => transaction((open) => exportPlans(open, input))),
    route(contract.exportItems, ({ input, who, transaction }) =>
      transaction((open) => exportItems(open, { ...input, within: onlyBodies(who) })),
    ),
    route(money.exportMoney, ({ input, transaction }) => transaction((open) => exportMoney(open, input))),
  ]
}

/** The bodies of somebody who reads plans by the bodies alone; `undefined` for whoever reaches further. */
function onlyBodies(who: Visitor): readonly string[] | undefined {
  const { bodies = [], roots = [], reportingRoots = [], countries = [] } = who.reach('plans.read')
  return roots.length + reportingRoots.length + countries.length === 0 ? bodies : undefined
}

function counted<Kind extends string>(kinds: readonly Kind[]): Partial<Record<Kind, number>> {
  const counts: Partial<Record<Kind, number>> = {}
  for (const kind of kinds) counts[kind] = (counts[kind] ?? 0) + 1
  return counts
}
