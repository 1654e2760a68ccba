export { type Deed, record } from './record.ts'
export { auditRoutes } from './server.ts'
export { countPersonalBefore, deletePersonalBefore } from './store.ts'
export { verify } from './verify.ts'
