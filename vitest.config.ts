import { defineConfig } from 'vitest/config'
import { SlowFirst } from './test/support/slow-first.ts'

const DATABASE_TESTS = ['{src,test,scripts}/**/*.db.test.ts', 'test/permissions.test.ts']
const BROWSER_TESTS = ['test/browser/**/*.browser.test.ts']
const PUT_BACK = 'test/support/put-back.ts'
const PREPARE = ['test/support/prepare-database.ts', 'test/support/prepare-programs.ts']

/**
 * Four parts, run one after the other by `npm test`: what needs no database, what needs one – once on the embedded
 * engine and once on PostgreSQL –, and what needs a browser.
 */
export default defineConfig({
  test: {
    maxWorkers: 2,
    sequence: { sequencer: SlowFirst },
    projects: [
      {
        test: {
          name: 'unit',
          isolate: false,
          setupFiles: PUT_BACK,
          include: ['{src,test,scripts}/**/*.test.{ts,tsx}'],
          exclude: [...DATABASE_TESTS, ...BROWSER_TESTS],
          testTimeout: 120_000,
        },
      },
      {
        test: {
          name: 'pglite',
          isolate: false,
          setupFiles: PUT_BACK,
          include: DATABASE_TESTS,
          globalSetup: PREPARE,
          env: { TEST_ENGINE: 'pglite' },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'postgres',
          isolate: false,
          setupFiles: PUT_BACK,
          include: DATABASE_TESTS,
          globalSetup: PREPARE,
          env: { TEST_ENGINE: 'postgres' },
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'browser',
          isolate: false,
          setupFiles: PUT_BACK,
          include: BROWSER_TESTS,
          globalSetup: [...PREPARE, 'test/support/prepare-sample.ts'],
          env: { TEST_ENGINE: 'pglite' },
          testTimeout: 240_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
