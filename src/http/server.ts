import { randomUUID } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import cookie from '@fastify/cookie'
import rateLimit from '@fastify/rate-limit'
import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { Config } from '../config.ts'
import { TooSoon } from '../kernel/errors.ts'
import { type Binding, bind, takeBytes } from './bind.ts'
import { refuseConnection } from './client-error.ts'
import { serveSources } from './dev-pages.ts'
import { addDocs } from './docs.ts'
import { answerTo, BODY_LIMIT } from './errors.ts'
import { addHealth, type Readiness } from './health.ts'
import { type PageHandler, servePages } from './pages.ts'
import type { Route } from './route.ts'
import { addSecurityHeaders } from './security.ts'

/** What the server is made of. */
export interface Parts extends Readiness, Binding {
  config: Pick<Config, 'logLevel' | 'rateLimit' | 'trustProxy'>
  routes: readonly Route[]
  version: string
  /** The folder of the built browser part. */
  webFolder: string
  /** Serve the browser part from its sources instead. */
  dev?: boolean
}

const SANE_REQUEST_ID = /^[A-Za-z0-9._-]{8,64}$/

/** Builds the server; it listens when it is told to. Throws when two routes share an address or one is not sound. */
export async function createServer(parts: Parts): Promise<FastifyInstance> {
  const { config, routes, dev = false } = parts
  const app = fastify({
    logger: { level: config.logLevel },
    bodyLimit: BODY_LIMIT,
    trustProxy: config.trustProxy ?? false,
    genReqId: requestIdOf,
    requestIdHeader: false,
    // While stopping, what still arrives on an open connection is answered, and the connection then closed.
    return503OnClosing: false,
    frameworkErrors: refuse,
    clientErrorHandler: refuseConnection,
    logController: new fastify.LogController({ disableRequestLogging: true }),
  })
  app.removeContentTypeParser('text/plain')
  app.setErrorHandler(refuse)
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', logRequest)
  closeConnectionsWhenStopping(app)
  await addSecurityHeaders(app, dev)
  await app.register(cookie)
  app.decorateRequest('visitor', undefined)
  addHealth(app, parts)
  await app.register(async (api) => {
    if (config.rateLimit > 0) await api.register(rateLimit, { max: config.rateLimit, timeWindow: 60_000 })
    const takesBytes = ({ endpoint }: Route) => endpoint.takes === 'bytes'
    for (const route of routes.filter((one) => !takesBytes(one))) bind(api, route, parts)
    await api.register(async (bytes) => {
      takeBytes(bytes)
      for (const route of routes.filter(takesBytes)) bind(bytes, route, parts)
    })
    await addDocs(api, routes, parts.version)
  })
  const page = dev ? await serveSources(app) : await servePages(app, parts.webFolder)
  app.setNotFoundHandler((request, reply) => answerElsewhere(page, request, reply))
  return app
}

/** A connection whose request was running when the stop was asked for would else stay open, idle, and delay it. */
function closeConnectionsWhenStopping(app: FastifyInstance): void {
  let stopping = false
  app.addHook('preClose', async () => {
    stopping = true
  })
  app.addHook('onSend', async (_request, reply) => {
    if (stopping) reply.header('connection', 'close')
  })
}

/** The id of the request: the caller's own where it is a sane one, so that a chain of servers shares it. */
function requestIdOf(request: IncomingMessage): string {
  const given = request.headers['x-request-id']
  return typeof given === 'string' && SANE_REQUEST_ID.test(given) ? given : randomUUID()
}

function refuse(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const { status, body } = answerTo(error, request.id, request.routeOptions.bodyLimit)
  if (status === 500) request.log.error({ err: error, requestId: request.id }, 'the request failed')
  if (error instanceof TooSoon) reply.header('retry-after', error.seconds)
  reply.code(status).type('application/json; charset=utf-8').send(JSON.stringify(body))
}

async function answerElsewhere(page: PageHandler, request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  const path = request.url.split('?')[0] ?? ''
  const isPage = (request.method === 'GET' || request.method === 'HEAD') && !/^\/(api|assets)(\/|$)/.test(path)
  if (isPage) return page(request, reply)
  throw Object.assign(new Error('no such route'), { statusCode: 404 })
}

async function logRequest(request: FastifyRequest, reply: FastifyReply): Promise<void> {
  const { method, id, routeOptions } = request
  const url = routeOptions.config.secretPath ? (routeOptions.url ?? '') : request.url
  const took = Math.round(reply.elapsedTime)
  // The query may hold personal data; the path never does.
  request.log.info({ requestId: id, method, path: url.split('?')[0], status: reply.statusCode, ms: took }, 'request')
}
