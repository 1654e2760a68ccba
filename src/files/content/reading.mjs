// A thread of Node 20 does not inherit what understands TypeScript.
import { register } from 'tsx/esm/api'

register()
await import('./reading.ts')
