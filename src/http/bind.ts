import type { FastifyInstance } from 'fastify'
import type { Pool } from 'pg'
import { inTransaction } from '../db/transaction.ts'
import { dayInVietnam } from '../kernel/day.ts'
import { PERMISSIONS } from '../kernel/endpoint.ts'
import { Forbidden } from '../kernel/errors.ts'
import type { Route, Surroundings } from './route.ts'
import { may, type Visitor, whoIs } from './who.ts'

/** What binding needs besides the routes. Who asks can be resolved otherwise in a test. */
export interface Binding {
  pool: Pool
  who?: typeof whoIs
}

/**
 * Puts a route on the server. The permission is checked first, before a byte of the body is read.
 * Throws, and so refuses the start, when the route names a permission that does not exist or lies outside `/api/`.
 */
export function bind(app: FastifyInstance, { endpoint, run }: Route, { pool, who = whoIs }: Binding): void {
  const { method, path, permission } = endpoint
  if (!PERMISSIONS.includes(permission)) throw new Error(`${method} ${path} names an unknown permission: ${permission}`)
  if (!path.startsWith('/api/')) throw new Error(`${method} ${path}: the path of an endpoint begins with /api/`)
  app.route({
    method,
    url: path,
    onRequest: async (request) => {
      if (!may(who(request), permission)) throw forbidden(permission)
    },
    handler: async (request, reply) => {
      const raw = method === 'GET' ? request.query : request.body
      const answer = await run(raw, surroundings(who(request), request.id, pool))
      return answer === undefined
        ? reply.code(204).send()
        : reply.type('application/json; charset=utf-8').send(JSON.stringify(answer))
    },
  })
}

function surroundings(who: Visitor, requestId: string, pool: Pool): Surroundings {
  let open = false
  return {
    today: dayInVietnam(new Date()),
    who,
    requestId,
    async transaction(work) {
      // On the embedded engine a second one would wait for the first for ever.
      if (open) throw new Error('a transaction of this request is open already: pass it on')
      open = true
      try {
        return await inTransaction(pool, work)
      } finally {
        open = false
      }
    },
  }
}

function forbidden(permission: string): Forbidden {
  return new Forbidden({
    vi: `Việc này cần quyền «${permission}» mà bạn không có. Hãy đề nghị người quản trị cấp quyền.`,
    en: `This needs the permission “${permission}”, which you do not have. Ask the administrator for it.`,
  })
}
