export { commitment, type Deed, record } from './record.ts'
