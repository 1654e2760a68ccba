import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Pool } from 'pg'
import { HOUSEKEEPING, inScope, type Scope } from '../db/scope.ts'
import type { Transaction } from '../db/transaction.ts'
import { dayInVietnam } from '../kernel/day.ts'
import type { Endpoint, FileAnswer } from '../kernel/endpoint.ts'
import { Forbidden, SignedOut } from '../kernel/errors.ts'
import { changes, PERMISSIONS, type Permission } from '../kernel/permissions.ts'
import { refuseForeignOrigin } from './origin.ts'
import { refuseOtherAccount } from './other-account.ts'
import type { Route, Surroundings } from './route.ts'
import { ANYBODY, may, type Recognise, type Visitor } from './who.ts'

/** What binding needs besides the routes. */
export interface Binding {
  pool: Pool
  /** Finds out who asks; without it everybody is somebody who is not signed in. */
  recognise?: Recognise
  /** How the transaction of a request is run; a test may undo it at its end. */
  transact?: typeof inScope
  /** The clock by which it is today; a test may set it. */
  now?: () => Date
}

declare module 'fastify' {
  interface FastifyRequest {
    visitor: Visitor | undefined
  }
  interface FastifyContextConfig {
    /** The path of the route holds a secret. */
    secretPath?: boolean
  }
}

/**
 * Puts a route on the server. Who asks and whether they may is settled first, before a byte of the body is read.
 * Throws, and so refuses the start, when the route names a permission that does not exist or lies outside `/api/`.
 */
export function bind(app: FastifyInstance, { endpoint, run }: Route, binding: Binding): void {
  const { method, path, permission, bodyLimit, limit, secretPath = false } = endpoint
  if (!PERMISSIONS.includes(permission)) throw new Error(`${method} ${path} names an unknown permission: ${permission}`)
  if (!path.startsWith('/api/')) throw new Error(`${method} ${path}: the path of an endpoint begins with /api/`)
  const { recognise = async () => ANYBODY } = binding
  app.route({
    method,
    url: path,
    ...(bodyLimit === undefined ? {} : { bodyLimit }),
    config: {
      ...(limit === undefined ? {} : { rateLimit: { max: limit, timeWindow: 60_000 } }),
      secretPath,
    },
    onRequest: async (request) => {
      if (method !== 'GET') refuseForeignOrigin(request)
      request.visitor = await recognise(request)
      // Whoever signs in, or asks who is signed in, may be another than before.
      if (permission !== 'session.open') refuseOtherAccount(request, request.visitor)
      if (may(request.visitor, permission)) return
      throw request.visitor.account === undefined ? signedOut() : forbidden(permission)
    },
    handler: async (request, reply) =>
      send(reply, endpoint, await run(rawInput(request, endpoint), surroundings(request, reply, permission, binding))),
  })
}

/**
 * Makes this part of the server take bytes and nothing else: for the endpoints that say so, which are bound there.
 */
export function takeBytes(app: FastifyInstance): void {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/octet-stream',
    { parseAs: 'buffer' },
    async (_request: unknown, body: Buffer) => body,
  )
}

/** The input as it came: query or body, with the fields that stand in the path. */
function rawInput({ method, query, body, params }: FastifyRequest, { takes }: Pick<Endpoint<never, never>, 'takes'>) {
  const given = method === 'GET' ? query : takes === 'bytes' ? { bytes: body } : body
  const named = params as Record<string, string>
  if (Object.keys(named).length === 0) return given
  return typeof given === 'object' && given !== null && !Array.isArray(given) ? { ...given, ...named } : named
}

function send(reply: FastifyReply, { answers = 'json' }: Pick<Endpoint<never, never>, 'answers'>, answer: unknown) {
  if (answer === undefined) return reply.code(204).send()
  if (answers === 'redirect') return reply.redirect((answer as { location: string }).location, 303)
  if (answers === 'json') return reply.type('application/json; charset=utf-8').send(JSON.stringify(answer))
  const { name, type, bytes } = answer as FileAnswer
  return (
    reply
      .type(type)
      // Whatever it holds: opened in a window of its own it runs nothing and loads nothing.
      .header('content-security-policy', "default-src 'none'; sandbox")
      .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`)
      .send(Buffer.from(bytes))
  )
}

function surroundings(
  request: FastifyRequest,
  reply: FastifyReply,
  permission: Permission,
  { pool, transact = inScope, now = () => new Date() }: Binding,
): Surroundings {
  const who = request.visitor ?? ANYBODY
  let open = false
  return {
    today: dayInVietnam(now()),
    who,
    actor: {
      accountId: who.account?.id,
      name: who.account?.name,
      onBehalfOf: who.onBehalfOf(permission),
      from: request.ip,
      requestId: request.id,
    },
    client: {
      address: request.ip,
      program: request.headers['user-agent'] ?? '',
      cookies: request.cookies ?? {},
      origin: `${request.protocol}://${request.host}`,
    },
    setCookie: (name, value, seconds) =>
      void reply.setCookie(name, value, {
        path: '/',
        httpOnly: true,
        sameSite: 'lax',
        secure: request.protocol === 'https',
        ...(value === '' ? { maxAge: 0 } : seconds === undefined ? {} : { maxAge: seconds }),
      }),
    async transaction<Result>(work: (transaction: Transaction) => Promise<Result>) {
      // On the embedded engine a second one would wait for the first for ever.
      if (open) throw new Error('a transaction of this request is open already: pass it on')
      open = true
      try {
        return await transact(pool, scopeOf(who, permission), work)
      } finally {
        open = false
      }
    },
  }
}

/** A request reaches as far as the permission of its endpoint does for the one who asks, and writes only if that does. */
function scopeOf(who: Visitor, permission: Permission): Scope {
  if (permission === 'session.open') return HOUSEKEEPING
  const { account } = who
  const asker = account ? { account: account.id } : {}
  return { ...who.reach(permission), ...asker, permission, writes: changes(permission) }
}

function signedOut(): SignedOut {
  return new SignedOut({
    vi: 'Bạn chưa đăng nhập, hoặc phiên làm việc đã hết. Hãy đăng nhập rồi làm lại; nội dung đang nhập vẫn còn trên trang.',
    en: 'You are not signed in, or your session has ended. Sign in and repeat it; what you typed is still on the page.',
  })
}

function forbidden(permission: Permission): Forbidden {
  return new Forbidden({
    vi: `Việc này cần quyền «${permission}» mà bạn không có. Hãy đề nghị người quản trị cấp quyền.`,
    en: `This needs the permission “${permission}”, which you do not have. Ask the administrator for it.`,
  })
}
