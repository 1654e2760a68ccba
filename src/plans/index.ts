export type { Plan } from './answers.ts'
export { type PlanFacts, type PlanLine, planFacts, planLineById } from './line-facts.ts'
export type { PlanItemFields } from './plan-item.ts'
export { planRoutes } from './server.ts'
