import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { HOUSEKEEPING, inScope } from '../../src/db/scope.ts'
import {
  hashPassword,
  identityRoutes,
  insertAccount,
  insertHolding,
  insertSubstitution,
  type Role,
  recogniser,
  setPassword,
} from '../../src/identity/index.ts'
import { newId } from '../../src/kernel/ids.ts'
import { testApp } from './app.ts'
import type { TestDatabase } from './database.ts'

/** The password of every account made here. */
export const PASSWORD = 'một câu dễ nhớ của tôi'
const passwordHash = hashPassword(PASSWORD)

/** A server with the doors of identity, which recognises people by their sessions. */
export function identityApp(
  database: TestDatabase,
  { routes = identityRoutes({ publicUrl: undefined, singleSignOn: undefined }), rateLimit = 0 } = {},
): Promise<FastifyInstance> {
  const config = { logLevel: 'silent', rateLimit, trustProxy: '127.0.0.1' } as const
  return testApp(database, { config, routes, recognise: recogniser(database.pool) })
}

/** A browser: it keeps its cookies, and comes from its own address. */
export class Visit {
  readonly cookies = new Map<string, string>()
  private readonly app: FastifyInstance
  address: string

  constructor(app: FastifyInstance, address = '203.0.113.1') {
    this.app = app
    this.address = address
  }

  async send(method: 'GET' | 'POST', url: string, payload?: object) {
    const answer = await this.app.inject({
      method,
      url,
      ...(payload ? { payload } : {}),
      headers: { 'x-forwarded-for': this.address, 'user-agent': 'Trình duyệt thử', host: 'localhost' },
      cookies: Object.fromEntries(this.cookies),
    })
    for (const { name, value } of answer.cookies) {
      if (value === '') this.cookies.delete(name)
      else this.cookies.set(name, value)
    }
    return answer
  }

  get(url: string) {
    return this.send('GET', url)
  }

  post(url: string, payload: object = {}) {
    return this.send('POST', url, payload)
  }

  signIn(login: string, password = PASSWORD) {
    return this.post('/api/session', { login, password })
  }
}

let bodies = 0

/** A body that exists from a day on, at the top of its tree or under a parent. */
export async function makeBody(
  pool: Pool,
  body: { name: string; parent?: string; root?: string; from?: string; to?: string; mission?: boolean },
): Promise<string> {
  const id = newId()
  const root = body.root ?? id
  bodies += 1
  await pool.query('insert into body (id, root_id, code) values ($1, $2, $3)', [id, root, `T${process.pid}.${bodies}`])
  await pool.query(
    `insert into body_version (id, body_id, root_id, valid_from, valid_to, name, search_key, parent_id, level, jurisdiction, is_mission)
     values ($1, $2, $3, $4, $5, $6, $6, $7, 'department', 'VN-HN', $8)`,
    [
      newId(),
      id,
      root,
      body.from ?? '2000-01-01',
      body.to ?? null,
      body.name,
      body.parent ?? null,
      body.mission ?? false,
    ],
  )
  return id
}

/** A role to give to an account of a test; held from 2000 until further notice unless told otherwise. */
export interface TestRole {
  role: Role
  body: string | null
  root: string | null
  from?: string
  to?: string
}

/** An account with the password of the tests and these roles. */
export function makeAccount(
  pool: Pool,
  {
    login,
    name = login,
    root = null,
    roles = [],
    personId = null,
  }: {
    login: string
    name?: string
    root?: string | null
    roles?: TestRole[]
    personId?: string | null | undefined
  },
): Promise<{ id: string; holdings: string[] }> {
  return inScope(pool, HOUSEKEEPING, async (transaction) => {
    const id = newId()
    await insertAccount(transaction, { id, login, name, email: null, personId, rootId: root })
    await setPassword(transaction, id, await passwordHash)
    const holdings: string[] = []
    for (const one of roles) {
      const holding = {
        id: newId(),
        accountId: id,
        role: one.role,
        bodyId: one.body,
        rootId: one.root,
        validFrom: one.from ?? '2000-01-01',
        validTo: one.to ?? null,
        document: null,
      }
      await insertHolding(transaction, holding)
      holdings.push(holding.id)
    }
    return { id, holdings }
  })
}

/** Somebody acts in another's role between two days. */
export function makeSubstitution(
  pool: Pool,
  substitution: { holding: string; account: string; root: string | null; from: string; to: string },
): Promise<string> {
  return inScope(pool, HOUSEKEEPING, async (transaction) => {
    const id = newId()
    await insertSubstitution(transaction, {
      id,
      holdingId: substitution.holding,
      accountId: substitution.account,
      rootId: substitution.root,
      document: '12/GUQ',
      validFrom: substitution.from,
      validTo: substitution.to,
    })
    return id
  })
}
