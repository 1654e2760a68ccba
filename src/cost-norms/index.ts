export { basisAgain, basisFor } from './basis-for.ts'
export { costNormRoutes } from './server.ts'
