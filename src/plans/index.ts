export type { Plan } from './answers.ts'
export type { PlanItemFields } from './plan-item.ts'
export { planRoutes } from './server.ts'
