export { type Deed, record } from './record.ts'
export { auditRetention, type RetentionClass } from './retention.ts'
export { auditRoutes } from './server.ts'
export { verify } from './verify.ts'
