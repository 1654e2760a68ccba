export type { Body, BodyFilter } from './contract.ts'
export { bodiesOn, bodyOn, bodyOnDay, descendants, rootOf } from './look-up.ts'
export { allRoots, type BodyReach, namesOfBodies, type ReachRow, reachesFrom, reachOfBodies } from './reach/store.ts'
export { bodyRoutes } from './server.ts'
