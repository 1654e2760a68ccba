import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { inScope } from '../../src/db/scope.ts'
import { readXlsx, XLSX_TYPE } from '../../src/documents/xlsx.ts'
import type { Route } from '../../src/http/route.ts'
import { ROLES } from '../../src/identity/index.ts'
import { SESSION_COOKIE } from '../../src/identity/session/token.ts'
import { pathFields } from '../../src/kernel/endpoint.ts'
import { OPEN_TO_ALL, type Permission } from '../../src/kernel/permissions.ts'
import type { Entries, Entry, Target } from './entry.ts'
import type { Caller } from './visitors.ts'
import type { World } from './world.ts'

/** Done or seen; answered, but not seen; or the status of the refusal. */
export type Outcome = '✓' | '–' | `${number}`

/** One request and what came of it. */
export interface Cell {
  /** The key of its entry. */
  row: string
  method: string
  permission: Permission
  column: string
  scope: 'own' | 'other'
  /** Whether the caller’s role gives the permission. */
  allowed: boolean
  outcome: Outcome
  /** Entries that the request added to the audit trail. */
  audited: number
  /** The beginning of the answer, to be shown when it is not what was expected. */
  answer: string
}

/** Runs requests in transactions that are undone at their end, and counts what they say to the audit trail. */
export class Undone {
  audited = 0

  readonly inScope: typeof inScope = async (pool, scope, work) => {
    const undo = new Error('undone')
    const results: Awaited<ReturnType<typeof work>>[] = []
    await inScope(pool, scope, async (transaction) => {
      results.push(await work(transaction))
      await sql`select set_config('role', 'none', true)`.execute(transaction)
      const { rows } = await sql<{ count: number }>`select count(*)::int as count from audit_pending`.execute(
        transaction,
      )
      this.audited += rows[0]?.count ?? 0
      // What a commit would refuse is refused here too.
      await sql`set constraints all immediate`.execute(transaction)
      throw undo
    }).catch((error) => {
      if (error !== undo) throw error
    })
    return results[0] as Awaited<ReturnType<typeof work>>
  }
}

/** Sends a request to every endpoint as every caller, within and outside the caller’s scope. */
export async function walk(
  app: FastifyInstance,
  undone: Undone,
  { routes, entries, callers, world }: { routes: readonly Route[]; entries: Entries; callers: Caller[]; world: World },
): Promise<Cell[]> {
  const cells: Cell[] = []
  for (const [row, entry] of Object.entries(entries)) {
    const route = routes.find(({ endpoint }) => `${endpoint.method} ${endpoint.path}` === endpointOf(row))
    if (route === undefined) continue
    const { method, path, takes = 'json', permission } = route.endpoint
    for (const caller of callers) {
      const allowed = isAllowed(caller, permission)
      // What the request is about is not even read where the permission is missing.
      for (const scope of entry.once || !allowed ? (['own'] as const) : (['own', 'other'] as const)) {
        undone.audited = 0
        const target = targetOf(caller, scope, world)
        const answer = await send(app, { method, path, takes }, caller, entry.input?.(target) ?? {})
        const outcome = await outcomeOf(answer, entry, target)
        cells.push({
          ...{ row, method, permission, column: caller.column, scope, allowed, outcome },
          audited: undone.audited,
          answer: answer.payload.slice(0, 500),
        })
      }
    }
  }
  return cells
}

/** The endpoint of an entry’s key: what stands before the dash. */
export function endpointOf(row: string): string {
  return row.split(' – ')[0] ?? row
}

function isAllowed({ role, column, holder }: Caller, permission: Permission): boolean {
  if (OPEN_TO_ALL.has(permission)) return true
  if (holder === undefined || role === undefined) return false
  // To appoint a substitute is for the holder.
  if (column === 'substit.' && permission === 'substitutes.write') return false
  return new Set<Permission>(ROLES[role].permissions).has(permission)
}

function targetOf(caller: Caller, scope: 'own' | 'other', { today }: World): Target {
  const place = caller[scope]
  const holder = scope === 'own' ? (caller.holder ?? place.holder) : place.holder
  return { ...place, holder, today, caller }
}

type Answer = Awaited<ReturnType<typeof send>>

function send(
  app: FastifyInstance,
  { method, path, takes }: { method: 'GET' | 'POST'; path: string; takes: 'json' | 'bytes' },
  { holder }: Caller,
  input: object,
) {
  const fields = new Map(Object.entries(input))
  let url = path
  for (const name of pathFields(path)) {
    url = url.replace(`:${name}`, encodeURIComponent(String(fields.get(name))))
    fields.delete(name)
  }
  const rest = Object.fromEntries(fields)
  return app.inject({
    method,
    url,
    ...(method === 'GET' ? { query: rest } : { payload: takes === 'bytes' ? rest.bytes : rest }),
    headers: {
      'user-agent': 'Trình duyệt thử',
      host: 'localhost',
      ...(takes === 'bytes' ? { 'content-type': 'application/octet-stream' } : {}),
    },
    cookies: holder ? { [SESSION_COOKIE]: holder.token } : {},
  })
}

async function outcomeOf(answer: Answer, { shows }: Entry, target: Target): Promise<Outcome> {
  if (answer.statusCode >= 400) return `${answer.statusCode}`
  const sought = shows?.(target)
  return sought === undefined || (await textOf(answer)).includes(sought) ? '✓' : '–'
}

async function textOf(answer: Answer): Promise<string> {
  if (answer.headers['content-type'] !== XLSX_TYPE) return answer.payload
  return JSON.stringify((await readXlsx(answer.rawPayload)).sheets)
}
