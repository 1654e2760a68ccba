/** Writes src/db/rows.ts from the schema that the migrations make: `npm run db:types`. */
import { writeFile } from 'node:fs/promises'
import { PGlite } from '@electric-sql/pglite'
import { databaseOf } from '../src/db/connect.ts'
import { collectMigrations, migrate } from '../src/db/migrate.ts'
import { drawRowTypes } from '../src/db/row-types.ts'
import { migrationSources } from '../src/slices.ts'

const database = databaseOf(await PGlite.create())
await migrate(database.pool, await collectMigrations(migrationSources))
await writeFile(new URL('../src/db/rows.ts', import.meta.url), await drawRowTypes(database.pool))
await database.close()
