export type { Plan, PlanBody, PlanContent } from './answers.ts'
export type { Cost, PlanItemChange, PlanItemFields } from './plan-item.ts'
export type { PlanAction, PlanState } from './workflow.ts'
