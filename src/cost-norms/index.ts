export { basisAgain, basisFor, basisForRoot } from './basis-for.ts'
export { costNormRoutes } from './server.ts'
