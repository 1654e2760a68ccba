import { z } from 'zod'
import { endpoint, FileAnswer } from '../kernel/endpoint.ts'
import type { Bilingual } from '../kernel/text.ts'
import { isCountry } from '../law/codes/countries.ts'
import { ContractDay, FUNDING_SOURCES } from '../law/dossier.ts'
import {
  Board,
  Ceiling,
  Half,
  ListedItem,
  MoneyEntry,
  MoneyStanding,
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
import { Cost, DIRECTIONS, MOST_MONEY, PlanItemChange, STANDINGS } from './plan-item.ts'
import { ANSWERS, DECISIONS, PLAN_STATES, type PlanAction, transition } from './workflow.ts'

const Id = z.uuid()
const Year = z.coerce.number().int().min(2000).max(2199)
const Version = z.int().positive()
const Reason = z.string().trim().max(2000)
const SaidReason = Reason.min(1)
const DocumentText = z.string().trim().max(300)
const Vnd = z.int().min(0).max(MOST_MONEY)
const Flag = z.enum(['true', 'false']).transform((text) => text === 'true')
const PAGE = {
  page: z.coerce.number().int().min(1).max(1_000_000).default(1),
  size: z.coerce.number().int().min(1).max(200).default(50),
}
const listOf = <Item extends z.ZodType>(item: Item) =>
  z.object({ items: z.array(item), total: z.number(), page: z.number(), size: z.number() })

// ── reading ──────────────────────────────────────────────────────────────────────────────────────────────────────────

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

export const getBoard = endpoint({
  method: 'GET',
  path: '/api/plans-board',
  permission: 'plans.read',
  summary: { vi: 'Bảng tổng hợp kế hoạch các đơn vị', en: 'The board of all units’ plans' },
  /** The root may be left out by those who see one only. */
  input: z.strictObject({ year: Year, rootId: Id.optional() }),
  output: Board,
})

export const getWork = endpoint({
  method: 'GET',
  path: '/api/work',
  permission: 'own.read',
  summary: { vi: 'Việc của tôi', en: 'What waits for me' },
  input: z.strictObject({}),
  output: z.object({ items: z.array(WorkItem), counts: z.partialRecord(z.enum(WORK_KINDS), z.number()) }),
})

// ── writing, by the unit ─────────────────────────────────────────────────────────────────────────────────────────────

export const createPlan = endpoint({
  method: 'POST',
  path: '/api/plans',
  permission: 'plans.write',
  summary: { vi: 'Lập kế hoạch năm', en: 'Begin a yearly plan' },
  input: z.strictObject({ bodyId: Id, year: z.int().min(2000).max(2199) }),
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

// ── deciding ─────────────────────────────────────────────────────────────────────────────────────────────────────────

/** What a decision may change; which of it, the kind says (`CHANGED_BY`). */
export const DecisionChange = PlanItemChange.pick({
  title: true,
  headcount: true,
  people: true,
  days: true,
  countries: true,
  costs: true,
  monthFrom: true,
  monthTo: true,
  departure: true,
  return: true,
})

const SINGLE_DECISIONS = DECISIONS.filter((kind) => kind !== 'merge' && kind !== 'lead')

export const decideItems = endpoint({
  method: 'POST',
  path: '/api/plans/:id/decisions',
  permission: 'plans.consolidate',
  summary: { vi: 'Giữ, giảm, cắt, chuyển thời gian từng dòng', en: 'Keep, reduce, cut or shift lines' },
  input: z.strictObject({
    id: Id,
    decisions: z
      .array(
        z.strictObject({
          itemId: Id,
          version: Version,
          kind: z.enum(SINGLE_DECISIONS),
          change: DecisionChange.default({}),
          reason: Reason.default(''),
        }),
      )
      .min(1)
      .max(1000),
  }),
  output: z.object({ decided: z.number() }),
})

/** Joins lines of the same or of other bodies to one that leads. */
export const mergeItems = endpoint({
  method: 'POST',
  path: '/api/plan-items/merge',
  permission: 'plans.consolidate',
  summary: { vi: 'Ghép các đoàn, giao một đơn vị chủ trì', en: 'Merge lines into one with a lead body' },
  input: z.strictObject({
    leadItemId: Id,
    itemIds: z.array(Id).min(1).max(50),
    /** The lead line as it is to be: how many go, when, for how much. */
    change: DecisionChange,
    reason: SaidReason,
  }),
  output: z.object({ merged: z.number() }),
})

const ApprovalDocument = z.strictObject({ number: z.string().trim().min(1).max(100), on: ContractDay })

/** The door of one step of the workflow: several plans at once, all or nothing. */
function moveEndpoint<Action extends PlanAction>(action: Action) {
  const { permission, name, needsReason, needsDocument } = transition(action)
  if (permission === undefined) throw new Error(`nobody takes the step ${action} by hand`)
  return endpoint({
    method: 'POST',
    path: `/api/plans/move/${action}`,
    permission,
    summary: name satisfies Bilingual,
    input: z.strictObject({
      plans: z
        .array(z.strictObject({ id: Id, version: Version }))
        .min(1)
        .max(200),
      reason: needsReason ? SaidReason : Reason.default(''),
      document: needsDocument ? ApprovalDocument : ApprovalDocument.optional(),
    }),
    output: z.object({ plans: z.array(z.object({ id: z.string(), state: z.enum(PLAN_STATES), version: z.number() })) }),
  })
}

/** Every step that somebody takes, by its name; see `workflow.ts`. */
export const moves = {
  submit: moveEndpoint('submit'),
  'send-back': moveEndpoint('send-back'),
  sign: moveEndpoint('sign'),
  receive: moveEndpoint('receive'),
  return: moveEndpoint('return'),
  propose: moveEndpoint('propose'),
  'take-up': moveEndpoint('take-up'),
  'hand-back': moveEndpoint('hand-back'),
  'turn-down': moveEndpoint('turn-down'),
  approve: moveEndpoint('approve'),
  withdraw: moveEndpoint('withdraw'),
}

// ── money ────────────────────────────────────────────────────────────────────────────────────────────────────────────

export const setCeiling = endpoint({
  method: 'POST',
  path: '/api/ceilings',
  permission: 'plans.consolidate',
  summary: { vi: 'Đặt trần kinh phí', en: 'Set a ceiling' },
  input: z.strictObject({
    bodyId: Id,
    year: z.int().min(2000).max(2199),
    source: z.enum(FUNDING_SOURCES).nullable(),
    half: Half.nullable(),
    /** `null` takes the ceiling away. */
    vnd: Vnd.nullable(),
    document: DocumentText.min(1),
    /** That of the ceiling as it was read; none for a new one. */
    version: Version.optional(),
  }),
  output: z.object({ ceiling: Ceiling.nullable() }),
})

export const bookMoney = endpoint({
  method: 'POST',
  path: '/api/money',
  permission: 'money.write',
  summary: { vi: 'Ghi sổ: cam kết, giải phóng, chi, hoàn', en: 'Book money: committed, released, spent, refunded' },
  input: z.strictObject({
    /** The line of the plan in force. */
    itemId: Id,
    kind: z.enum(['committed', 'released', 'spent', 'refunded']),
    cost: Cost,
    half: Half,
    on: ContractDay,
    document: DocumentText.min(1),
    /** Needed where more is committed than planned, or more spent than committed. */
    reason: Reason.default(''),
  }),
  output: z.object({ id: z.string(), vnd: z.number() }),
})

const MoneyFilter = {
  year: Year,
  bodyId: Id.optional(),
  rootId: Id.optional(),
  planId: Id.optional(),
  originId: Id.optional(),
}

/** The standing by plan, line, source or half-year. */
export const getMoney = endpoint({
  method: 'GET',
  path: '/api/money',
  permission: 'plans.read',
  summary: { vi: 'Kinh phí: kế hoạch → cam kết → đã chi', en: 'Money: planned → committed → spent' },
  input: z.strictObject({ ...MoneyFilter, by: z.enum(['body', 'item', 'source', 'half']).default('item') }),
  output: z.object({
    rows: z.array(MoneyStanding.extend({ key: z.string(), name: z.string() })),
    total: MoneyStanding,
  }),
})

export const listMoneyEntries = endpoint({
  method: 'GET',
  path: '/api/money/entries',
  permission: 'plans.read',
  summary: { vi: 'Sổ kinh phí', en: 'The ledger' },
  input: z.strictObject({ ...MoneyFilter, ...PAGE }),
  output: listOf(MoneyEntry),
})

// ── files ────────────────────────────────────────────────────────────────────────────────────────────────────────────

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

export const exportMoney = endpoint({
  method: 'GET',
  path: '/api/money/export',
  permission: 'plans.read',
  summary: { vi: 'Sổ kinh phí (XLSX)', en: 'The ledger (XLSX)' },
  input: z.strictObject(MoneyFilter),
  output: FileAnswer,
  answers: 'file',
})
