export { delegationAgenda } from './agenda/agenda.ts'
export { delegationRoutes } from './server.ts'
export type { DelegationAction } from './workflow.ts'
