export { delegationRoutes } from './server.ts'
