export { delegationAgenda } from './agenda/agenda.ts'
export { attachmentRoutes } from './attachments/server.ts'
export { delegationRoutes } from './server.ts'
export type { DelegationAction } from './workflow.ts'
