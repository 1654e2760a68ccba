import { sql } from 'kysely'
import { escapeLiteral, type Pool } from 'pg'
import { inTransaction, type Transaction } from './transaction.ts'

/**
 * How far a transaction reaches: what row-level security lets it see and change. Ids are UUIDs, countries ISO codes.
 * An empty scope reaches nothing that belongs to anybody.
 */
export interface Scope {
  /** The account that asks. */
  account?: string
  /** The permission by which it asks. */
  permission?: string
  /** The role that gives the permission is one over the whole installation, not over one root. */
  installation?: boolean
  /** Bodies whose rows are within reach, one by one. */
  bodies?: readonly string[]
  /** Roots (a province, a ministry) of which everything is within reach. */
  roots?: readonly string[]
  /** Roots whose approved accounts come to the caller, who consolidates above them. */
  reportingRoots?: readonly string[]
  /** Countries that the caller's mission covers. */
  countries?: readonly string[]
  /** Whether anything may be changed. */
  writes?: boolean
  /** The server asks for itself: to find out who somebody is, or to keep house. Never set for a person's permission. */
  housekeeping?: boolean
}

/** What the server does for itself, before anybody is known or when nobody asks. */
export const HOUSEKEEPING: Scope = { writes: true, housekeeping: true }

/**
 * Runs `work` in one transaction as the application's role, with this scope for row-level security. Both end with the
 * transaction. Committed when `work` returns, rolled back when it throws.
 */
export function inScope<Result>(
  pool: Pool,
  scope: Scope,
  work: (transaction: Transaction) => Promise<Result>,
): Promise<Result> {
  return inTransaction(pool, work, scopeStatement(scope))
}

/** Binds an open transaction, until its end, to the application's role and this scope. */
export async function setScope(transaction: Transaction, scope: Scope): Promise<void> {
  await sql.raw(scopeStatement(scope)).execute(transaction)
}

/** From here to its end an open transaction changes nothing, whatever its scope: the database refuses. */
export async function readOnly(transaction: Transaction): Promise<void> {
  await sql`set transaction read only`.execute(transaction)
}

/** The SQL by which a transaction is bound to the application's role and a scope. */
function scopeStatement(scope: Scope): string {
  const settings: Record<string, string> = {
    'app.account': scope.account ?? '',
    'app.permission': scope.permission ?? '',
    'app.installation': scope.installation ? 'on' : '',
    'app.bodies': arrayText(scope.bodies),
    'app.roots': arrayText(scope.roots),
    'app.reporting_roots': arrayText(scope.reportingRoots),
    'app.countries': arrayText(scope.countries),
    'app.writes': scope.writes ? 'on' : '',
    'app.housekeeping': scope.housekeeping ? 'on' : '',
    // What SET LOCAL ROLE does, in the same round trip.
    role: 'doan_ra_app',
  }
  const calls = Object.entries(settings).map(([name, value]) => `set_config('${name}', ${escapeLiteral(value)}, true)`)
  return `select ${calls.join(', ')}`
}

/** Ids and codes hold no character that would have to be quoted. */
function arrayText(values: readonly string[] = []): string {
  const strange = values.find((value) => !/^[A-Za-z0-9-]+$/.test(value))
  if (strange !== undefined) throw new Error(`neither an id nor a code: ${strange}`)
  return `{${values.join(',')}}`
}
