import { z } from 'zod'
import { endpoint } from '../../kernel/endpoint.ts'
import { FUNDING_SOURCES } from '../../law/dossier.ts'
import { Board, Ceiling, Half } from '../answers.ts'
import { DocumentText, Id, NewYear, Reason, SaidReason, Version, Vnd, Year } from '../inputs.ts'
import { PlanItemChange } from '../plan-item.ts'
import { DECISIONS } from '../workflow.ts'

export const getBoard = endpoint({
  method: 'GET',
  path: '/api/plans-board',
  permission: 'plans.read',
  summary: { vi: 'Bảng tổng hợp kế hoạch các đơn vị', en: 'The board of all units’ plans' },
  /** The root may be left out by those who see one only. */
  input: z.strictObject({ year: Year, rootId: Id.optional() }),
  output: Board,
})

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

export const setCeiling = endpoint({
  method: 'POST',
  path: '/api/ceilings',
  permission: 'plans.consolidate',
  summary: { vi: 'Đặt trần kinh phí', en: 'Set a ceiling' },
  input: z.strictObject({
    bodyId: Id,
    year: NewYear,
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
