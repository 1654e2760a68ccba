export { retentionRoutes } from './server.ts'
