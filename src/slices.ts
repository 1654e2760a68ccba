import type { MigrationSource } from './db/migrate.ts'

/** A part of the system with its own folder under `src/`: its name, and the migrations of its tables. */
export type Slice = MigrationSource

/**
 * The slices in order of dependency: each may import those before it, through their `index.ts`, and none after it.
 * Their migrations run in this order.
 */
export const slices: readonly Slice[] = [{ name: 'law', migrations: new URL('./law/migrations/', import.meta.url) }]
