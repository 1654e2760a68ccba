import { randomBytes } from 'node:crypto'
import helmet from '@fastify/helmet'
import type { FastifyInstance } from 'fastify'

declare module 'fastify' {
  interface FastifyReply {
    /** The nonce that this answer's content security policy allows; a page carries it on its scripts and styles. */
    nonce: string
  }
}

/**
 * Headers that tell the browser what a page of ours may do: run our own scripts and styles, talk to us, be framed by
 * nobody. Development with Vite needs inline scripts and a socket; nothing else relaxes the policy.
 */
export async function addSecurityHeaders(app: FastifyInstance, dev: boolean): Promise<void> {
  // The policy is written below. HTTPS is the reverse proxy's affair, and so is the promise to stay with it.
  await app.register(helmet, {
    contentSecurityPolicy: false,
    strictTransportSecurity: false,
    xFrameOptions: { action: 'deny' },
  })
  app.decorateReply('nonce', '')
  app.addHook('onRequest', async (_request, reply) => {
    reply.nonce = randomBytes(18).toString('base64')
    reply.header('content-security-policy', dev ? DEV_POLICY : policy(reply.nonce))
  })
}

const COMMON = [
  "default-src 'self'",
  "img-src 'self' data:",
  "frame-ancestors 'none'",
  "base-uri 'none'",
  "form-action 'self'",
  "object-src 'none'",
]

const DEV_POLICY = [
  ...COMMON,
  "script-src 'self' 'unsafe-inline' 'unsafe-eval'",
  "style-src 'self' 'unsafe-inline'",
  "connect-src 'self' ws:",
].join('; ')

function policy(nonce: string): string {
  return [
    ...COMMON,
    `script-src 'self' 'nonce-${nonce}'`,
    `style-src 'self' 'nonce-${nonce}'`,
    "connect-src 'self'",
  ].join('; ')
}
