import { afterAll, vi } from 'vitest'

/** One process takes many files: none leaves the next one its clock, its globals or its environment. */
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.unstubAllEnvs()
})
