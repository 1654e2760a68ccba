export { allRoots, type BodyReach, namesOfBodies, reachOfBodies } from './reach/store.ts'
