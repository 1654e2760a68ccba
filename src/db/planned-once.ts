import type { PostgresPool, PostgresPoolClient } from 'kysely'
import type { Pool } from 'pg'

/** The statements that a connection keeps planned, by their text, each under a name. */
const names = new Map<string, string>()
const MOST_KEPT = 1000

/**
 * A pool whose connections plan a statement once and then run it with new values. Under row-level security planning takes most
 * of the time of a short statement. One whose page is asked for by `limit $n` is planned anew for its values each time: how
 * a list is best found depends on them. The embedded engine keeps its statements over its connections, whose names would
 * then meet, so it plans each time.
 */
export function plannedOnce(pool: Pool): PostgresPool {
  if (pool.options.connectionString === undefined) return pool
  return {
    end: () => pool.end(),
    async connect() {
      const client = await pool.connect()
      const query = (text: string, values: readonly unknown[]) =>
        client.query({ text, values: [...values], name: nameOf(text, values) } as { text: string; values: unknown[] })
      // Nothing here reads by cursors, which the type asks for as well.
      return { query, release: () => client.release() } as unknown as PostgresPoolClient
    },
  }
}

function nameOf(text: string, values: readonly unknown[]): string | undefined {
  if (values.length === 0 || text.includes('limit $')) return undefined
  const known = names.get(text)
  if (known !== undefined || names.size >= MOST_KEPT) return known
  const name = `kept${names.size}`
  names.set(text, name)
  return name
}
