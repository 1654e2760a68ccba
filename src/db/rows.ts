// Generated from the migrated database by `npm run db:types`; not edited by hand.
import type { ColumnType, Generated } from 'kysely'

export interface LawEdition {
  hash: string
  content: ColumnType<unknown, string, string>
  first_loaded_at: Generated<string>
}

/** Every table, by its name. */
export interface Rows {
  law_edition: LawEdition
}
