export { delegationRoutes } from './server.ts'
export type { DelegationAction } from './workflow.ts'
