import { readFile } from 'node:fs/promises'
import path from 'node:path'
import serveStatic from '@fastify/static'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { NotFound } from '../kernel/errors.ts'

const PLACEHOLDER = '__CSP_NONCE__'

/** Answers a GET for an address outside `/api/` that no file has: with the page, which finds its way from there. */
export type PageHandler = (request: FastifyRequest, reply: FastifyReply) => Promise<unknown>

/**
 * Serves the built browser part from `folder`: hashed assets for ever, compressed to whoever takes them so, the page never from a
 * cache, each time with the nonce of its answer. Returns the handler for the addresses that only the page knows.
 */
export async function servePages(app: FastifyInstance, folder: string): Promise<PageHandler> {
  const page = await readFile(path.join(folder, 'index.html'), 'utf8').catch(() => undefined)
  if (page === undefined) return refuseUnbuilt
  await app.register(serveStatic, {
    root: folder,
    index: false,
    // The build leaves each script and style sheet compressed beside itself.
    preCompressed: true,
    // Folders, and the page without its nonce, are not for sending.
    allowedPath: (file) => file !== '/index.html' && path.extname(file) !== '',
    setHeaders: (reply, file) => {
      const hashed = path.relative(folder, file).startsWith(`assets${path.sep}`)
      reply.header('cache-control', hashed ? 'public, max-age=31536000, immutable' : 'no-cache')
    },
  })
  const pieces = page.split(PLACEHOLDER)
  return async (_request, reply) => sendPage(reply, pieces.join(reply.nonce))
}

/** Sends a page that no cache may keep: its nonce is good for once. */
export function sendPage(reply: FastifyReply, html: string): FastifyReply {
  return reply.type('text/html; charset=utf-8').header('cache-control', 'no-store').send(html)
}

async function refuseUnbuilt(): Promise<never> {
  throw new NotFound({
    vi: 'Trang web chưa được dựng. Hãy chạy npm run build rồi khởi động lại; API vẫn dùng được ở /api/docs.',
    en: 'The web page is not built. Run npm run build and start again; the API works, see /api/docs.',
  })
}
