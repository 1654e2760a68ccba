import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { slices } from '../src/slices.ts'
import { findBreaches } from './architecture/breaches.ts'

const ROOT = fileURLToPath(new URL('..', import.meta.url))

/** The product's sources: tests may import whatever they test. */
async function readSources(): Promise<Map<string, string>> {
  const names = await readdir(`${ROOT}/src`, { recursive: true })
  const files = names
    .map((name) => `src/${name.replaceAll('\\', '/')}`)
    .filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$/.test(file))
  return new Map(
    await Promise.all(files.map(async (file) => [file, await readFile(`${ROOT}/${file}`, 'utf8')] as const)),
  )
}

it('every import goes in the direction of the house', async () => {
  const files = await readSources()
  expect(files.size).toBeGreaterThan(50)
  expect(findBreaches({ files, slices: slices.map((slice) => slice.name) })).toEqual([])
})

/** The breaches of an invented project of these files, in which law, trips and reports are the slices. */
function breachesOf(files: Record<string, string>): string[] {
  return findBreaches({ files: new Map(Object.entries(files)), slices: ['law', 'trips', 'reports'] })
}

describe('a breach is caught and named with file and line:', () => {
  it.each([
    [
      'the kernel imports the law',
      { 'src/kernel/day.ts': "\nimport { x } from '../law/x.ts'" },
      'src/kernel/day.ts:2 imports src/law/x.ts',
    ],
    [
      'the kernel imports even a type',
      { 'src/kernel/day.ts': "import type { X } from '../db/x.ts'" },
      'src/kernel/day.ts:1 imports src/db/x.ts',
    ],
    [
      'an import type is hidden in a declaration',
      { 'src/kernel/day.ts': "\n\nexport type X = import('../db/x.ts').X" },
      'src/kernel/day.ts:3 imports src/db/x.ts',
    ],
    [
      'the browser toolkit imports the database',
      { 'src/ui/form.tsx': "import '../db/connect.ts'" },
      'src/ui/form.tsx:1 imports src/db/connect.ts',
    ],
    [
      'the law imports http',
      { 'src/law/check.ts': "export * from '../http/route.ts'" },
      'src/law/check.ts:1 imports src/http/route.ts',
    ],
    [
      'the law imports its own door',
      { 'src/law/check.ts': "import { y } from './server.ts'" },
      'src/law/check.ts:1 imports src/law/server.ts',
    ],
    [
      'http imports a slice',
      { 'src/http/who.ts': "import '../trips/index.ts'" },
      'src/http/who.ts:1 imports src/trips/index.ts',
    ],
    [
      'a slice imports a later one',
      { 'src/trips/go.ts': "import '../reports/index.ts'" },
      'src/trips/go.ts:1 imports src/reports/index.ts',
    ],
    [
      'a slice enters another past its door',
      { 'src/reports/go.ts': "import '../trips/store.ts'" },
      'past the door of the slice: use src/trips/index.ts',
    ],
    [
      'a slice imports the shell',
      { 'src/trips/pages.tsx': "import '../web/router.tsx'" },
      'src/trips/pages.tsx:1 imports src/web/router.tsx',
    ],
    [
      'a folder is not in slices.ts',
      { 'src/visits/go.ts': "import '../kernel/day.ts'" },
      'add visits to src/slices.ts',
    ],
    [
      'the product imports a test',
      { 'src/db/a.ts': "import '../../test/support/app.ts'" },
      'test/support/app.ts, which is not part',
    ],
    [
      'a use case knows the query builder',
      { 'src/trips/go.ts': "import { sql } from 'kysely'" },
      'src/trips/go.ts:1 imports the query builder',
    ],
    [
      'a contract imports a builtin',
      { 'src/trips/contract.ts': "import fs from 'node:fs'" },
      'src/trips/contract.ts:1 imports node:fs',
    ],
    [
      'messages import a builtin by its old name',
      { 'src/trips/messages.vi.ts': "import fs from 'fs'" },
      'src/trips/messages.vi.ts:1 imports fs',
    ],
    [
      'a page loads the database lazily',
      { 'src/trips/pages.tsx': "\nconst a = () => import('../db/connect.ts')" },
      'src/trips/pages.tsx:2 imports src/db/connect.ts',
    ],
    [
      'a rule asks Date.now',
      { 'src/law/rules/a.ts': '\nconst t = Date.now()' },
      'src/law/rules/a.ts:2 reads the clock (Date.now)',
    ],
    [
      'a rule makes a new Date()',
      { 'src/law/rules/a.ts': 'const t = new Date()' },
      'src/law/rules/a.ts:1 reads the clock (new Date())',
    ],
    [
      'a workflow calls Date()',
      { 'src/trips/workflow.ts': 'const t = Date()' },
      'src/trips/workflow.ts:1 reads the clock (Date())',
    ],
  ])('%s', (_, files, breach) => {
    const found = breachesOf(files)
    expect(found.length).toBeGreaterThan(0)
    expect(found.join('\n')).toContain(breach)
  })

  it('a rule reaches the server’s ground over two other files, and the way is shown', () => {
    const found = breachesOf({
      'src/law/rules/a.ts': "import '../b.ts'",
      'src/law/b.ts': "import { c } from './c.ts'",
      'src/law/c.ts': "\n\nimport 'node:os'",
    })
    expect(found).toEqual([
      'src/law/c.ts:3 imports node:os, which a browser does not have (reached by src/law/rules/a.ts → src/law/b.ts → src/law/c.ts)',
    ])
  })

  it('a rule reaches a clock over another file', () => {
    const found = breachesOf({ 'src/law/rules/a.ts': "import '../b.ts'", 'src/law/b.ts': 'const t = new Date()' })
    expect(found).toEqual([
      'src/law/b.ts:1 reads the clock (new Date()): today is an argument (reached by src/law/rules/a.ts → src/law/b.ts)',
    ])
  })
})

it('what the house allows is no breach', () => {
  const found = breachesOf({
    'src/kernel/day.ts': 'export const day = (at: Date) => new Date(at)',
    'src/db/connect.ts': "import pg from 'pg'\nimport { Kysely } from 'kysely'\nimport '../kernel/day.ts'",
    'src/law/rules/a.ts': "import type { T } from '../store.ts'\nimport { z } from 'zod'\nconst t = new Date(0)",
    'src/law/store.ts': "import { sql } from 'kysely'",
    'src/law/server.ts': "import '../http/route.ts'\nimport './check.ts'\nconst now = Date.now()",
    'src/law/pages.tsx': "import '../ui/page.tsx'\nconst a = () => import('./pages/try/page.tsx')",
    'src/http/route.ts': "import '../law/faults.ts'\nimport type { T } from '../db/transaction.ts'",
    'src/trips/server.ts': "import '../http/route.ts'\nimport './go.ts'",
    'src/trips/go.ts': "import { check } from '../law/check.ts'\nimport './store.ts'",
    'src/reports/go.ts': "import '../trips/index.ts'",
    'src/slices.ts': "import './law/server.ts'\nimport './reports/index.ts'",
    'src/web/pages.ts': "import '../trips/pages.tsx'",
    'src/main.ts': "import './slices.ts'\nimport './http/server.ts'\nimport './law/index.ts'",
  })
  expect(found).toEqual([])
})
