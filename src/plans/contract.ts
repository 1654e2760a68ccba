import { z } from 'zod'
import { endpoint, FileAnswer } from '../kernel/endpoint.ts'
import { isCountry } from '../law/codes/countries.ts'
import { FUNDING_SOURCES } from '../law/dossier.ts'
import {
  ListedItem,
  Neighbour,
  Plan,
  PlanBody,
  PlanItem,
  PlanPerson,
  PlanSummary,
  PlanVersion,
  PlanVersionHead,
  WORK_KINDS,
  WorkItem,
} from './answers.ts'
import { Flag, Id, listOf, NewYear, PAGE, Reason, SaidReason, Version, Vnd, Year } from './inputs.ts'
import { DIRECTIONS, PlanItemChange, STANDINGS } from './plan-item.ts'
import { ANSWERS, DECISION_STANDINGS, PLAN_STATES } from './workflow.ts'

const PlanFilter = {
  year: Year.optional(),
  bodyId: Id.optional(),
  rootId: Id.optional(),
  state: z.enum(PLAN_STATES).optional(),
}

export const listPlans = endpoint({
  method: 'GET',
  path: '/api/plans',
  permission: 'plans.read',
  summary: { vi: 'Danh sách kế hoạch đối ngoại năm', en: 'Yearly plans' },
  input: z.strictObject({ ...PlanFilter, ...PAGE }),
  output: listOf(PlanSummary),
})

/** The bodies for which the caller writes plans. */
export const listPlanBodies = endpoint({
  method: 'GET',
  path: '/api/plan-bodies',
  permission: 'plans.write',
  summary: { vi: 'Cơ quan mà tôi lập kế hoạch', en: 'The bodies for which I write plans' },
  input: z.strictObject({ year: Year }),
  output: z.array(PlanBody),
})

export const getPlan = endpoint({
  method: 'GET',
  path: '/api/plans/:id',
  permission: 'plans.read',
  summary: { vi: 'Một kế hoạch với mọi dòng', en: 'A plan with all its lines' },
  input: z.strictObject({ id: Id }),
  output: Plan,
})

/** Facts of people who are picked into a line, before it is saved. */
export const getPlanPeople = endpoint({
  method: 'GET',
  path: '/api/plans/:id/people',
  permission: 'plans.read',
  summary: { vi: 'Dữ kiện về người có tên trong kế hoạch', en: 'Facts of people named in the plan' },
  input: z.strictObject({
    id: Id,
    /** Ids, separated by commas. */
    people: z
      .string()
      .transform((text) => text.split(',').filter((one) => one !== ''))
      .pipe(z.array(Id).max(200)),
  }),
  output: z.array(PlanPerson),
})

/** Delegations of other bodies to the countries of the plan in its year: country, months, number of people, no more. */
export const getNeighbours = endpoint({
  method: 'GET',
  path: '/api/plans/:id/neighbours',
  permission: 'plans.read',
  summary: { vi: 'Các đoàn khác cùng nước trong năm', en: 'Other delegations to the same countries in the year' },
  input: z.strictObject({ id: Id }),
  output: z.array(Neighbour),
})

export const listVersions = endpoint({
  method: 'GET',
  path: '/api/plans/:id/versions',
  permission: 'plans.read',
  summary: { vi: 'Các bước và phiên bản của kế hoạch', en: 'The steps and versions of a plan, over all editions' },
  input: z.strictObject({ id: Id }),
  output: z.array(PlanVersionHead),
})

export const getVersion = endpoint({
  method: 'GET',
  path: '/api/plan-versions/:id',
  permission: 'plans.read',
  summary: { vi: 'Kế hoạch như đã chốt ở một bước', en: 'A plan as a step froze it' },
  input: z.strictObject({ id: Id }),
  output: PlanVersion,
})

const ItemFilter = {
  q: z.string().trim().max(200).optional(),
  year: Year.optional(),
  bodyId: Id.optional(),
  rootId: Id.optional(),
  country: z.string().refine(isCountry, { error: 'country' }).optional(),
  month: z.coerce.number().int().min(1).max(12).optional(),
  direction: z.enum(DIRECTIONS).optional(),
  source: z.enum(FUNDING_SOURCES).optional(),
  state: z.enum(PLAN_STATES).optional(),
  standing: z.enum(STANDINGS).optional(),
  offPlan: Flag.optional(),
  personId: Id.optional(),
  /** Where consolidating stands with the line; see `DECISION_STANDINGS`. */
  decision: z.enum(DECISION_STANDINGS).optional(),
  sort: z.enum(['plan', 'month', 'title', 'headcount', '-headcount']).default('plan'),
}

/** Lines of all plans within reach; editions that were superseded or withdrawn only when the state asks for them. */
export const listItems = endpoint({
  method: 'GET',
  path: '/api/plan-items',
  permission: 'plans.read',
  summary: { vi: 'Tra cứu dòng kế hoạch', en: 'Lines of plans' },
  input: z.strictObject({ ...ItemFilter, ...PAGE }),
  output: listOf(ListedItem),
})

export const getWork = endpoint({
  method: 'GET',
  path: '/api/work',
  permission: 'own.read',
  summary: { vi: 'Việc của tôi', en: 'What waits for me' },
  input: z.strictObject({}),
  output: z.object({ items: z.array(WorkItem), counts: z.partialRecord(z.enum(WORK_KINDS), z.number()) }),
})

export const createPlan = endpoint({
  method: 'POST',
  path: '/api/plans',
  permission: 'plans.write',
  summary: { vi: 'Lập kế hoạch năm', en: 'Begin a yearly plan' },
  input: z.strictObject({ bodyId: Id, year: NewYear }),
  output: z.object({ id: z.string() }),
})

export const changePlan = endpoint({
  method: 'POST',
  path: '/api/plans/:id',
  permission: 'plans.write',
  summary: { vi: 'Sửa mục kinh phí và ghi chú', en: 'Change the travel line and the note' },
  input: z.strictObject({ id: Id, version: Version, travelLine: Vnd.nullable(), note: z.string().trim().max(4000) }),
  output: z.object({ version: z.number() }),
})

/**
 * Adds and changes lines, all or nothing: a cell, a row, or hundreds of pasted ones. Faults come per row and field, as
 * `rows[3].fields.countries`. A stale `version` is no conflict where the fields touched in between are others.
 */
export const saveItems = endpoint({
  method: 'POST',
  path: '/api/plans/:id/items',
  permission: 'plans.write',
  summary: { vi: 'Thêm, sửa nhiều dòng cùng lúc', en: 'Add and change lines, all or nothing' },
  input: z.strictObject({
    id: Id,
    rows: z
      .array(
        z.strictObject({
          /** Without one, a new line, which needs its title. */
          id: Id.optional(),
          version: Version.optional(),
          fields: PlanItemChange,
          /** Why, in an adjustment. */
          adjustReason: Reason.optional(),
          /** Takes in again a line that was dropped; without it, such a line stays dropped. */
          again: z.literal(true).optional(),
        }),
      )
      .min(1)
      .max(1000),
  }),
  /** The rows in the order in which they came. */
  output: z.object({ items: z.array(PlanItem) }),
  bodyLimit: 8 * 1024 * 1024,
})

/** Takes lines out: of a first edition for good; of an adjustment they stay, marked as dropped with the reason. */
export const removeItems = endpoint({
  method: 'POST',
  path: '/api/plans/:id/items/remove',
  permission: 'plans.write',
  summary: { vi: 'Bỏ dòng kế hoạch', en: 'Take lines out' },
  input: z.strictObject({
    id: Id,
    rows: z
      .array(z.strictObject({ id: Id, version: Version }))
      .min(1)
      .max(1000),
    reason: Reason.optional(),
  }),
  output: z.object({ removed: z.number() }),
})

/** Opens a new edition beside the approved one. */
export const adjustPlan = endpoint({
  method: 'POST',
  path: '/api/plans/:id/adjust',
  permission: 'plans.write',
  summary: { vi: 'Mở bản điều chỉnh', en: 'Open an adjustment' },
  input: z.strictObject({ id: Id, reason: SaidReason }),
  output: z.object({ id: z.string() }),
})

export const answerDecisions = endpoint({
  method: 'POST',
  path: '/api/plans/:id/answers',
  permission: 'plans.write',
  summary: { vi: 'Trả lời các đề nghị của Sở Ngoại vụ', en: 'Answer the decisions on lines' },
  input: z.strictObject({
    id: Id,
    answers: z
      .array(z.strictObject({ decisionId: Id, kind: z.enum(ANSWERS), text: Reason.default('') }))
      .min(1)
      .max(1000),
  }),
  output: z.object({ answered: z.number() }),
})

export const swapLines = endpoint({
  method: 'POST',
  path: '/api/plans/:id/swaps',
  permission: 'plans.write',
  summary: { vi: 'Hoán đổi kinh phí giữa hai dòng', en: 'Give up money of one line for another' },
  input: z.strictObject({
    id: Id,
    fromItemId: Id,
    toItemId: Id,
    source: z.enum(FUNDING_SOURCES),
    vnd: Vnd.min(1),
    reason: SaidReason,
  }),
  output: z.object({ id: z.string() }),
})

export const exportPlan = endpoint({
  method: 'GET',
  path: '/api/plans/:id/export',
  permission: 'plans.read',
  summary: { vi: 'Kế hoạch năm (XLSX)', en: 'The yearly plan (XLSX)' },
  /** A version frozen at a step; without one, the plan as it stands. */
  input: z.strictObject({ id: Id, versionId: Id.optional() }),
  output: FileAnswer,
  answers: 'file',
})

export const exportPlans = endpoint({
  method: 'GET',
  path: '/api/plans/export',
  permission: 'plans.read',
  summary: { vi: 'Danh sách kế hoạch (XLSX)', en: 'The list of plans (XLSX)' },
  input: z.strictObject(PlanFilter),
  output: FileAnswer,
  answers: 'file',
})

export const exportItems = endpoint({
  method: 'GET',
  path: '/api/plan-items/export',
  permission: 'plans.read',
  summary: { vi: 'Các dòng kế hoạch (XLSX)', en: 'Lines of plans (XLSX)' },
  input: z.strictObject(ItemFilter),
  output: FileAnswer,
  answers: 'file',
})
