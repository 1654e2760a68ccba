import { readFile } from 'node:fs/promises'
import path from 'node:path'
import type { FastifyInstance } from 'fastify'
import { type PageHandler, sendPage } from './pages.ts'

/**
 * Serves the browser part from its sources, through Vite: what is saved is seen at once. For development only.
 * Vite is loaded here and not above: a server in use never needs it.
 */
export async function serveSources(app: FastifyInstance): Promise<PageHandler> {
  const { createServer } = await import('vite')
  const vite = await createServer({
    appType: 'custom',
    server: { middlewareMode: true, hmr: { server: app.server } },
  })
  app.addHook('onClose', () => vite.close())
  return async (request, reply) => {
    const handled = await new Promise<boolean>((resolve, reject) => {
      reply.raw.once('finish', () => resolve(true))
      vite.middlewares(request.raw, reply.raw, (error: unknown) => (error ? reject(error) : resolve(false)))
    })
    if (handled) return reply.hijack()
    const source = await readFile(path.join(vite.config.root, 'index.html'), 'utf8')
    return sendPage(reply, await vite.transformIndexHtml(request.url, source))
  }
}
